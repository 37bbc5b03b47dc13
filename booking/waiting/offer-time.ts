import type { OfficeCalendar } from '../time/calendar.ts'
import { addDays, HOUR_MS } from '../time/day.ts'

/** An offer lasts so long, counted while the cooperative's office is open. */
export const OFFER_MS = 2 * HOUR_MS
/** When it is open, in hours after midnight. */
export const OPEN = { from: 8, to: 17 } as const

/** Whether the cooperative's office is open. */
export function isOpen(ms: number, calendar: OfficeCalendar): boolean {
  const { opensMs, closesMs } = openOn(ms, calendar)
  return opensMs <= ms && ms < closesMs
}

/** When so much time in which the office is open will have passed. */
export function afterOpenTime(fromMs: number, leftMs: number, calendar: OfficeCalendar): number {
  let [atMs, left] = [fromMs, leftMs]
  for (;;) {
    const { opensMs, closesMs, nextMs } = openOn(atMs, calendar)
    const begunMs = Math.max(atMs, opensMs)
    if (begunMs + left <= closesMs) return begunMs + left
    left -= Math.max(0, closesMs - begunMs)
    atMs = nextMs
  }
}

function openOn(ms: number, calendar: OfficeCalendar) {
  const day = calendar.dayOf(ms)
  const midnight = calendar.startOfDay(day)
  return {
    opensMs: midnight + OPEN.from * HOUR_MS,
    closesMs: midnight + OPEN.to * HOUR_MS,
    nextMs: calendar.startOfDay(addDays(day, 1)),
  }
}
