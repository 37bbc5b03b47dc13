import { eq, getTableColumns, sql } from 'drizzle-orm'
import { isOverdue } from '#booking/availability/block'
import { BOOKING_STATUSES } from '#booking/bookings/status'
import { MEMBER_KINDS } from '#booking/members/kind'
import { given, prepared, type ReadDb } from '../file.ts'
import { careful, idOrNull, instantOr, isInstant, isOneOf } from '../odd-values.ts'
import { isReadablePeriod, periodOf } from '../period-columns.ts'
import { readingById } from '../rows.ts'
import { bookings, namedByBooking, shownWithBooking } from '../tables/bookings.ts'

export type StoredBooking = typeof bookings.$inferSelect

export const readBooking = readingById(bookings)

/** What the calendar and the rules need from a booking; no screen shows it. */
const {
  pendingBlocks: _,
  bufferBeforeMs: _before,
  bufferAfterMs: _after,
  fromOffset: _from,
  toOffset: _to,
  rateId: _rate,
  ...shownColumns
} = getTableColumns(bookings)

/** Whether what was recorded of its use was corrected later. */
const corrected = sql<number>`EXISTS (
  SELECT 1 FROM booking_facts WHERE booking_id = ${bookings.id} AND corrects IS NOT NULL)`.as('corrected')

/** Bookings with the names of the records that they refer to. */
export function selectShown(db: ReadDb) {
  const rows = db
    .select({ ...shownColumns, ...shownWithBooking, corrected })
    .from(bookings)
    .$dynamic()
  for (const { table, id, on } of namedByBooking) rows.leftJoin(table, eq(id, on))
  return rows
}
type ShownColumns = ReturnType<ReturnType<typeof selectShown>['all']>[number]

/** Shown for a booking that Araro entered, or an unknown user. */
export const NOBODY = '00000000-0000-0000-0000-000000000000'

function isKind(kind: string | null): boolean {
  return kind === null || isOneOf(MEMBER_KINDS, kind)
}

/** A booking as lists and answers contain it. */
export function shownBooking(row: ShownColumns, nowMs: number) {
  const { fromDay: _, toDay: _to, requestedBy, userName, corrected: isCorrected, ...booking } = row
  const { take, marked } = careful()
  const period = periodOf(row)
  const isTime = (ms: number | null) => ms === null || isInstant(ms)
  return {
    ...booking,
    // Only a row that another program is writing has none yet.
    number: row.number ?? 0,
    status: take('status', isOneOf(BOOKING_STATUSES, row.status), row.status, 'displaced' as const),
    machineName: booking.machineName ?? '',
    memberName: booking.memberName ?? '',
    memberNumber: booking.memberNumber ?? '',
    memberPhone: booking.memberPhone ?? '',
    memberBarangay: booking.memberBarangay ?? '',
    period: take('period', isReadablePeriod(row), period, period),
    startMs: instantOr(row.startMs, 0),
    endMs: instantOr(row.endMs, 0),
    requestedBy: { id: idOrNull(requestedBy) ?? NOBODY, name: userName ?? 'system' },
    requestedMs: take('requestedMs', isTime(row.requestedMs), row.requestedMs, 0),
    handedOverMs: take('handedOverMs', isTime(row.handedOverMs), row.handedOverMs, null),
    returnedMs: take('returnedMs', isTime(row.returnedMs), row.returnedMs, null),
    memberKind: take('memberKind', isKind(row.memberKind), row.memberKind, null),
    overdue: row.status === 'in-use' && isOverdue(row, nowMs),
    ...(isCorrected === 1 && { corrected: true as const }),
    ...marked(),
  }
}
export type ShownBooking = ReturnType<typeof shownBooking>

const shownById = prepared((db: ReadDb) =>
  selectShown(db)
    .where(eq(bookings.id, given('id')))
    .prepare(),
)

export function readShownBooking(db: ReadDb, id: string, nowMs: number): ShownBooking | undefined {
  const row = shownById(db).get({ id })
  return row && shownBooking(row, nowMs)
}

const shownByIds = prepared((db: ReadDb) =>
  selectShown(db)
    .where(sql`${bookings.id} IN (SELECT value FROM json_each(${sql.placeholder('ids')}))`)
    .prepare(),
)

/** The bookings with these ids, by their ids. */
export function readShownBookings(
  db: ReadDb,
  ids: readonly string[],
  nowMs: number,
): ReadonlyMap<string, ShownBooking> {
  const rows = shownByIds(db).all({ ids: JSON.stringify(ids) })
  return new Map(rows.map(row => [row.id, shownBooking(row, nowMs)]))
}

/** The number of a member's bookings at each status. */
export function countByStatus(db: ReadDb, memberId: string): Record<string, number> {
  const rows = db
    .select({ status: bookings.status, count: sql<number>`count(*)` })
    .from(bookings)
    .where(eq(bookings.memberId, memberId))
    .groupBy(bookings.status)
    .all()
  return Object.fromEntries(rows.map(row => [row.status, row.count]))
}
