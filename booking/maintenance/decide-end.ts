import { type Decision, refuse } from '../refusal.ts'
import type { MaintenanceStatus } from './kinds.ts'

/** Maintenance ends once: only what is planned can be finished or cancelled. */
export function decideEnd(status: MaintenanceStatus, to: 'finished' | 'cancelled'): Decision {
  if (status === 'planned') return { ok: true }
  return refuse({ reason: 'move-not-allowed', what: 'maintenance', from: status, to })
}
