import { eq, getTableColumns, sql } from 'drizzle-orm'
import { isOverdue } from '#booking/availability/block'
import { given, prepared, type ReadDb } from '../file.ts'
import { periodOf } from '../period-columns.ts'
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
  ...shownColumns
} = getTableColumns(bookings)

/** Bookings with the names of the records that they refer to. */
export function selectShown(db: ReadDb) {
  const rows = db
    .select({ ...shownColumns, ...shownWithBooking })
    .from(bookings)
    .$dynamic()
  for (const { table, id, on } of namedByBooking) rows.leftJoin(table, eq(id, on))
  return rows
}
type ShownColumns = ReturnType<ReturnType<typeof selectShown>['all']>[number]

/** Shown for a booking that Araro entered, or an unknown user. */
export const NOBODY = '00000000-0000-0000-0000-000000000000'

/** A booking as lists and answers contain it. */
export function shownBooking(row: ShownColumns, nowMs: number) {
  const { fromDay: _, toDay: _to, requestedBy, userName, ...booking } = row
  return {
    ...booking,
    // Only a row that another program is writing has none yet.
    number: row.number ?? 0,
    period: periodOf(row),
    requestedBy: { id: requestedBy ?? NOBODY, name: userName ?? 'system' },
    overdue: row.status === 'in-use' && isOverdue(row, nowMs),
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
