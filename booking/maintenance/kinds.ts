export const MAINTENANCE_KINDS = ['preventive', 'corrective', 'emergency'] as const
export type MaintenanceKind = (typeof MAINTENANCE_KINDS)[number]

/** Only planned maintenance blocks the machine. */
export const MAINTENANCE_STATUSES = ['planned', 'finished', 'cancelled'] as const
export type MaintenanceStatus = (typeof MAINTENANCE_STATUSES)[number]

/** What happens at a maintenance, in this order: the work begins, it ends, and its costs are closed. */
export const MAINTENANCE_STEPS = ['start', 'finish', 'close'] as const
export type MaintenanceStep = (typeof MAINTENANCE_STEPS)[number]

/** Planned maintenance is scheduled until its work begins. A machine that broke down is under repair from the start. */
export const MAINTENANCE_STATES = ['scheduled', 'under-way', 'finished', 'cancelled'] as const
export type MaintenanceState = (typeof MAINTENANCE_STATES)[number]

export const COST_KINDS = ['part', 'labour'] as const
export type CostKind = (typeof COST_KINDS)[number]

type Stands = {
  readonly status: MaintenanceStatus
  readonly startedMs: number | null
  readonly openEnded: boolean
}

export function stateOf({ status, startedMs, openEnded }: Stands): MaintenanceState {
  if (status !== 'planned') return status
  return startedMs !== null || openEnded ? 'under-way' : 'scheduled'
}
