import FullCalendar, { type DatesSetInfo, useCalendarController } from '@fullcalendar/react'
import dayGrid from '@fullcalendar/react/daygrid'
import interaction from '@fullcalendar/react/interaction'
import classicTheme from '@fullcalendar/react/themes/classic'
import { ActionIcon, Button, Group, Title, useComputedColorScheme } from '@mantine/core'
import '@fullcalendar/react/skeleton.css'
import '@fullcalendar/react/themes/classic/theme.css'
import '../calendar/theme.css'
import '../calendar/events.css'
import './sessions.css'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import type { SessionRow } from '#calls/sessions'
import { wallDay } from '../calendar/calendar-view.ts'
import { fieldFrom } from '../parts/fields/wall-field.ts'
import { Failed } from '../parts/lists/list-states.tsx'
import { usePages } from '../service/use-pages.ts'
import { calendarWords } from '../words/calendar/screen.ts'
import { todayIn, useFormat } from '../words/format.ts'
import { sessionWords } from '../words/sessions/screen.ts'
import { firstDayOfWeek } from '../words/week.ts'
import { useWords } from '../words/words.ts'
import { LOOK_OF_STATE } from './session-badge.tsx'

const PLUGINS = [dayGrid, interaction, classicTheme]

type SessionMonthProps = { onShow: (sessionId: string) => void }

/** The sessions of a month, each with its places. */
export function SessionMonth({ onShow }: SessionMonthProps) {
  const say = useWords(sessionWords)
  const sayCalendar = useWords(calendarWords)
  const format = useFormat()
  const { calendar } = format
  const scheme = useComputedColorScheme('light')
  const controller = useCalendarController()
  const [range, setRange] = useState<{ first: string; after: string; month: string } | null>(null)
  const { sessions, error, again } = useSessionsIn(
    range && { fromMs: calendar.startOfDay(range.first), toMs: calendar.startOfDay(range.after) },
  )
  function keepDates({ start, end, view }: DatesSetInfo) {
    setRange({ first: wallDay(start), after: wallDay(end), month: wallDay(view.currentStart) })
  }
  return (
    <>
      <Group gap="xs" mb="xs">
        <Button variant="default" onClick={() => controller.gotoDate(todayIn(calendar))}>
          {sayCalendar('today')}
        </Button>
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={sayCalendar('earlier')}
          onClick={() => controller.prev()}
        >
          <IconChevronLeft size={16} />
        </ActionIcon>
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={sayCalendar('later')}
          onClick={() => controller.next()}
        >
          <IconChevronRight size={16} />
        </ActionIcon>
        <Title order={2} size="h4" aria-live="polite">
          {range ? format.month(range.month) : ''}
        </Title>
      </Group>
      {error ? <Failed error={error} onTryAgain={again} /> : null}
      <FullCalendar
        plugins={PLUGINS}
        controller={controller}
        headerToolbar={false}
        initialView="dayGridMonth"
        datesSet={keepDates}
        timeZone="UTC"
        now={() => `${fieldFrom(Date.now(), calendar)}:00Z`}
        locale={format.language}
        firstDay={firstDayOfWeek()}
        colorScheme={scheme}
        height="auto"
        events={sessions.map(session => drawn(session, calendar))}
        eventContent={info => {
          const session = info.event.extendedProps['session'] as SessionRow
          const { taken, capacity } = session
          return (
            <span className="araro-session-event">
              <strong>{session.title}</strong>
              <span>
                {format.shortTime(session.startMs)} ·{' '}
                {say('taken', { taken: format.number(taken), capacity: format.number(capacity) })}
              </span>
            </span>
          )
        }}
        eventClick={({ event }) => onShow((event.extendedProps['session'] as SessionRow).id)}
        eventInteractive
        dayMaxEvents
        fixedWeekCount={false}
        displayEventTime={false}
        eventDisplay="block"
        moreLinkContent={info => sayCalendar('more', { count: info.num })}
        moreLinkHint={count => sayCalendar('moreHint', { count })}
        closeHint={sayCalendar('closeMore')}
        eventsHint={sayCalendar('eventsOf')}
      />
    </>
  )
}

/** All sessions of a time, page by page. */
function useSessionsIn(range: { fromMs: number; toMs: number } | null) {
  const answer = usePages('sessions.list', { ...(range ?? { fromMs: 0, toMs: 1 }), limit: 100 })
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = answer
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])
  const sessions = answer.data?.pages.flatMap(page => page.sessions) ?? []
  return { sessions, error: answer.data ? null : answer.error, again: () => void answer.refetch() }
}

function drawn(session: SessionRow, calendar: Parameters<typeof fieldFrom>[1]) {
  const look = LOOK_OF_STATE[session.state]
  return {
    id: session.id,
    title: session.title,
    start: `${fieldFrom(session.startMs, calendar)}:00Z`,
    end: `${fieldFrom(session.endMs, calendar)}:00Z`,
    color: `var(--look-${look}-ground)`,
    contrastColor: `var(--look-${look}-text)`,
    className: `araro-event look-${look}`,
    extendedProps: { session },
  }
}
