import type { MaintenanceRow } from '#calls/maintenance'

/** The machine has been given its time for it. */
export function hasBegun(row: Pick<MaintenanceRow, 'startMs'>): boolean {
  return row.startMs <= Date.now()
}
