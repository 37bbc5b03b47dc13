import { endOfDay, type OfficeCalendar } from './calendar.ts'
import { DAY_MS, daysInclusive, HOUR_MS, type LocalDay } from './day.ts'
import type { Interval } from './interval.ts'

/** Whole local days, both inclusive: "from Monday to Wednesday". */
export type DaysPeriod = { kind: 'days'; from: LocalDay; to: LocalDay }
/** Clock time, half-open. */
export type TimePeriod = { kind: 'time'; startMs: number; endMs: number }
/** When a booking is, in days or clock time. */
export type Period = DaysPeriod | TimePeriod

/** Machines are booked either by whole days or by clock time. */
export type BookingMode = Period['kind']

/** The longest time that one booking or maintenance may take, buffers included: the file's longest length class. */
export const LONGEST_BLOCK_MS = 400 * DAY_MS

/** The instants that a period covers. Expects `endsAfterItStarts(period)`. */
export function intervalOf(period: Period, calendar: OfficeCalendar): Interval {
  if (period.kind === 'time') return { startMs: period.startMs, endMs: period.endMs }
  return { startMs: calendar.startOfDay(period.from), endMs: endOfDay(calendar, period.to) }
}

export function endsAfterItStarts(period: Period): boolean {
  return period.kind === 'days' ? period.from <= period.to : period.startMs < period.endMs
}

/** The first local day of the period. */
export function firstDay(period: Period, calendar: OfficeCalendar): LocalDay {
  return period.kind === 'days' ? period.from : calendar.dayOf(period.startMs)
}

/** The number of calendar days of the period, counted inclusively (B1: 30 days are 30, not 31). */
export function calendarDays(period: Period, calendar: OfficeCalendar): number {
  if (period.kind === 'days') return daysInclusive(period.from, period.to)
  return daysInclusive(calendar.dayOf(period.startMs), calendar.dayOf(period.endMs - 1))
}

/** The hours of the period. A whole day counts as its real length. */
export function hoursOf(period: Period, calendar: OfficeCalendar): number {
  const interval = intervalOf(period, calendar)
  return (interval.endMs - interval.startMs) / HOUR_MS
}
