import type { OfficeCalendar } from './calendar.ts'
import { addDays, MINUTE_MS } from './day.ts'
import type { BookingMode, Period } from './period.ts'

/** How long a machine is wanted: whole days, or minutes of clock time. */
export type Length = { readonly days: number } | { readonly minutes: number }

/** The machines that a length can be asked of: those booked by whole days, or by clock time. */
export function modeOf(length: Length): BookingMode {
  return 'days' in length ? 'days' : 'time'
}

/** The period of that length that begins at `startMs`, or on its local day. */
export function periodFrom(startMs: number, length: Length, calendar: OfficeCalendar): Period {
  if ('minutes' in length) return { kind: 'time', startMs, endMs: startMs + length.minutes * MINUTE_MS }
  const from = calendar.dayOf(startMs)
  return { kind: 'days', from, to: addDays(from, length.days - 1) }
}
