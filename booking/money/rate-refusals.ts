import type { LocalDay } from '../time/day.ts'

export type RateRefusal =
  /** A rate that would begin before today, after others: it would change what was valid. */
  | { reason: 'rate-in-the-past'; earliestDay: LocalDay }
  /** There is no rate of its own on that day that could stop. */
  | { reason: 'no-rate-then'; day: LocalDay }
