import { eq, getTableColumns, sql } from 'drizzle-orm'
import { isOverdue } from '#booking/availability/block'
import { given, prepared, preparedSql, type ReadDb } from '../file.ts'
import { periodOf } from '../period-columns.ts'
import { bookings } from '../tables/bookings.ts'
import { machines } from '../tables/machines.ts'
import { members } from '../tables/members.ts'
import { users } from '../tables/users.ts'

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
      ...getTableColumns(bookings),
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
type ShownColumns = Omit<
  StoredBooking,
  'pendingBlocks' | 'bufferBeforeMs' | 'bufferAfterMs' | 'fromOffset' | 'toOffset'
> & {
  machineName: string
  memberName: string
  memberNumber: string
  memberPhone: string
  userName: string | null
}

/** Stands where a booking was entered by the program, or by nobody we know. */
export const NOBODY = '00000000-0000-0000-0000-000000000000'

/** A booking as lists and answers show it. */
export function shownBooking(booking: ShownColumns, nowMs: number) {
  return {
    id: booking.id,
    version: booking.version,
    status: booking.status,
    machineId: booking.machineId,
    machineName: booking.machineName,
    memberId: booking.memberId,
    memberName: booking.memberName,
    memberNumber: booking.memberNumber,
    memberPhone: booking.memberPhone,
    period: periodOf(booking),
    startMs: booking.startMs,
    endMs: booking.endMs,
    units: booking.units,
    purpose: booking.purpose,
    requestedBy: { id: booking.requestedBy ?? NOBODY, name: booking.userName ?? 'system' },
    requestedMs: booking.requestedMs,
    reason: booking.reason,
    handedOverMs: booking.handedOverMs,
    returnedMs: booking.returnedMs,
    overdue: booking.status === 'in-use' && isOverdue(booking, nowMs),
  }
}
export type ShownBooking = ReturnType<typeof shownBooking>

const shownById = preparedSql<{ id: string }, ShownColumns>(`
  SELECT b.id, b.version, b.status, b.machine_id AS machineId, x.name AS machineName, b.member_id AS memberId,
    m.name AS memberName, m.number AS memberNumber, m.phone AS memberPhone, b.start_ms AS startMs, b.end_ms AS endMs,
    b.from_day AS fromDay, b.to_day AS toDay, b.units, b.purpose,
    b.requested_by AS requestedBy, u.name AS userName, b.requested_ms AS requestedMs, b.reason,
    b.handed_over_ms AS handedOverMs, b.returned_ms AS returnedMs
  FROM bookings b JOIN machines x ON x.id = b.machine_id JOIN members m ON m.id = b.member_id
    LEFT JOIN users u ON u.id = b.requested_by
  WHERE b.id = @id`)

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
