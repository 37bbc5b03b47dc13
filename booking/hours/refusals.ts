import type { LocalDay } from '../time/day.ts'

/** Refusals about when the cooperative's office is open, and machines are given. */
export type HoursRefusal =
  /** No day of the week has opening hours. */
  | { reason: 'never-open' }
  /** `name`: the holiday. `opensMs`: when the office opens next; null if not within a year. */
  | { reason: 'closed'; day: LocalDay; name?: string; opensMs: number | null }
  /** `hours`: when the office is open on that day, in minutes after midnight. */
  | { reason: 'outside-hours'; day: LocalDay; hours: { fromMinutes: number; toMinutes: number }[] }
  /** `why`: what somebody entered as the reason. */
  | { reason: 'blackout'; why: string; fromMs: number; untilMs: number }
  | { reason: 'season-ends-before-it-starts'; name: string }
  /** The season `name` begins before the season `other` has ended. */
  | { reason: 'seasons-overlap'; name: string; other: string; otherTo: LocalDay }
  /** The day is no holiday, so it cannot be struck out. */
  | { reason: 'no-holiday'; day: LocalDay }
