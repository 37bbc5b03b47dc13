import type { Interval } from '#booking/time/interval'
import { preparedSql, type ReadDb } from '../file.ts'

/** A booking that waits without blocking its machine. The interval includes its buffers. */
export type UnblockingPending = Interval & {
  readonly id: string
  readonly machineId: string
  readonly units: number
}

const pending = preparedSql<object, UnblockingPending>(`
  SELECT id, machine_id AS machineId, start_ms - buffer_before_ms AS startMs, end_ms + buffer_after_ms AS endMs, units
  FROM bookings WHERE status = 'pending' AND pending_blocks = 0`)

/** Every booking that waits and does not block. Such bookings may wait for the same time. */
export function readUnblockingPending(db: ReadDb): UnblockingPending[] {
  return pending(db).all({})
}
