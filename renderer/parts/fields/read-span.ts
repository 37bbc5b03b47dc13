import { addDays, type LocalDay } from '#booking/time/day'
import type { BookingMode } from '#booking/time/period'

/** `minutes` after midnight; null if the text has no clock time. `day` is null if it has only a clock time. */
export type ReadWhen = { day: LocalDay | null; minutes: number | null }

/** What a text is read beside. */
export type Beside = {
  today: LocalDay
  /** Whether the field is for days or for clock times. */
  mode: BookingMode
  /** A number alone is an hour: for a time that is near, such as when a machine left. Otherwise it is a day. */
  numberIsHour?: boolean
  /** For the end of a period: its start, from which `3 days` and `2 hours` are counted. */
  from?: { day: LocalDay; minutes: number | null } | undefined
}

const SPAN = /^(\+?) ?(\d{1,4}(?:[.,]\d{1,2})?) ?(\p{L}*)$/u

/** In minutes. */
const UNITS: readonly (readonly [RegExp, number])[] = [
  [/^(d|days?|araw)$/, 1440],
  [/^(w|wks?|weeks?|linggo)$/, 7 * 1440],
  [/^(h|hrs?|hours?|oras)$/, 60],
  [/^(m|mins?|minutes?|minuto)$/, 1],
]
const DAY = 1440

/**
 * Reads `+2`, `3 days`, `2 oras`, `+90 min`. In the field "From", `+2` is two days from today. In the field "To",
 * everything is counted from the start: `3 days` is the length, so that it ends on the third day; `+2` is two days
 * later, or two hours later for a machine booked by clock time.
 */
export function readSpan(text: string, { today, mode, from }: Beside): ReadWhen | null {
  const [, plus, amount = '', unit = ''] = SPAN.exec(text.toLowerCase()) ?? []
  if (amount === '' || (plus === '' && (unit === '' || !from))) return null
  const each = unit === '' ? (mode === 'time' && from ? 60 : DAY) : minutesIn(unit)
  if (each === null) return null
  const minutes = Number(amount.replace(',', '.')) * each
  if (each >= DAY) {
    const days = minutes / DAY
    if (!Number.isInteger(days) || (plus === '' && days < 1)) return null
    return { day: addDays(from?.day ?? today, plus === '' ? days - 1 : days), minutes: null }
  }
  if (!from || from.minutes === null || minutes < 1) return null
  const end = from.minutes + Math.round(minutes)
  return { day: addDays(from.day, Math.floor(end / DAY)), minutes: end % DAY }
}

/** How many minutes a unit of time has, by its name in English or Filipino. Null if it is none. */
export function minutesIn(unit: string): number | null {
  return UNITS.find(([names]) => names.test(unit))?.[1] ?? null
}
