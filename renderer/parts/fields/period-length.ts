import { addDays, daysInclusive, MINUTE_MS } from '#booking/time/day'
import type { Length } from '#booking/time/length'
import type { Period } from '#booking/time/period'

export type PeriodLength = Length

export function lengthOf(period: Period): PeriodLength {
  if (period.kind === 'days') return { days: daysInclusive(period.from, period.to) }
  return { minutes: Math.round((period.endMs - period.startMs) / MINUTE_MS) }
}

/**
 * The value of the field "To" for the value of "From", `2026-12-01` or `2026-12-01T08:00`. Without a length of its
 * kind, it is the same day, or an hour later.
 */
export function endAfter(from: string, length: PeriodLength | null): string {
  if (from.length === 10) return addDays(from, length && 'days' in length ? length.days - 1 : 0)
  const minutes = length && 'minutes' in length ? length.minutes : 60
  // Wall-clock time, calculated as if it were UTC.
  return new Date(Date.parse(`${from.slice(0, 16)}:00Z`) + minutes * MINUTE_MS).toISOString().slice(0, 16)
}
