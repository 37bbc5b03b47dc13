import { peakLoad } from '#booking/availability/load'
import { BLOCKING } from '#booking/in-the-way'
import type { OfficeCalendar } from '#booking/time/calendar'
import { addDays, type LocalDay } from '#booking/time/day'
import type { CalendarEvent } from '#calls/calendar'
import { keptUntilMs } from '../calendar/calendar-events.ts'
import { kindOf } from '../calendar/event-kinds.ts'

export type TakenDay = { whole: boolean; events: readonly CalendarEvent[] }

/**
 * What is booked on each day of a month, for display only. Whether a time is free is decided only by the office.
 * @param days the first and the last day
 */
export function takenDays(
  events: readonly CalendarEvent[],
  machine: { readonly capacity: number; readonly pendingBlocks: boolean },
  days: { first: LocalDay; last: LocalDay },
  calendar: OfficeCalendar,
): Map<LocalDay, TakenDay> {
  const loads = events
    .filter(event => kindOf(event).blocks(event) && (event.status !== 'pending' || machine.pendingBlocks))
    .map(event => ({ ...event, endMs: keptUntilMs(event), whole: BLOCKING[event.kind].whole }))
  const taken = new Map<LocalDay, TakenDay>()
  for (let day = days.first; day <= days.last; day = addDays(day, 1)) {
    const interval = { startMs: calendar.startOfDay(day), endMs: calendar.startOfDay(addDays(day, 1)) }
    const onDay = loads.filter(load => load.startMs < interval.endMs && load.endMs > interval.startMs)
    if (onDay.length === 0) continue
    const full = peakLoad(interval, onDay) >= machine.capacity
    // A short booking in the middle of a day leaves the rest of the day free.
    const allDay = onDay.some(load => load.startMs <= interval.startMs && load.endMs >= interval.endMs)
    taken.set(day, { whole: full && allDay, events: onDay })
  }
  return taken
}
