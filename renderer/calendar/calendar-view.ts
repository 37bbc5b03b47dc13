import { create } from 'zustand'
import { addDays, dayOfUtcMs, type LocalDay } from '#booking/time/day'
import type { MachineRow } from '#calls/machines'
import type { Format } from '../words/format.ts'

export const VIEWS = ['month', 'week', 'day', 'list'] as const
export type View = (typeof VIEWS)[number]
/** The key that shows each view, whatever the language. */
export const VIEW_KEYS: { readonly [V in View]: string } = { month: 'M', week: 'W', day: 'D', list: 'L' }

/**
 * What the calendar shows, kept while other screens are open. `range`: the first day shown, and the day after the
 * last.
 */
type CalendarView = {
  view: View | null
  date: LocalDay | null
  range: { first: LocalDay; after: LocalDay; titleFirst: LocalDay; titleAfter: LocalDay } | null
  /** A day that another part of the window wants shown. */
  wanted: LocalDay | null
}
export const useCalendarView = create<CalendarView>(() => ({
  view: null,
  date: null,
  range: null,
  wanted: null,
}))

/** The chosen view; until one is chosen, the one that suits the width. */
export function useView(narrow: boolean): View {
  return useCalendarView(state => state.view) ?? (narrow ? 'list' : 'month')
}

/** Makes the calendar go to a day, unless it already shows that day. */
export function showDay(day: LocalDay): void {
  useCalendarView.setState({ wanted: day })
}

/** Our own view: thirty days from a given day, so that the list on a phone starts with what comes next. */
export const LIST_AHEAD = 'listAhead'
export const OWN_VIEWS = {
  [LIST_AHEAD]: { type: 'list', duration: { days: 30 } },
  // The table's name for screen readers. The month is short because tests look for the label "To", which "October"
  // contains.
  dayGridMonth: { titleFormat: { year: 'numeric', month: 'short' } },
} as const

/**
 * Only machines booked by clock time get a grid of hours. In the week of a machine that several members share, the loads
 * of a day stand under each other, because beside each other they would be too narrow to read.
 */
export function viewTypeOf(view: View, { bookingMode, capacity }: MachineRow): string {
  if (view === 'month') return 'dayGridMonth'
  if (view === 'list') return LIST_AHEAD
  const byDays = bookingMode === 'days' || (view === 'week' && capacity > 1)
  const grid = byDays ? 'dayGrid' : 'timeGrid'
  return view === 'week' ? `${grid}Week` : `${grid}Day`
}

/** FullCalendar's dates are wall-clock times in the cooperative's time zone, written as if they were UTC. */
export function wallDay(date: Date): LocalDay {
  return dayOfUtcMs(date.getTime())
}

export function titleOf(view: View, range: CalendarView['range'], format: Format): string {
  if (!range) return ''
  if (view === 'month') return format.month(range.titleFirst)
  if (view === 'day') return format.day(range.titleFirst)
  return format.period({ kind: 'days', from: range.titleFirst, to: addDays(range.titleAfter, -1) })
}
