import { addDays, daysBetween } from '#booking/time/day'
import type { TypedPeriod } from '../parts/fields/period-input.tsx'
import { endAfter, type PeriodLength } from '../parts/fields/period-length.ts'

type Pick = {
  /** How long the booking is to be; null if nothing says so. */
  length: PeriodLength | null
  /** The clock time at which it is to begin, `07:00`; null if nothing says so. */
  clock: string | null
  /** Days were chosen and no clock times, as in a month. */
  onlyDays: boolean
}

/**
 * The dates of an open form after others were chosen with the mouse. A single day keeps the length that the booking is
 * to have; a day for a machine booked by clock time keeps the clock times that were typed.
 * @param picked the chosen dates, for the same booking mode as the machine's
 */
export function afterPick(
  typed: TypedPeriod,
  picked: TypedPeriod,
  { length, clock, onlyDays }: Pick,
): TypedPeriod {
  if (picked.from.length === 10) {
    return picked.from === picked.to ? { ...picked, to: endAfter(picked.from, length) } : picked
  }
  if (!onlyDays) return picked
  if (typed.from.length <= 10 || typed.to.length <= 10) {
    const from = clock ? `${picked.from.slice(0, 10)}T${clock}` : picked.from
    return length ? { from, to: endAfter(from, length) } : picked
  }
  const later = daysBetween(typed.from.slice(0, 10), picked.from.slice(0, 10))
  const moved = (field: string) => `${addDays(field.slice(0, 10), later)}${field.slice(10)}`
  return { from: moved(typed.from), to: moved(typed.to) }
}
