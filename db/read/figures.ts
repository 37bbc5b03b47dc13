import type { Interval } from '#booking/time/interval'
import { preparedSql, type ReadDb } from '../file.ts'
import { LENGTH_CLASS } from '../tables/bookings.ts'

type MachineUseColumns = { machineId: string; completed: number; planned: number }

const use = preparedSql<{ sinceMs: number; nowMs: number }, MachineUseColumns>(`
  SELECT x.id AS machineId, (
      SELECT count(*) FROM length_classes c CROSS JOIN bookings b
      WHERE b.machine_id = x.id AND ${LENGTH_CLASS} = c.cls AND b.start_ms > @sinceMs - c.longest_ms
        AND b.start_ms < @nowMs AND b.end_ms > max(@sinceMs, x.maintainedMs) AND b.status = 'completed'
    ) AS completed, x.planned
  FROM (
    SELECT m.id,
      coalesce((SELECT max(r.finished_ms) FROM maintenance r WHERE r.machine_id = m.id AND r.status = 'finished'
        AND r.kind = 'preventive'), 0)
        AS maintainedMs,
      EXISTS (SELECT 1 FROM maintenance r WHERE r.machine_id = m.id AND r.status = 'planned'
        AND r.kind = 'preventive') AS planned
    FROM machines m WHERE m.retired_ms IS NULL
  ) x`)

/**
 * Of each machine in service: how many bookings were completed with an end after `sinceMs` and after its last finished
 * preventive maintenance, and whether such maintenance is planned.
 */
export function readMachineUse(db: ReadDb, sinceMs: number, nowMs: number) {
  return use(db)
    .all({ sinceMs, nowMs })
    .map(row => ({ ...row, planned: row.planned === 1 }))
}

export type BookedTime = Interval & { readonly machineId: string; readonly used: boolean }

const booked = preparedSql<{ fromMs: number; toMs: number }, Omit<BookedTime, 'used'> & { used: number }>(`
  SELECT b.machine_id AS machineId, b.start_ms AS startMs, b.end_ms AS endMs, b.status <> 'approved' AS used
  FROM machines x CROSS JOIN length_classes c CROSS JOIN bookings b
  WHERE x.retired_ms IS NULL AND b.machine_id = x.id AND ${LENGTH_CLASS} = c.cls
    AND b.start_ms > @fromMs - c.longest_ms AND b.start_ms < @toMs AND b.end_ms > @fromMs
    AND (b.status = 'approved' OR b.status = 'in-use' OR b.status = 'completed')`)

/** What was booked on machines in service and overlaps [fromMs, toMs). `used`: the machine went out with it. */
export function readBookedTime(db: ReadDb, fromMs: number, toMs: number): BookedTime[] {
  return booked(db)
    .all({ fromMs, toMs })
    .map(row => ({ ...row, used: row.used === 1 }))
}
