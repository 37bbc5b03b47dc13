import type { Load } from '#booking/availability/load'
import type { ComingBooking } from '#booking/machines/coming-up'
import { LONGEST_BLOCK_MS } from '#booking/time/period'
import { preparedSql, type ReadDb } from '../file.ts'

type Range = { fromMs: number; toMs: number }
export type LoadOfMachine = Load & { readonly machineId: string }

const promised = preparedSql<Range, Omit<LoadOfMachine, 'whole'> & { whole: number }>(`
  SELECT o.machine_id AS machineId, o.start_ms AS startMs, o.end_ms AS endMs, o.units, o.whole
  FROM machines x CROSS JOIN length_classes c CROSS JOIN occupancy o
  WHERE x.retired_ms IS NULL AND o.machine_id = x.id AND o.cls = c.cls AND o.seg = 0 AND o.kind <> 'hold'
    AND o.start_ms > @fromMs - c.longest_ms AND o.start_ms < @toMs AND o.end_ms > @fromMs`)

/** What takes time of each machine in service in [fromMs, toMs), without the forms that are being filled in. */
export function readLoadsOfAll(db: ReadDb, fromMs: number, toMs: number): LoadOfMachine[] {
  return promised(db)
    .all({ fromMs, toMs })
    .map(row => ({ ...row, whole: row.whole === 1 }))
}

export type NotYetOut = ComingBooking & { readonly machineId: string }

const notYetOut = preparedSql<{ nowMs: number; sinceMs: number; toMs: number }, NotYetOut>(`
  SELECT b.machine_id AS machineId, b.id AS bookingId, m.name AS memberName, b.start_ms AS startMs, b.status
  FROM bookings b CROSS JOIN members m
  WHERE b.status IN ('approved', 'pending') AND b.start_ms > @sinceMs AND b.start_ms < @toMs AND b.end_ms > @nowMs
    AND m.id = b.member_id
  ORDER BY b.start_ms, b.id`)

/** The approved and pending bookings that begin before `toMs` and are not over, in order of their start. */
export function readNotYetOut(db: ReadDb, nowMs: number, toMs: number): NotYetOut[] {
  return notYetOut(db).all({ nowMs, sinceMs: nowMs - LONGEST_BLOCK_MS, toMs })
}
