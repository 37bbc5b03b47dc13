import type { InTheWay } from '../in-the-way.ts'

/** Refusals because something else blocks the time. */
export type AvailabilityRefusal =
  | { reason: 'already-booked'; by: InTheWay<'booking'> }
  | { reason: 'on-hold'; by: InTheWay<'hold'> }
  | { reason: 'in-maintenance'; by: InTheWay<'maintenance'> }
  | { reason: 'taken-by-session'; by: InTheWay<'session'> }
  | { reason: 'taken-by-batch'; by: InTheWay<'batch'> }
  /** `by`: who has units at a time at which these do not fit, and one more than a sentence names. */
  | { reason: 'over-capacity'; capacity: number; free: number; units: number; by: InTheWay[] }
  | { reason: 'overdue'; by: InTheWay<'booking'>; expectedBackMs: number }
