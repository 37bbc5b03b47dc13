import type { EventInput } from '@fullcalendar/react'
import { useRef, useState } from 'react'
import type { OfficeCalendar } from '#booking/time/calendar'
import type { BookingRow } from '#calls/booking-rows'
import type { CalendarEvent } from '#calls/calendar'
import { periodOfMoved } from './calendar-events.ts'
import { useHeldBack } from './held-back.ts'
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

/** A booking that was dropped, and what it has become; null until the office has decided. */
type Dropped = { readonly id: string; readonly booking: BookingRow | null }

/**
 * Moves a booking that was dragged or resized in the calendar of its machine. While it is dragged, and until it is read
 * where it was dropped, nothing is drawn anew: it would be drawn where it was before, under the hand that takes it further.
 * @param newest the events as they were read last
 * @param about the machine and the days that they are of
 */
export function useDragMove(calendar: OfficeCalendar, newest: EventInput[], about: string) {
  const moving = useMoving()
  const [dragging, setDragging] = useState(false)
  const [dropped, setDropped] = useState<readonly Dropped[]>([])
  const events = useHeldBack(newest, dragging || dropped.some(one => isAwaited(one, newest)), about)
  // A line that came or went above the calendar would move it under the hand.
  const notMoved = useHeldBack(moving.notMoved, dragging, about)
  // What a drag ends with is from when it began: the calendar is not drawn while it lasts.
  const now = useRef({ events, dropped })
  now.current = { events, dropped }

  function note(id: string, booking?: BookingRow | null): void {
    setDropped(all => [
      ...all.filter(one => one.id !== id && isAwaited(one, newest)),
      ...(booking === undefined ? [] : [{ id, booking }]),
    ])
  }

  async function moveTo({ event: moved, revert }: Dragged) {
    const event = asDecided(moved.extendedProps.event as CalendarEvent, now.current.dropped)
    const before = now.current.events
    const putBack = () => {
      // Other events than those are already drawn where they are.
      if (now.current.events === before) revert()
      note(event.id)
    }
    const period = periodOfMoved(spanOf(moved), event, calendar)
    if (!period) {
      moving.dismiss()
      return putBack()
    }
    note(event.id, null)
    return moving.moveTo(event, { machineId: event.machineId, period }, putBack, booking =>
      note(event.id, booking),
    )
  }
  return {
    ...moving,
    notMoved,
    moveTo,
    events,
    dragging,
    onDragStart: () => setDragging(true),
    // Not before the drop, which follows at once, is noted.
    onDragStop: () => void setTimeout(() => setDragging(false)),
  }
}

/** Whether a dropped booking has not been decided on yet, or has not been read again since. */
function isAwaited({ id, booking }: Dropped, events: readonly EventInput[]): boolean {
  if (!booking) return true
  return events.some(({ extendedProps }) => {
    const event: CalendarEvent | undefined = extendedProps?.['event']
    return event?.id === id && event.version < booking.version
  })
}

/** The booking as the office moved it, if it was not read again since: it may be taken further at once. */
function asDecided(event: CalendarEvent, dropped: readonly Dropped[]): CalendarEvent {
  const booking = dropped.find(one => one.id === event.id)?.booking
  if (!booking || booking.version <= event.version) return event
  const { version, status, period, startMs, endMs } = booking
  const { from: _from, to: _to, ...rest } = event
  const days = period.kind === 'days' ? { from: period.from, to: period.to } : {}
  return { ...rest, version, status, startMs, endMs, ...days } as CalendarEvent
}

/** FullCalendar omits the end of an event of default length. */
function spanOf(drawn: Dragged['event']) {
  return { startStr: drawn.startStr, endStr: drawn.endStr || drawn.startStr, allDay: drawn.allDay }
}
