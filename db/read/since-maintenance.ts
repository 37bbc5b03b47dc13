import type { MaintenancePlan } from '#booking/maintenance/due'
import { preparedSql, type ReadDb } from '../file.ts'

type Row = MaintenancePlan & {
  machineId: string
  /** When its last preventive maintenance was finished, or its first booking went out; null if neither happened. */
  fromMs: number | null
  maintained: number
  bookings: number
  /** What the hour meter showed then; null if nobody read it at the work. */
  maintainedHours: number | null
}

// Only preventive maintenance is what a plan is about: a repair of something else leaves it as due as before.
const LAST = "r.status = 'finished' AND r.kind = 'preventive'"

// Only machines whose type has a plan are looked at.
const since = preparedSql<object, Row>(`
  SELECT x.*, (
      SELECT count(*) FROM bookings b
      WHERE b.machine_id = x.machineId AND b.status = 'completed' AND b.returned_ms > coalesce(x.maintainedMs, -1)
    ) AS bookings,
    x.maintainedMs IS NOT NULL AS maintained,
    (SELECT f.meter_hours FROM maintenance r JOIN last_maintenance_facts f ON f.maintenance_id = r.id
      WHERE r.machine_id = x.machineId AND ${LAST} AND r.finished_ms = x.maintainedMs AND f.kind = 'finish' LIMIT 1)
      AS maintainedHours,
    coalesce(x.maintainedMs, (SELECT min(handed_over_ms) FROM bookings WHERE machine_id = x.machineId)) AS fromMs
  FROM (
    SELECT m.id AS machineId, t.due_hours AS dueHours, t.due_days AS dueDays, t.due_bookings AS dueBookings,
      (SELECT max(r.finished_ms) FROM maintenance r WHERE r.machine_id = m.id AND ${LAST}) AS maintainedMs
    FROM machines m JOIN machine_types t ON t.id = m.type_id
    WHERE m.retired_ms IS NULL AND coalesce(t.due_hours, t.due_days, t.due_bookings) IS NOT NULL
  ) x`)

/** Of each machine in service whose type has a plan: the plan, and what happened since the last maintenance. */
export function readSinceMaintenance(db: ReadDb) {
  return since(db)
    .all({})
    .map(row => ({ ...row, maintained: row.maintained === 1 }))
}
