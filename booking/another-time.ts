import type { Reason } from './refusal.ts'

/** The refusals of a booking that another time, or another machine, can help. */
export const ANOTHER_TIME_HELPS_A_BOOKING: ReadonlySet<Reason> = new Set<Reason>([
  'already-booked',
  'on-hold',
  'in-maintenance',
  'taken-by-session',
  'taken-by-batch',
  'over-capacity',
  'overdue',
  'in-the-past',
  'too-soon',
  'machine-out-of-service',
  'closed',
  'outside-hours',
  'blackout',
])

/** The refusals of maintenance that another time can help. Maintenance keeps to its machine. */
export const ANOTHER_TIME_HELPS_MAINTENANCE: ReadonlySet<Reason> = new Set<Reason>([
  'already-booked',
  'on-hold',
  'in-maintenance',
  'taken-by-session',
  'taken-by-batch',
  'still-promised',
  'overdue',
  'in-the-past',
])
