import FullCalendar, { type CalendarController, type DatesSetInfo } from '@fullcalendar/react'
import dayGrid from '@fullcalendar/react/daygrid'
import interaction from '@fullcalendar/react/interaction'
import list from '@fullcalendar/react/list'
import classicTheme from '@fullcalendar/react/themes/classic'
import timeGrid from '@fullcalendar/react/timegrid'
import { Box, useComputedColorScheme } from '@mantine/core'
import { useMergedRef, useResizeObserver } from '@mantine/hooks'
import { DAY_MS } from '#booking/time/day'
import type { CalendarEvent } from '#calls/calendar'
import type { MachineRow } from '#calls/machines'
import '@fullcalendar/react/skeleton.css'
import '@fullcalendar/react/themes/classic/theme.css'
import './theme.css'
import './calendar.css'
import './head.css'
import './events.css'
import './cards.css'
import './day-room.css'
import './legend.css'
import { useEffect, useRef } from 'react'
import { openRecord } from '../navigation.ts'
import { fieldFrom } from '../parts/fields/wall-field.ts'
import { Failed } from '../parts/lists/list-states.tsx'
import { calendarWords } from '../words/calendar/screen.ts'
import { todayIn, useFormat } from '../words/format.ts'
import { firstDayOfWeek } from '../words/week.ts'
import { useWords } from '../words/words.ts'
import { AskBeforeMove } from './ask-before-move.tsx'
import { OWN_VIEWS, useCalendarView, useView, viewTypeOf, wallDay } from './calendar-view.ts'
import { DayHeading, ListDayRoom } from './day-heading.tsx'
import { EventContent } from './event-content.tsx'
import { kindOf } from './event-kinds.ts'
import type { FreeDays } from './free-days.ts'
import { ClosedGround, FreeGround } from './free-ground.tsx'
import { useHeldBack } from './held-back.ts'
import { LoadBar } from './load-bar.tsx'
import { NotMovedPanel } from './not-moved-panel.tsx'
import { useBookByClick } from './use-book-by-click.ts'
import { useDragMove } from './use-drag-move.ts'
import { useMachineEvents } from './use-machine-events.ts'
import { useScrollByKey } from './use-scroll-by-key.ts'

const PLUGINS = [dayGrid, timeGrid, list, interaction, classicTheme]

/** Up to this width, in pixels, seven columns have no room for whole days and names. As in the style sheets: 36rem. */
const TIGHT = 576

/** What is drawn: something that takes the machine's time, free days, or why nothing is given then. */
type Drawn = { event?: CalendarEvent; free?: FreeDays; closed?: string }

type MachineCalendarProps = { machine: MachineRow; narrow: boolean; controller: CalendarController }

/** One machine's month, week, day or list. A click or drag over free time starts a booking; bookings can be dragged. */
export function MachineCalendar({ machine, narrow, controller }: MachineCalendarProps) {
  const say = useWords(calendarWords)
  const format = useFormat()
  const scheme = useComputedColorScheme('light')
  const { date, range, wanted } = useCalendarView()
  const view = useView(narrow)
  const type = viewTypeOf(view, machine)
  const { answer, known, loads, cards, inFull, most, ...read } = useMachineEvents(machine, type)
  const { book, bookDay, onTouch } = useBookByClick(machine, known)
  const about = [machine.id, type, range?.first].join(' ')
  const { events, moveTo, ...moving } = useDragMove(format.calendar, read.events, about)
  const { notMoved, dismiss, asking, busy, onYes, onNo, dragging, onDragStart, onDragStop } = moving

  const body = useRef<HTMLDivElement>(null)
  const [measured, { width }] = useResizeObserver<HTMLDivElement>()
  const tight = width === 0 ? narrow : width <= TIGHT
  const bodyRef = useMergedRef(body, measured)
  useScrollByKey(body, controller.view?.type)

  const shownRange = useRef(range)
  shownRange.current = range
  useEffect(() => {
    if (!controller.view || controller.view.type === type) return
    controller.changeView(type)
    // From a month that contains today, go to today's week and not to the month's first.
    const today = todayIn(format.calendar)
    const shown = shownRange.current
    if (shown && shown.titleFirst <= today && today < shown.titleAfter) controller.gotoDate(today)
  }, [controller, type, format.calendar])

  useEffect(() => {
    if (!wanted || !range) return
    if (wanted < range.titleFirst || wanted >= range.titleAfter) controller.gotoDate(wanted)
    useCalendarView.setState({ wanted: null })
  }, [controller, wanted, range])

  // Drawn anew between the last move of the mouse and the drop, FullCalendar takes it for a drop into another calendar.
  const drawn = useHeldBack(
    <FullCalendar
      plugins={PLUGINS}
      controller={controller}
      headerToolbar={false}
      views={OWN_VIEWS}
      initialView={type}
      {...(date ? { initialDate: date } : {})}
      datesSet={keepDates}
      timeZone="UTC"
      now={() => `${fieldFrom(Date.now(), format.calendar)}:00Z`}
      locale={format.language}
      firstDay={firstDayOfWeek()}
      colorScheme={scheme}
      height="100%"
      events={events}
      eventContent={info => <EventContent info={info} machine={machine} inFull={inFull} />}
      backgroundEventContent={({ event }) =>
        (event.extendedProps as Drawn).closed ? (
          <ClosedGround why={event.title} />
        ) : (
          <FreeGround title={event.title} />
        )
      }
      eventClick={({ event }) => openEvent(event.extendedProps as Drawn, bookDay)}
      eventInteractive
      eventOrder="start,-duration,title"
      selectable={known}
      selectMirror
      select={book}
      dateClick={onTouch}
      editable={known}
      eventResizableFromStart
      eventDragStart={onDragStart}
      eventDragStop={onDragStop}
      eventResizeStart={onDragStart}
      eventResizeStop={onDragStop}
      eventDrop={info => void moveTo(info)}
      eventResize={info => void moveTo(info)}
      dragRevertDuration={200}
      dayMaxEvents
      nowIndicator
      scrollTime="06:00:00"
      allDaySlot={false}
      slotEventOverlap={false}
      slotDuration="00:30:00"
      expandRows
      fixedWeekCount={false}
      displayEventTime={false}
      eventDisplay="block"
      slotHeaderContent={({ date }) =>
        format.shortTime(format.calendar.startOfDay(wallDay(date)) + (date.getTime() % DAY_MS))
      }
      dayHeaderContent={info => (
        <DayHeading info={info} tight={tight} machine={machine} loads={loads} onBook={bookDay} />
      )}
      dayCellClass={info => (info.isPast ? 'araro-past' : '')}
      dayCellTopContent={info => (
        <span className="araro-day-top">
          <LoadBar machine={machine} units={loads.get(wallDay(info.date))?.units} />
          <span>{info.text}</span>
        </span>
      )}
      listDayHeaderContent={info => {
        const day = wallDay(info.date)
        return info.level === 0 ? (
          format.day(day)
        ) : (
          <ListDayRoom machine={machine} load={loads.get(day)} onBook={bookDay} />
        )
      }}
      listItemEventBeforeClass="araro-no-dot"
      moreLinkContent={info => say('more', { count: info.num })}
      weekTextLong={say('week')}
      moreLinkHint={count => say('moreHint', { count })}
      closeHint={say('closeMore')}
      eventsHint={say('eventsOf')}
      noEventsContent={() => say('nothing')}
    />,
    dragging,
    about,
  )

  return (
    <Box className="araro-calendar">
      {asking ? (
        <AskBeforeMove asking={asking} machine={machine.name} busy={busy} onYes={onYes} onNo={onNo} />
      ) : null}
      {notMoved ? <NotMovedPanel notMoved={notMoved} shown={about} onDismiss={dismiss} /> : null}
      {answer.error && !answer.data ? (
        <Failed error={answer.error} onTryAgain={() => void answer.refetch()} />
      ) : null}
      <div className="araro-calendar-state" role="status">
        {known || answer.error ? null : <span>{say('loading')}</span>}
      </div>
      <Box
        ref={bodyRef}
        className="araro-calendar-body"
        data-view={view}
        data-type={type}
        data-shared={machine.capacity > 1 || undefined}
        data-cards={cards || undefined}
        data-machine={machine.id}
        style={{ '--araro-most': most }}
        aria-busy={!known}
      >
        {drawn}
      </Box>
    </Box>
  )
}

function keepDates({ start, end, view }: DatesSetInfo): void {
  useCalendarView.setState({
    date: wallDay(view.currentStart),
    range: {
      first: wallDay(start),
      after: wallDay(end),
      titleFirst: wallDay(view.currentStart),
      titleAfter: wallDay(view.currentEnd),
    },
  })
}

/** Opens what was clicked; on free days of the list, the form for the first of them. */
function openEvent({ event, free }: Drawn, bookDay: (day: string) => void): void {
  if (free) bookDay(free.from)
  const opens = event && kindOf(event).opens
  if (opens) openRecord(opens, event.id)
}
