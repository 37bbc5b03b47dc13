import type { Load } from '#booking/availability/load'
import type { ComingBooking } from '#booking/machines/coming-up'
import type { OnDay } from '#booking/today/part-of-day'
import { preparedSql, type ReadDb } from '../file.ts'
import { periodOf } from '../period-columns.ts'
import { LENGTH_CLASS } from '../tables/bookings.ts'

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

const notYetOut = preparedSql<{ nowMs: number; toMs: number }, NotYetOut>(`
  SELECT b.machine_id AS machineId, b.id AS bookingId, m.name AS memberName, b.start_ms AS startMs, b.status
  FROM machines x CROSS JOIN length_classes c CROSS JOIN bookings b CROSS JOIN members m
  WHERE b.machine_id = x.id AND ${LENGTH_CLASS} = c.cls AND b.start_ms > @nowMs - c.longest_ms AND b.start_ms < @toMs
    AND b.end_ms > @nowMs AND b.status IN ('approved', 'pending') AND m.id = b.member_id
  ORDER BY b.start_ms, b.id`)

/** The approved and pending bookings that begin before `toMs` and are not over, in order of their start. */
export function readNotYetOut(db: ReadDb, nowMs: number, toMs: number): NotYetOut[] {
  return notYetOut(db).all({ nowMs, toMs })
}

export type ListedBooking = OnDay & { readonly id: string; readonly machineId: string }

const LISTED = 'b.id, b.machine_id AS machineId, b.status, b.start_ms AS startMs, b.end_ms AS endMs'

const meeting = preparedSql<Range, ListedBooking>(`
  SELECT ${LISTED} FROM machines x CROSS JOIN length_classes c CROSS JOIN bookings b
  WHERE b.machine_id = x.id AND ${LENGTH_CLASS} = c.cls AND b.start_ms > @fromMs - c.longest_ms AND b.start_ms < @toMs
    AND b.end_ms > @fromMs`)

/** Every booking that overlaps [fromMs, toMs), whatever its status, also of machines that are retired. */
export function readBookingsMeeting(db: ReadDb, fromMs: number, toMs: number): ListedBooking[] {
  return meeting(db).all({ fromMs, toMs })
}

const out = preparedSql<object, ListedBooking>(
  `SELECT ${LISTED} FROM bookings b INDEXED BY bookings_out WHERE b.status = 'in-use'`,
)

/** Every booking with which a machine is out now. */
export function readBookingsOut(db: ReadDb): ListedBooking[] {
  return out(db).all({})
}

const notFetched = preparedSql<{ nowMs: number; sinceMs: number; limit: number }, ListedBooking>(`
  SELECT ${LISTED} FROM bookings b
  WHERE b.status = 'approved' AND b.start_ms > @sinceMs AND b.start_ms < @nowMs AND b.end_ms <= @nowMs
  ORDER BY b.start_ms DESC, b.id LIMIT @limit`)

/** Approved bookings that began after `sinceMs` and are over without a hand-over, the newest first. */
export function readNotFetched(db: ReadDb, sinceMs: number, nowMs: number, limit: number): ListedBooking[] {
  return notFetched(db).all({ nowMs, sinceMs, limit })
}

type NextOfMachine = {
  bookingId: string
  memberName: string
  memberPhone: string
  startMs: number
  endMs: number
  fromDay: string | null
  toDay: string | null
}
const nextOfMachine = preparedSql<{ machineId: string; nowMs: number; toMs: number }, NextOfMachine>(`
  SELECT b.id AS bookingId, m.name AS memberName, m.phone AS memberPhone, b.start_ms AS startMs, b.end_ms AS endMs,
    b.from_day AS fromDay, b.to_day AS toDay
  FROM length_classes c CROSS JOIN bookings b CROSS JOIN members m
  WHERE b.machine_id = @machineId AND ${LENGTH_CLASS} = c.cls AND b.start_ms > @nowMs - c.longest_ms
    AND b.start_ms < @toMs AND b.end_ms > @nowMs AND b.status = 'approved' AND m.id = b.member_id
  ORDER BY b.start_ms, b.id LIMIT 1`)

/** The approved booking that takes a machine next, if it begins before `toMs`. */
export function readNextOfMachine(db: ReadDb, machineId: string, nowMs: number, toMs: number) {
  const row = nextOfMachine(db).get({ machineId, nowMs, toMs })
  if (!row) return null
  const { bookingId, memberName, memberPhone } = row
  return { bookingId, memberName, memberPhone, period: periodOf(row) }
}

const pending = preparedSql<object, { count: number }>(
  `SELECT count(*) AS count FROM bookings WHERE status = 'pending'`,
)

export function countPending(db: ReadDb): number {
  return pending(db).get({})?.count ?? 0
}

const displaced = preparedSql<object, { count: number }>(
  `SELECT count(*) AS count FROM bookings WHERE status = 'displaced'`,
)

/** Bookings that lost their time to a repair and have no other yet. */
export function countDisplaced(db: ReadDb): number {
  return displaced(db).get({})?.count ?? 0
}

const planned = preparedSql<Range & { limit: number }, { id: string }>(`
  SELECT r.id FROM machines x CROSS JOIN maintenance r
  WHERE r.machine_id = x.id AND r.start_ms < @toMs AND (r.end_ms > @fromMs OR r.open_ended = 1)
    AND r.status = 'planned'
  ORDER BY r.start_ms, r.id LIMIT @limit`)

/** The planned maintenance that overlaps [fromMs, toMs), or lasts until it is finished, by its start. */
export function readMaintenanceMeeting(db: ReadDb, fromMs: number, toMs: number, limit: number): string[] {
  return planned(db)
    .all({ fromMs, toMs, limit })
    .map(row => row.id)
}
