import { create } from 'zustand'
import { addDays, type LocalDay } from '#booking/time/day'
import type { Format } from '../words/format.ts'
import { DAYS_SHOWN, SPANS, type Span } from './columns.ts'

/** What the board shows, kept while other screens are open. */
type BoardView = {
  /** Null until one is chosen: see `useSpan`. */
  span: Span | null
  /** The first day; null for the one before today, whichever that is. */
  first: LocalDay | null
  typeId: string | null
  onlyFree: boolean
  /** The machine types of which only the heading is shown. */
  folded: ReadonlySet<string>
}

const KEPT_UNDER = 'araro.board'

export const useBoardView = create<BoardView>(() => ({
  span: SPANS.find(span => span === localStorage.getItem(KEPT_UNDER)) ?? null,
  first: null,
  typeId: null,
  onlyFree: false,
  folded: new Set(),
}))

/** The chosen span; until one is chosen, the one that suits the width. */
export function useSpan(narrow: boolean): Span {
  return useBoardView(state => state.span) ?? (narrow ? 'week' : 'fortnight')
}

/** Shows another span, which is remembered on this computer unless it is one day, which is only looked into. */
export function showSpan(span: Span, hasToday: boolean): void {
  if (span !== 'day') localStorage.setItem(KEPT_UNDER, span)
  useBoardView.setState(span === 'day' && hasToday ? { span, first: null } : { span })
}

/** Opens the hours of one day. */
export function showDayOnBoard(day: LocalDay): void {
  useBoardView.setState({ span: 'day', first: day })
}

/** The first day that is shown: the day before today, so that what should be back by now is in view; or today itself. */
export function firstShown(span: Span, first: LocalDay | null, today: LocalDay): LocalDay {
  return first ?? (span === 'day' ? today : addDays(today, -1))
}

export function showToday(): void {
  useBoardView.setState({ first: null })
}

/** Shows the days before or after those that are shown. */
export function turn(span: Span, shownFirst: LocalDay, by: 1 | -1): void {
  useBoardView.setState({ first: addDays(shownFirst, by * DAYS_SHOWN[span]) })
}

export function fold(typeId: string): void {
  const folded = new Set(useBoardView.getState().folded)
  if (!folded.delete(typeId)) folded.add(typeId)
  useBoardView.setState({ folded })
}

export function titleOfBoard(span: Span, first: LocalDay, format: Format): string {
  return format.period({ kind: 'days', from: first, to: addDays(first, DAYS_SHOWN[span] - 1) })
}
