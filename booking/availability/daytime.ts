import type { OfficeCalendar } from '../time/calendar.ts'
import { addDays, HOUR_MS, MINUTE_MS } from '../time/day.ts'

/**
 * When work is offered to begin and, if it is not longer than that, to end: hours after midnight. Whoever asks for the
 * first free two hours does not mean those at night, although they can be booked.
 */
const DAYTIME = { from: 6, to: 18 } as const
const QUARTER_MS = 15 * MINUTE_MS

/**
 * Finds the first time by day, on a quarter of an hour, from an instant on: for `nextFreePeriods`.
 * @param lengthMs how long the work takes
 */
export function daytimeStarts(lengthMs: number, calendar: OfficeCalendar): (fromMs: number) => number {
  const longestMs = (DAYTIME.to - DAYTIME.from) * HOUR_MS
  const latest = DAYTIME.to * HOUR_MS - (lengthMs <= longestMs ? lengthMs : 0)
  return fromMs => {
    const atMs = Math.ceil(fromMs / QUARTER_MS) * QUARTER_MS
    const day = calendar.dayOf(atMs)
    const midnight = calendar.startOfDay(day)
    const firstMs = midnight + DAYTIME.from * HOUR_MS
    if (atMs <= midnight + latest) return Math.max(atMs, firstMs)
    return calendar.startOfDay(addDays(day, 1)) + DAYTIME.from * HOUR_MS
  }
}
