import { endOfDay, type OfficeCalendar } from '#booking/time/calendar'
import { addDays, HOUR_MS, type LocalDay } from '#booking/time/day'
import type { Interval } from '#booking/time/interval'

/** How much the board shows: the hours of one day, or days. */
export const SPANS = ['day', 'week', 'fortnight', 'month', 'months'] as const
export type Span = (typeof SPANS)[number]

/** Two months are at most two long ones. */
export const DAYS_SHOWN: { readonly [S in Span]: number } = {
  day: 1,
  week: 7,
  fortnight: 14,
  month: 31,
  months: 62,
}

/** Below this width, in pixels, a column has no room for a figure and its sign. */
export const TIGHT = 60

/** A day, or an hour of the day that is shown. */
export type Column = Interval & { readonly day: LocalDay }

/** The columns, which follow each other without a gap. */
export type Columns = Interval & {
  readonly unit: 'day' | 'hour'
  readonly list: readonly Column[]
}

/** The columns from a day on. A day on which clocks change has an hour more or less. */
export function columnsOf(span: Span, first: LocalDay, calendar: OfficeCalendar): Columns {
  const last = addDays(first, DAYS_SHOWN[span] - 1)
  const whole = { startMs: calendar.startOfDay(first), endMs: endOfDay(calendar, last) }
  return span === 'day'
    ? { ...whole, unit: 'hour', list: hoursOf(first, whole) }
    : { ...whole, unit: 'day', list: daysOf(first, last, calendar) }
}

function hoursOf(day: LocalDay, { startMs, endMs }: Interval): Column[] {
  const hours: Column[] = []
  for (let at = startMs; at < endMs; at += HOUR_MS) hours.push({ day, startMs: at, endMs: at + HOUR_MS })
  return hours
}

function daysOf(first: LocalDay, last: LocalDay, calendar: OfficeCalendar): Column[] {
  const days: Column[] = []
  for (let day = first; day <= last; day = addDays(day, 1)) {
    days.push({ day, startMs: calendar.startOfDay(day), endMs: endOfDay(calendar, day) })
  }
  return days
}

/** A place among the columns: from the beginning of the first to the end of the last, both counted in columns. */
export type Place = { readonly start: number; readonly end: number }

/**
 * Where an interval is among the columns, or as much of it as they show; null if they show nothing of it. What begins or
 * ends within a day takes the whole of it; within an hour, its part.
 */
export function placeOf(interval: Interval, columns: Columns): Place | null {
  if (interval.endMs <= columns.startMs || interval.startMs >= columns.endMs) return null
  if (interval.startMs >= interval.endMs) return null
  if (columns.unit === 'hour') {
    const at = (ms: number) =>
      (Math.min(Math.max(ms, columns.startMs), columns.endMs) - columns.startMs) / HOUR_MS
    return { start: at(interval.startMs), end: at(interval.endMs) }
  }
  return { start: columnAt(interval.startMs, columns), end: columnAt(interval.endMs - 1, columns) + 1 }
}

/** The column in which an instant lies; the first or the last for one outside. */
export function columnAt(ms: number, { list }: Columns): number {
  let [low, high] = [0, list.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (list[middle]!.startMs <= ms) low = middle
    else high = middle - 1
  }
  return low
}

/** So many columns of a row are drawn together. */
const AT_ONCE = 8

/**
 * The columns that a row draws while some are in view: the first, and the one after the last. A row draws several more at
 * once, and then none for a while. Not every row does so at the same moment, so that each frame has its share of the work.
 */
export function drawnColumns(row: number, from: number, to: number, count: number): [number, number] {
  const shift = (row * 3) % AT_ONCE
  const first = AT_ONCE * Math.floor((from - shift) / AT_ONCE) + shift
  const last = AT_ONCE * Math.ceil((to - shift) / AT_ONCE) + shift
  return [Math.max(0, first), Math.min(count, last)]
}
