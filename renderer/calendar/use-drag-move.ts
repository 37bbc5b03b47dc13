import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { Refusal } from '#booking/refusal'
import type { OfficeCalendar } from '#booking/time/calendar'
import type { Period } from '#booking/time/period'
import type { Alternative } from '#calls/bookings'
import type { CalendarEvent } from '#calls/calendar'
import { useCommand } from '../commands/use-command.ts'
import { calendarWords } from '../words/calendar/screen.ts'
import { useFormat } from '../words/format.ts'
import { useWords } from '../words/words.ts'
import { periodOfMoved } from './calendar-events.ts'

export type NotMoved = {
  event: CalendarEvent
  refusal: Refusal
  alternatives: readonly Alternative[]
}

type Dragged = {
  event: {
    startStr: string
    endStr: string
    allDay: boolean
    extendedProps: Record<string, unknown>
  }
  revert: () => void
}

/** Moves a booking that was dragged or resized. If that is refused, the booking snaps back and the reason is shown. */
export function useDragMove(calendar: OfficeCalendar) {
  const say = useWords(calendarWords)
  const format = useFormat()
  const move = useCommand('bookings.move')
  const [notMoved, setNotMoved] = useState<NotMoved | null>(null)

  async function moveTo({ event: drawn, revert }: Dragged) {
    const event = drawn.extendedProps.event as CalendarEvent
    const period = periodOfMoved(spanOf(drawn), event, calendar)
    setNotMoved(null)
    if (!period) return revert()
    const outcome = await move.run({ bookingId: event.id, version: event.version, period })
    if (!outcome?.ok) revert()
    if (!outcome) return
    if (!outcome.ok) {
      return setNotMoved({ event, refusal: outcome.refusal, alternatives: outcome.alternatives ?? [] })
    }
    tell(event, outcome.booking.period, outcome.booking.status !== event.status)
  }

  function tell(event: CalendarEvent, period: Period, pendingAgain: boolean) {
    const key = pendingAgain ? 'movedPending' : 'moved'
    notifications.show({
      color: 'green',
      message: say(key, { name: event.title, when: format.period(period) }),
    })
  }
  return { moveTo, notMoved, dismiss: () => setNotMoved(null) }
}

/** FullCalendar omits the end of an event of default length. */
function spanOf(drawn: Dragged['event']) {
  return { startStr: drawn.startStr, endStr: drawn.endStr || drawn.startStr, allDay: drawn.allDay }
}
