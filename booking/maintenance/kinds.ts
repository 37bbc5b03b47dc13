export const MAINTENANCE_KINDS = ['preventive', 'corrective', 'emergency'] as const
export type MaintenanceKind = (typeof MAINTENANCE_KINDS)[number]

/** Only planned maintenance blocks the machine. */
export const MAINTENANCE_STATUSES = ['planned', 'finished', 'cancelled'] as const
export type MaintenanceStatus = (typeof MAINTENANCE_STATUSES)[number]
