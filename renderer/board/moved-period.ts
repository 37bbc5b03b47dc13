import type { OfficeCalendar } from '#booking/time/calendar'
import { addDays, daysBetween, MINUTE_MS } from '#booking/time/day'
import type { BookingMode, Period } from '#booking/time/period'
import { firstHourOf } from '../calendar/calendar-events.ts'
import { instantOfWallClock, wallClock } from '../words/format.ts'
import type { Column, Columns } from './columns.ts'

/** Which edge of a booking is dragged; null if all of it is. */
export type Edge = 'start' | 'end' | null

/** Among hours, a booking moves by half an hour at a time. */
export const HALF_HOUR_MS = 30 * MINUTE_MS
/** How many steps there are in a column. */
export const STEPS_IN: { readonly [U in Columns['unit']]: number } = { day: 1, hour: 2 }

/**
 * A period after it was moved by so many steps, days or half hours, or one of its edges was. It is never shorter than a
 * step. A booking by whole days is not moved among the hours of a day.
 */
export function movedPeriod(
  period: Period,
  steps: number,
  edge: Edge,
  unit: Columns['unit'],
  calendar: OfficeCalendar,
): Period {
  if (period.kind === 'days') {
    if (unit === 'hour') return period
    const { from, to } = period
    if (edge === null) return { kind: 'days', from: addDays(from, steps), to: addDays(to, steps) }
    const length = daysBetween(from, to)
    return edge === 'start'
      ? { kind: 'days', from: addDays(from, Math.min(steps, length)), to }
      : { kind: 'days', from, to: addDays(to, Math.max(steps, -length)) }
  }
  const by = (ms: number) =>
    unit === 'hour' ? ms + steps * HALF_HOUR_MS : sameClockTime(ms, steps, calendar)
  const { startMs, endMs } = period
  const least = Math.min(HALF_HOUR_MS, endMs - startMs)
  if (edge === null) {
    const movedMs = by(startMs)
    return { kind: 'time', startMs: movedMs, endMs: movedMs + endMs - startMs }
  }
  return edge === 'start'
    ? { kind: 'time', startMs: Math.min(by(startMs), endMs - least), endMs }
    : { kind: 'time', startMs, endMs: Math.max(by(endMs), startMs + least) }
}

/** The same time on the clock, so many days later. */
function sameClockTime(ms: number, days: number, calendar: OfficeCalendar): number {
  const { day, minutes } = wallClock(ms, calendar)
  return instantOfWallClock(addDays(day, days), minutes, calendar)
}

export function isSamePeriod(a: Period, b: Period): boolean {
  if (a.kind === 'days') return b.kind === 'days' && a.from === b.from && a.to === b.to
  return b.kind === 'time' && a.startMs === b.startMs && a.endMs === b.endMs
}

/**
 * The period that chosen columns, the first and the last, mean for a machine: whole days if it is booked by days, and
 * otherwise the hours that were chosen; if the columns are days, the first hour of the first day.
 */
export function periodOfColumns(
  first: Column,
  last: Column,
  { unit, mode, calendar }: { unit: Columns['unit']; mode: BookingMode; calendar: OfficeCalendar },
): Period | null {
  if (mode === 'days') return { kind: 'days', from: first.day, to: last.day }
  if (unit === 'day') return firstHourOf(first.day, calendar)
  return { kind: 'time', startMs: first.startMs, endMs: last.endMs }
}
