import { HOUR_MS } from '../time/day.ts'
import type { BookingMode, Period } from '../time/period.ts'
import { intervalOf } from '../time/period.ts'
import { nextFreePeriods, type Search } from './free-windows.ts'

export type FirstFreeSearch = Omit<Search, 'units' | 'earliestMs' | 'latestMs'> & {
  readonly bookingMode: BookingMode
  readonly nowMs: number
  /** Searched until then. */
  readonly untilMs: number
}

/**
 * When one unit is free next: the first whole day from today on, or the first hour from now on. Buffers are free too.
 * @returns the instant at which that begins, at most today's beginning or now if it is free now; null if nothing is
 *   free until `untilMs`
 */
export function firstFreeMs(search: FirstFreeSearch): number | null {
  const { bookingMode, nowMs, untilMs, calendar } = search
  const today = calendar.dayOf(nowMs)
  const wanted: Period =
    bookingMode === 'days'
      ? { kind: 'days', from: today, to: today }
      : { kind: 'time', startMs: nowMs, endMs: nowMs + HOUR_MS }
  const earliestMs = intervalOf(wanted, calendar).startMs
  const [first] = nextFreePeriods(wanted, { ...search, units: 1, earliestMs, latestMs: untilMs }, 1)
  return first ? intervalOf(first, calendar).startMs : null
}
