import type { BatchStatus } from '#booking/batches/state'
import type { BookingStatus } from '#booking/bookings/status'
import type { MaintenanceStatus } from '#booking/maintenance/kinds'
import type { SessionStatus } from '#booking/sessions/state'
import type { Interval } from '#booking/time/interval'
import type { OnRecord } from '#booking/was-there'
import { preparedSql, type ReadDb } from '../file.ts'
import { LENGTH_CLASS } from '../tables/bookings.ts'

type Range = { machineId: string; startMs: number; endMs: number }
type BookingColumns = Interval & { status: BookingStatus; units: number; pendingBlocks: number }

const BOOKING = `
  b.start_ms AS startMs, b.end_ms AS endMs, b.status, b.units, b.pending_blocks AS pendingBlocks`

const bookings = preparedSql<Range, BookingColumns>(`
  SELECT ${BOOKING}
  FROM length_classes c CROSS JOIN bookings b
  WHERE b.machine_id = @machineId AND ${LENGTH_CLASS} = c.cls AND b.start_ms > @startMs - c.longest_ms
    AND b.start_ms < @endMs AND b.end_ms > @startMs`)

// An overdue booking lasts until now, however long ago it should have ended.
const overdue = preparedSql<Range, BookingColumns>(`
  SELECT ${BOOKING} FROM bookings b
  WHERE b.machine_id = @machineId AND b.status = 'in-use' AND b.end_ms <= @startMs`)

const maintenance = preparedSql<Range, Interval & { status: MaintenanceStatus }>(`
  SELECT start_ms AS startMs, end_ms AS endMs, status FROM maintenance
  WHERE machine_id = @machineId AND start_ms < @endMs AND end_ms > @startMs`)

const sessions = preparedSql<Range, Interval & { status: SessionStatus }>(`
  SELECT s.start_ms AS startMs, s.end_ms AS endMs, s.status
  FROM session_machines m CROSS JOIN sessions s
  WHERE m.machine_id = @machineId AND m.status <> 'removed' AND s.id = m.session_id
    AND s.start_ms < @endMs AND s.end_ms > @startMs`)

// What is done was there until then.
const batches = preparedSql<Range, Interval & { status: BatchStatus }>(`
  SELECT start_ms AS startMs, coalesce(done_ms, end_ms) AS endMs, status FROM batches
  WHERE machine_id = @machineId AND start_ms < @endMs AND coalesce(done_ms, end_ms) > @startMs`)

/** Every booking, session, batch and all maintenance of a machine that reach into the interval, whatever their status. */
export function readRecordsOfMachine(
  db: ReadDb,
  machineId: string,
  { startMs, endMs }: Interval,
): OnRecord[] {
  const range = { machineId, startMs, endMs }
  const booked = [...bookings(db).all(range), ...overdue(db).all(range)]
  return [
    ...booked.map(row => ({ ...row, kind: 'booking' as const, pendingBlocks: row.pendingBlocks === 1 })),
    ...maintenance(db)
      .all(range)
      .map(row => ({ ...row, kind: 'maintenance' as const })),
    ...sessions(db)
      .all(range)
      .map(row => ({ ...row, kind: 'session' as const })),
    ...batches(db)
      .all(range)
      .map(row => ({ ...row, kind: 'batch' as const })),
  ]
}
