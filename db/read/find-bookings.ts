import { preparedSql, type ReadDb } from '../file.ts'

/** As much of a booking as the search compares. */
export type BookingKey = { readonly id: string; readonly memberId: string; readonly machineId: string }

const KEY = 'b.id, b.member_id AS memberId, b.machine_id AS machineId'
const NOT_OVER = "b.status IN ('pending', 'approved', 'in-use')"

const out = preparedSql<{ sinceMs: number }, BookingKey>(`
  SELECT ${KEY} FROM bookings b INDEXED BY bookings_out
  WHERE b.status = 'in-use' AND b.start_ms <= @sinceMs ORDER BY b.start_ms, b.id`)
const coming = preparedSql<{ sinceMs: number; limit: number }, BookingKey>(`
  SELECT ${KEY} FROM bookings b INDEXED BY bookings_by_start
  WHERE b.start_ms > @sinceMs AND ${NOT_OVER} ORDER BY b.start_ms, b.id LIMIT @limit`)
const past = preparedSql<{ beforeMs: number; limit: number }, BookingKey>(`
  SELECT ${KEY} FROM bookings b INDEXED BY bookings_by_start
  WHERE b.start_ms <= @beforeMs ORDER BY b.start_ms DESC, b.id DESC LIMIT @limit`)
const ofMembers = preparedSql<{ memberIds: string; limit: number }, BookingKey>(`
  SELECT ${KEY} FROM json_each(@memberIds) m CROSS JOIN bookings b WHERE b.member_id = m.value
  ORDER BY ${NOT_OVER} DESC, CASE WHEN ${NOT_OVER} THEN b.start_ms ELSE -b.start_ms END, b.id LIMIT @limit`)
const named = preparedSql<{ ids: string }, BookingKey>(
  `SELECT ${KEY} FROM json_each(@ids) x CROSS JOIN bookings b WHERE b.id = x.value ORDER BY x.key`,
)
const numbered = preparedSql<{ number: number }, BookingKey>(
  `SELECT ${KEY} FROM bookings b WHERE b.number = @number`,
)

/** The bookings that are not over and begin after `sinceMs`, or are still out, by start. */
export function readKeysNotOver(db: ReadDb, sinceMs: number, limit: number): BookingKey[] {
  return [...out(db).all({ sinceMs }), ...coming(db).all({ sinceMs, limit })]
}

/** The bookings that begin before an instant, the latest first. */
export function readKeysBefore(db: ReadDb, beforeMs: number, limit: number): BookingKey[] {
  return past(db).all({ beforeMs, limit })
}

/** These bookings, in this order; those that are not there are left out. */
export function readBookingKeysNamed(db: ReadDb, ids: readonly string[]): BookingKey[] {
  return named(db).all({ ids: JSON.stringify(ids) })
}

/** The bookings of a few members: those that are not over by start, then the latest. */
export function readBookingKeysOf(db: ReadDb, memberIds: readonly string[], limit: number): BookingKey[] {
  return ofMembers(db).all({ memberIds: JSON.stringify(memberIds), limit })
}

export function readBookingNumbered(db: ReadDb, number: number): BookingKey[] {
  return numbered(db).all({ number })
}
