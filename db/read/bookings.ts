import { and, asc, desc, eq, gt, gte, inArray, lt, or, type SQL, sql } from 'drizzle-orm'
import { isOverdue } from '#booking/block'
import type { BookingStatus } from '#booking/status'
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

function selectShown(db: ReadDb) {
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

export type BookingFilter = {
  status?: readonly BookingStatus[] | undefined
  machineId?: string | undefined
  memberId?: string | undefined
  /** Ids of the members and machines that a search text found; undefined when there is no text. */
  found?: { memberIds: readonly string[]; machineIds: readonly string[] } | undefined
  fromMs?: number | undefined
  toMs?: number | undefined
  order?: 'newest' | 'oldest' | undefined
  after?: { startMs: number; id: string } | undefined
  limit: number
}

/** A page of bookings by start. */
export function listBookings(db: ReadDb, filter: BookingFilter, nowMs: number): ShownBooking[] {
  const newest = filter.order !== 'oldest'
  const direction = newest ? desc : asc
  const rows = selectShown(db)
    .where(and(...conditions(filter, newest)))
    .orderBy(direction(bookings.startMs), direction(bookings.id))
    .limit(filter.limit)
    .all()
  return rows.map(row => shownBooking(row, nowMs))
}

function conditions(filter: BookingFilter, newest: boolean): (SQL | undefined)[] {
  const { after, found } = filter
  const beyond = newest ? lt : gt
  return [
    statusIs(filter.status),
    filter.machineId === undefined ? undefined : eq(bookings.machineId, filter.machineId),
    filter.memberId === undefined ? undefined : eq(bookings.memberId, filter.memberId),
    found &&
      or(
        inArray(bookings.memberId, [...found.memberIds]),
        inArray(bookings.machineId, [...found.machineIds]),
      ),
    filter.fromMs === undefined ? undefined : gt(bookings.endMs, filter.fromMs),
    filter.toMs === undefined ? undefined : lt(bookings.startMs, filter.toMs),
    after &&
      or(
        beyond(bookings.startMs, after.startMs),
        and(eq(bookings.startMs, after.startMs), beyond(bookings.id, after.id)),
      ),
  ]
}

/** Only with a literal does SQLite see that the index of pending bookings serves. */
function statusIs(status: readonly BookingStatus[] | undefined): SQL | undefined {
  if (!status || status.length === 0) return undefined
  if (status.length === 1 && status[0] === 'pending') return sql`${bookings.status} = 'pending'`
  return inArray(bookings.status, [...status])
}

const LIVE: BookingStatus[] = ['pending', 'approved', 'in-use', 'completed']

/** What stands on the same machine next to [startMs, endMs): at most three on each side, nearest first. */
export function readNeighbours(db: ReadDb, booking: StoredBooking, nowMs: number) {
  const sameMachine = and(
    eq(bookings.machineId, booking.machineId),
    inArray(bookings.status, LIVE),
    sql`${bookings.id} <> ${booking.id}`,
  )
  const before = selectShown(db)
    .where(and(sameMachine, lt(bookings.startMs, booking.startMs)))
    .orderBy(desc(bookings.startMs))
    .limit(3)
    .all()
  const after = selectShown(db)
    .where(and(sameMachine, gte(bookings.startMs, booking.startMs)))
    .orderBy(asc(bookings.startMs))
    .limit(3)
    .all()
  return {
    before: before.map(row => shownBooking(row, nowMs)),
    after: after.map(row => shownBooking(row, nowMs)),
  }
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
