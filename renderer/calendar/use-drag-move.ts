import type { EventInput } from '@fullcalendar/react'
import { useRef } from 'react'
import type { OfficeCalendar } from '#booking/time/calendar'
import type { CalendarEvent } from '#calls/calendar'
import { periodOfMoved } from './calendar-events.ts'
import { useMoving } from './use-moving.ts'

type Dragged = {
  event: {
    startStr: string
    endStr: string
    allDay: boolean
    extendedProps: Record<string, unknown>
  }
  revert: () => void
}

/** Moves a booking that was dragged or resized in the calendar of its machine. */
export function useDragMove(calendar: OfficeCalendar, events: readonly EventInput[]) {
  const moving = useMoving()
  const drawn = useRef(events)
  drawn.current = events

  async function moveTo({ event: dropped, revert }: Dragged) {
    const event = dropped.extendedProps.event as CalendarEvent
    const before = drawn.current
    // Events that were read again meanwhile are already drawn where they are.
    const putBack = () => void (drawn.current === before && revert())
    const period = periodOfMoved(spanOf(dropped), event, calendar)
    if (period) return moving.moveTo(event, { machineId: event.machineId, period }, putBack)
    moving.dismiss()
    putBack()
  }
  return { ...moving, moveTo }
}

/** FullCalendar omits the end of an event of default length. */
function spanOf(drawn: Dragged['event']) {
  return { startStr: drawn.startStr, endStr: drawn.endStr || drawn.startStr, allDay: drawn.allDay }
}
