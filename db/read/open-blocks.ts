import { preparedSql, type ReadDb } from '../file.ts'

const lasting = preparedSql<object, { machineId: string }>(`
  SELECT machine_id AS machineId FROM bookings INDEXED BY bookings_out WHERE status = 'in-use'
  UNION
  SELECT machine_id FROM maintenance INDEXED BY maintenance_open_ended WHERE open_ended = 1 AND status = 'planned'
  UNION
  SELECT machine_id FROM batches INDEXED BY batches_lasting WHERE open_ended = 1 AND status = 'open'`)

/** The machines that are out, under a repair without a known end, or with a batch that lasts until its grain is dry. */
export function readMachinesThatMayLast(db: ReadDb): string[] {
  return lasting(db)
    .all({})
    .map(row => row.machineId)
}
