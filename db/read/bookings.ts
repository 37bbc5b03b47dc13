import { eq, sql } from 'drizzle-orm'
import { isOverdue } from '#booking/block'
import { given, prepared, type ReadDb } from '../file.ts'
import { periodOf } from '../period-columns.ts'
import { bookings, machines, members, users } from '../schema.ts'

export type StoredBooking = typeof bookings.$inferSelect

const byId = prepared(db =>
  db
    .select()
    .from(bookings)
    .where(eq(bookings.id, given('id')))
    .prepare(),
)

export function readBooking(db: ReadDb, id: string): StoredBooking | undefined {
  return byId(db).get({ id })
}

/** Bookings with the names that are shown with them. */
export function selectShown(db: ReadDb) {
  return db
    .select({
      booking: bookings,
      machineName: machines.name,
      memberName: members.name,
      memberNumber: members.number,
      memberPhone: members.phone,
      userName: users.name,
    })
    .from(bookings)
    .innerJoin(machines, eq(machines.id, bookings.machineId))
    .innerJoin(members, eq(members.id, bookings.memberId))
    .leftJoin(users, eq(users.id, bookings.requestedBy))
    .$dynamic()
}
type ShownColumns = {
  booking: StoredBooking
  machineName: string
  memberName: string
  memberNumber: string
  memberPhone: string
  userName: string | null
}

/** Stands where a booking was entered by the program, or by nobody we know. */
export const NOBODY = '00000000-0000-0000-0000-000000000000'

/** A booking as lists and answers show it. */
export function shownBooking(row: ShownColumns, nowMs: number) {
  const { booking } = row
  return {
    id: booking.id,
    version: booking.version,
    status: booking.status,
    machineId: booking.machineId,
    machineName: row.machineName,
    memberId: booking.memberId,
    memberName: row.memberName,
    memberNumber: row.memberNumber,
    memberPhone: row.memberPhone,
    period: periodOf(booking),
    startMs: booking.startMs,
    endMs: booking.endMs,
    units: booking.units,
    purpose: booking.purpose,
    requestedBy: { id: booking.requestedBy ?? NOBODY, name: row.userName ?? 'system' },
    requestedMs: booking.requestedMs,
    reason: booking.reason,
    handedOverMs: booking.handedOverMs,
    returnedMs: booking.returnedMs,
    overdue: booking.status === 'in-use' && isOverdue(booking, nowMs),
  }
}
export type ShownBooking = ReturnType<typeof shownBooking>

const shownById = prepared(db =>
  selectShown(db)
    .where(eq(bookings.id, given('id')))
    .prepare(),
)

export function readShownBooking(db: ReadDb, id: string, nowMs: number): ShownBooking | undefined {
  const row = shownById(db).get({ id })
  return row && shownBooking(row, nowMs)
}

/** How many bookings of a member stand in each status. */
export function countByStatus(db: ReadDb, memberId: string): Record<string, number> {
  const rows = db
    .select({ status: bookings.status, count: sql<number>`count(*)` })
    .from(bookings)
    .where(eq(bookings.memberId, memberId))
    .groupBy(bookings.status)
    .all()
  return Object.fromEntries(rows.map(row => [row.status, row.count]))
}
