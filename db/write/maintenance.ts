import { inserting, updating } from '../rows.ts'
import { maintenance } from '../tables/maintenance.ts'

/** @throws OVERBOOKED from the guard if the machine is promised to somebody at that time */
export const insertMaintenance = inserting(maintenance)
export const updateMaintenance = updating(maintenance)
