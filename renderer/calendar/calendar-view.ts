import { create } from 'zustand'
import { addDays, dayOfUtcMs, type LocalDay } from '#booking/time/day'
import type { BookingMode } from '#booking/time/period'
import type { Format } from '../words/format.ts'

export const VIEWS = ['month', 'week', 'day', 'list'] as const
export type View = (typeof VIEWS)[number]

/** What the calendar shows, kept while other screens are looked at. `range`: first day shown, and the day after the last. */
type CalendarView = {
  view: View | null
  date: LocalDay | null
  range: { first: LocalDay; after: LocalDay; titleFirst: LocalDay; titleAfter: LocalDay } | null
  /** A day that somebody else wants to have in sight. */
  wanted: LocalDay | null
}
export const useCalendarView = create<CalendarView>(() => ({
  view: null,
  date: null,
  range: null,
  wanted: null,
}))

/** Has the calendar turn to a day, if that is not in sight already. */
export function showDay(day: LocalDay): void {
  useCalendarView.setState({ wanted: day })
}

/** A view of our own: the thirty days from a day on, so that a phone begins with what comes next. */
export const LIST_AHEAD = 'listAhead'
export const OWN_VIEWS = {
  [LIST_AHEAD]: { type: 'list', duration: { days: 30 } },
  // Names the table to a screen reader, by a short month: "October" would be found by the label "To".
  dayGridMonth: { titleFormat: { year: 'numeric', month: 'short' } },
} as const

/** A machine by days needs no clock; one by time has its hours drawn. */
export function viewTypeOf(view: View, mode: BookingMode): string {
  if (view === 'month') return 'dayGridMonth'
  if (view === 'list') return LIST_AHEAD
  const grid = mode === 'days' ? 'dayGrid' : 'timeGrid'
  return view === 'week' ? `${grid}Week` : `${grid}Day`
}

/** The calendar runs on the office's wall clock, written as if it were UTC. */
export function wallDay(date: Date): LocalDay {
  return dayOfUtcMs(date.getTime())
}

export function titleOf(view: View, range: CalendarView['range'], format: Format): string {
  if (!range) return ''
  if (view === 'month') return format.month(range.titleFirst)
  if (view === 'day') return format.day(range.titleFirst)
  return format.period({ kind: 'days', from: range.titleFirst, to: addDays(range.titleAfter, -1) })
}
