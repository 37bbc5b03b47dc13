import { type Decision, refuse } from '../refusal.ts'
import { MINUTE_MS } from '../time/day.ts'
import { LONGEST_BLOCK_MS } from '../time/period.ts'
import type { MaintenanceStatus } from './kinds.ts'

/** Maintenance ends once: only what is planned can be finished or cancelled. */
export function decideEnd(status: MaintenanceStatus, to: 'finished' | 'cancelled'): Decision {
  if (status === 'planned') return { ok: true }
  return refuse({ reason: 'move-not-allowed', what: 'maintenance', from: status, to })
}

/** Where a repair that lasted until it was finished ends on record: a moment at least, and no later than the file can say. */
export function endOfRepair(startMs: number, finishedMs: number): number {
  return Math.min(Math.max(finishedMs, startMs + MINUTE_MS), startMs + LONGEST_BLOCK_MS)
}
