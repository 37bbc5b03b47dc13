import { DAY_MS, HOUR_MS } from '../time/day.ts'
import type { BookingMode, Period } from '../time/period.ts'
import { intervalOf } from '../time/period.ts'
import { freeWindows, nextFreePeriods, type Search } from './free-windows.ts'

export type FirstFreeSearch = Omit<Search, 'units' | 'earliestMs' | 'latestMs'> & {
  readonly bookingMode: BookingMode
  readonly nowMs: number
  /** Searched until then. */
  readonly untilMs: number
}

/** `untilMs`: when a booking of it must have ended; null if that is not before the end of the search. */
export type FirstFree = { readonly fromMs: number; readonly untilMs: number | null }

/**
 * When one unit is free next: from the first whole day from today on, or from the first hour from now on, and until when.
 * Buffers are free too. It begins at today's beginning or now if it is free now.
 * @returns null if nothing is free until the end of the search
 */
export function firstFree(search: FirstFreeSearch): FirstFree | null {
  const { bookingMode, nowMs, untilMs, calendar } = search
  const today = calendar.dayOf(nowMs)
  const wanted: Period =
    bookingMode === 'days'
      ? { kind: 'days', from: today, to: today }
      : { kind: 'time', startMs: nowMs, endMs: nowMs + HOUR_MS }
  const earliestMs = intervalOf(wanted, calendar).startMs
  const [first] = nextFreePeriods(wanted, { ...search, units: 1, earliestMs, latestMs: untilMs }, 1)
  if (!first) return null
  const { startMs: fromMs, endMs: leastMs } = intervalOf(first, calendar)
  const window = freeWindows(search.loads, search.capacity - 1).find(
    ({ startMs, endMs }) =>
      startMs <= fromMs - search.bufferBeforeMs && leastMs + search.bufferAfterMs <= endMs,
  )
  const endMs = (window?.endMs ?? leastMs) - search.bufferAfterMs
  if (endMs >= untilMs - DAY_MS) return { fromMs, untilMs: null }
  return { fromMs, untilMs: bookingMode === 'days' ? calendar.startOfDay(calendar.dayOf(endMs)) : endMs }
}
