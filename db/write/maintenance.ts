import { preparedSql, type WriteTx } from '../file.ts'
import { inserting, updating } from '../rows.ts'
import { maintenance, maintenanceCosts, maintenanceFacts } from '../tables/maintenance.ts'

/** @throws OVERBOOKED from the guard if the machine is promised to somebody at that time */
export const insertMaintenance = inserting(maintenance)
export const updateMaintenance = updating(maintenance)

/** What happened at the work. The file moves the maintenance along, by one version. */
export const insertMaintenanceFact = inserting(maintenanceFacts)
export const insertMaintenanceCost = inserting(maintenanceCosts)

const setEnd = preparedSql<{ id: string; endMs: number }, never>(
  'UPDATE maintenance SET end_ms = @endMs WHERE id = @id AND end_ms <> @endMs',
)

/** Where a repair that lasted until it was finished ends on record. It follows from a fact, and so is no version of its own. */
export function endRepair(tx: WriteTx, id: string, endMs: number): void {
  setEnd(tx).run({ id, endMs })
}
