import { and, asc, desc, eq, gt, gte, inArray, lt, lte, or, type SQL, sql } from 'drizzle-orm'
import type { BookingStatus } from '#booking/bookings/status'
import { LONGEST_BLOCK_MS } from '#booking/time/period'
import { plain, preparedSql, type ReadDb } from '../file.ts'
import { bookings, LENGTH_CLASS } from '../tables/bookings.ts'
import { type ShownBooking, type StoredBooking, selectShown, shownBooking } from './bookings.ts'

export type BookingFilter = {
  status?: readonly BookingStatus[] | undefined
  machineId?: string | undefined
  memberId?: string | undefined
  /** The members, the machines and the booking's number that the search text found; undefined without a text. */
  found?: { memberIds: readonly string[]; machineIds: readonly string[]; number?: number } | undefined
  fromMs?: number | undefined
  toMs?: number | undefined
  order?: 'newest' | 'oldest' | undefined
  after?: { startMs: number; id: string } | undefined
  limit: number
}

/**
 * A page of bookings by start. The filter is split into parts that an index returns in order of start, and their
 * first rows are merged, so a page costs the same in an old office. Any other condition, such as a rare status on
 * one machine, is tested row by row along a part.
 */
export function listBookings(db: ReadDb, filter: BookingFilter, nowMs: number): ShownBooking[] {
  const newest = filter.order !== 'oldest'
  const all = and(...conditions(filter), beyond(filter.after, newest))
  return firstByStart(db, partsOf(db, filter), { all, newest, limit: filter.limit }, nowMs)
}

const LIVE: BookingStatus[] = ['pending', 'approved', 'in-use', 'completed']

/** The neighbours of a booking on the same machine: at most three on each side, nearest first. */
export function readNeighbours(db: ReadDb, booking: StoredBooking, nowMs: number) {
  const { id, machineId, startMs } = booking
  const others = and(inArray(plain(bookings.status), LIVE), sql`${bookings.id} <> ${id}`)
  const parts = ofMachine(machineId)
  const before = { all: and(others, lt(bookings.startMs, startMs)), newest: true, limit: 3 }
  const after = { all: and(others, gte(bookings.startMs, startMs)), newest: false, limit: 3 }
  return { before: firstByStart(db, parts, before, nowMs), after: firstByStart(db, parts, after, nowMs) }
}

/** Who has a machine next: the first booking that is promised or waiting and not over, another one left out. */
export function readNextOn(db: ReadDb, machineId: string, exceptId: string, nowMs: number) {
  const all = and(
    inArray(plain(bookings.status), ['pending', 'approved']),
    gt(bookings.startMs, nowMs - LONGEST_BLOCK_MS),
    gt(plain(bookings.endMs), nowMs),
    sql`${bookings.id} <> ${exceptId}`,
  )
  return firstByStart(db, ofMachine(machineId), { all, newest: false, limit: 1 }, nowMs)[0]
}

type Wanted = { all: SQL | undefined; newest: boolean; limit: number }

function firstByStart(db: ReadDb, parts: readonly (SQL | undefined)[], wanted: Wanted, nowMs: number) {
  const { all, newest, limit } = wanted
  const direction = newest ? desc : asc
  const rows = parts.flatMap(part =>
    selectShown(db)
      .where(and(part, all))
      .orderBy(direction(bookings.startMs), direction(bookings.id))
      .limit(limit)
      .all(),
  )
  const sign = newest ? -1 : 1
  // A booking appears twice if the search found both its member and its machine.
  const each = new Map(rows.map(row => [row.id, row]))
  return [...each.values()]
    .map(row => shownBooking(row, nowMs))
    .sort((a, b) => sign * (a.startMs - b.startMs || (a.id < b.id ? -1 : 1)))
    .slice(0, limit)
}

const MOST_PARTS = 60

/**
 * The parts, each of which an index returns in order of start. Together they contain everything that the filter can
 * find.
 */
function partsOf(db: ReadDb, { machineId, memberId, found, status }: BookingFilter): (SQL | undefined)[] {
  if (machineId !== undefined) return ofMachine(machineId)
  if (memberId !== undefined) return [eq(bookings.memberId, memberId)]
  const withStatus = [...new Set(status)].map(one => eq(bookings.status, one))
  if (!found) return withStatus.length > 0 ? withStatus : [undefined]
  // A rare status: a machine's bookings would all be looked at for the few that have it.
  if (status && status.length > 0 && isFew(withOneOf(db).get({ statuses: JSON.stringify(status) }))) {
    return withStatus
  }
  const { memberIds, machineIds, number } = found
  const numbered = number === undefined ? [] : [eq(bookings.number, number)]
  const parts = [
    ...memberIds.map(id => eq(bookings.memberId, id)),
    ...machineIds.flatMap(ofMachine),
    ...numbered,
  ]
  if (parts.length <= MOST_PARTS) return parts
  const those = { memberIds: JSON.stringify(memberIds), machineIds: JSON.stringify(machineIds) }
  if (isFew(ofFound(db).get(those))) {
    const ofMembers = memberIds.length > 0 ? [inArray(bookings.memberId, [...memberIds])] : []
    const ofMachines = machineIds.length > 0 ? [inArray(bookings.machineId, [...machineIds])] : []
    return [...ofMembers, ...ofMachines, ...numbered]
  }
  // A text that finds this many is in so many bookings that scanning all of them by start soon fills a page.
  return [undefined]
}

/** So few that all of them can be looked at. */
const FEW = 5000
const isFew = (counted: { count: number } | undefined) => counted !== undefined && counted.count < FEW

const withOneOf = preparedSql<{ statuses: string }, { count: number }>(`
  SELECT count(*) AS count FROM (
    SELECT 1 FROM json_each(@statuses) s CROSS JOIN bookings b WHERE b.status = s.value LIMIT ${FEW})`)
const ofFound = preparedSql<{ memberIds: string; machineIds: string }, { count: number }>(`
  SELECT count(*) AS count FROM (
    SELECT 1 FROM json_each(@memberIds) m CROSS JOIN bookings b WHERE b.member_id = m.value
    UNION ALL SELECT 1 FROM json_each(@machineIds) m CROSS JOIN bookings b WHERE b.machine_id = m.value LIMIT ${FEW})`)

/** A machine's bookings are indexed by length class. */
function ofMachine(machineId: string): (SQL | undefined)[] {
  return [0, 1, 2].map(cls => sql`${bookings.machineId} = ${machineId} AND ${sql.raw(LENGTH_CLASS)} = ${cls}`)
}

/** The whole filter. The parts choose the index; the plus keeps SQLite from choosing another. */
function conditions(filter: BookingFilter): (SQL | undefined)[] {
  const { status, machineId, memberId, found, fromMs, toMs } = filter
  return [
    status && status.length > 0 ? inArray(plain(bookings.status), [...status]) : undefined,
    machineId === undefined ? undefined : sql`${plain(bookings.machineId)} = ${machineId}`,
    memberId === undefined ? undefined : sql`${plain(bookings.memberId)} = ${memberId}`,
    found &&
      or(
        inArray(plain(bookings.memberId), [...found.memberIds]),
        inArray(plain(bookings.machineId), [...found.machineIds]),
        found.number === undefined ? undefined : sql`${plain(bookings.number)} = ${found.number}`,
      ),
    fromMs === undefined
      ? undefined
      : and(gt(bookings.endMs, fromMs), gt(bookings.startMs, fromMs - LONGEST_BLOCK_MS)),
    toMs === undefined ? undefined : lt(bookings.startMs, toMs),
  ]
}

function beyond(after: BookingFilter['after'], newest: boolean): SQL | undefined {
  if (!after) return undefined
  const [further, asFar] = newest ? [lt, lte] : [gt, gte]
  return and(
    asFar(bookings.startMs, after.startMs),
    or(further(bookings.startMs, after.startMs), further(bookings.id, after.id)),
  )
}
