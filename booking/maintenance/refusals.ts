import type { MaintenanceStep } from './kinds.ts'

export type MaintenanceRefusal =
  /** The work cannot begin before the time that the machine was given for it. */
  | { reason: 'begins-later'; startMs: number }
  /** Work that ended before it began. */
  | { reason: 'ended-before-it-began'; startedMs: number; finishedMs: number }
  /** Work that has begun is finished, and not called off. */
  | { reason: 'work-has-begun'; startedMs: number }
  | { reason: 'costs-closed'; closedMs: number }
  | { reason: 'too-many-costs'; most: number }
  /** A cost that was corrected already, or is another maintenance's. */
  | { reason: 'cost-corrected' }
  /** What should be corrected was never recorded. */
  | { reason: 'no-such-step'; step: MaintenanceStep }
