import { type Counted, partsOf, type Quota } from '#booking/quotas/quotas'
import type { OfficeCalendar } from '#booking/time/calendar'
import { preparedSql, type ReadDb } from '../file.ts'
import { periodOf } from '../period-columns.ts'
import { readingById } from '../rows.ts'
import { quotas } from '../tables/quotas.ts'

export type StoredQuota = typeof quotas.$inferSelect

export const readQuota = readingById(quotas)

export type NamedQuota = Omit<StoredQuota, 'removed'> & { readonly typeName: string | null }
const standing = preparedSql<object, NamedQuota>(`
  SELECT q.id, q.version, q.type_id AS typeId, q.counts, q.most, q.per, q.from_day AS fromDay, q.to_day AS toDay,
    t.name AS typeName
  FROM quotas q LEFT JOIN machine_types t ON t.id = q.type_id WHERE q.removed = 0
  ORDER BY t.name COLLATE NOCASE, q.per, q.counts, q.id`)

/** The quotas that hold, by type. */
export function readQuotas(db: ReadDb): NamedQuota[] {
  return standing(db).all({})
}

type BookedRow = {
  typeId: string
  startMs: number
  endMs: number
  fromDay: string | null
  toDay: string | null
  squareMetres: number | null
}
type Within = { memberId: string; fromMs: number; toMs: number; exceptId: string | null }

// What was rejected, cancelled, displaced or not fetched is not used.
const FROM = `
  FROM bookings b JOIN machines m ON m.id = b.machine_id
  WHERE b.member_id = @memberId AND b.start_ms >= @fromMs AND b.start_ms < @toMs AND b.id IS NOT @exceptId
    AND b.status IN ('pending', 'approved', 'in-use', 'completed')`
const COLUMNS = `m.type_id AS typeId, b.start_ms AS startMs, b.end_ms AS endMs, b.from_day AS fromDay, b.to_day AS toDay`
const booked = preparedSql<Within, BookedRow>(`SELECT ${COLUMNS}, NULL AS squareMetres ${FROM}`)
const bookedWithFields = preparedSql<Within, BookedRow>(`
  SELECT ${COLUMNS}, coalesce(
    (SELECT CAST(round(work_quantity * 10000) AS INTEGER) FROM standing_facts
      WHERE booking_id = b.id AND kind = 'return' AND work_per = 'hectare'),
    (SELECT square_metres FROM fields WHERE id = b.field_id)) AS squareMetres ${FROM}`)

// Sacks in a batch count as a booking of its time.
const SHARED = `
  SELECT m.type_id AS typeId, b.start_ms AS startMs, b.end_ms AS endMs, b.from_day AS fromDay, b.to_day AS toDay,
    f.square_metres AS squareMetres
  FROM batch_shares s JOIN batches b ON b.id = s.batch_id JOIN machines m ON m.id = b.machine_id
  LEFT JOIN fields f ON f.id = s.field_id
  WHERE s.member_id = @memberId AND s.status = 'active' AND b.status <> 'cancelled'
    AND b.start_ms >= @fromMs AND b.start_ms < @toMs AND s.id IS NOT @exceptId`
const shared = preparedSql<Within, BookedRow>(SHARED)

/** How much a member has booked that begins within a time, in the parts of a quota. */
export function readUsed(db: ReadDb, quota: Quota, within: Within, calendar: OfficeCalendar): number {
  const rows = (quota.counts === 'hectares' ? bookedWithFields : booked)(db).all(within)
  return [...rows, ...shared(db).all(within)]
    .filter(row => quota.typeId === null || row.typeId === quota.typeId)
    .reduce((sum, row) => sum + partsOf(quota.counts, countedOf(row), calendar), 0)
}

function countedOf(row: BookedRow): Counted {
  return { period: periodOf(row), squareMetres: row.squareMetres ?? 0 }
}

type LastRow = {
  bookingId: string
  number: number
  machineName: string
  returnedMs: number
  isMeasured: number
}
const lastReturned = preparedSql<{ memberId: string }, LastRow>(`
  SELECT b.id AS bookingId, b.number, m.name AS machineName, b.returned_ms AS returnedMs,
    EXISTS (SELECT 1 FROM standing_facts WHERE booking_id = b.id AND kind = 'return' AND work_quantity IS NOT NULL)
      AS isMeasured
  FROM bookings b JOIN machines m ON m.id = b.machine_id
  WHERE b.member_id = @memberId AND b.status = 'completed' ORDER BY b.returned_ms DESC LIMIT 1`)

/** The booking of a member that came back last, if no work was measured; null otherwise. */
export function readLastUnmeasured(db: ReadDb, memberId: string) {
  const last = lastReturned(db).get({ memberId })
  if (!last || last.isMeasured === 1) return null
  const { isMeasured: _, ...job } = last
  return job
}
