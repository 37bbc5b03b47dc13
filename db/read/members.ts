import { and, asc, eq, gt, inArray, or, type SQL, sql } from 'drizzle-orm'
import { isOverdue } from '#booking/availability/block'
import type { MemberFacts } from '#booking/bookings/decide-booking'
import { MEMBER_KINDS } from '#booking/members/kind'
import type { MemberStanding } from '#booking/members/standing'
import { preparedSql, type ReadDb } from '../file.ts'
import { careful } from '../odd-values.ts'
import { periodOf } from '../period-columns.ts'
import { readingById } from '../rows.ts'
import { members } from '../tables/members.ts'

export type StoredMember = typeof members.$inferSelect

export const readMember = readingById(members)

const factsById = preparedSql<
  { id: string },
  Omit<MemberFacts, 'verified' | 'suspended'> & { verified: number; suspended: number }
>('SELECT id, name, verified, suspended, suspended_reason AS suspendedReason FROM members WHERE id = @id')

/** What the rules need to know about a booking's member. */
export function readMemberFacts(db: ReadDb, id: string): MemberFacts | undefined {
  const row = factsById(db).get({ id })
  return row && { ...row, verified: row.verified === 1, suspended: row.suspended === 1 }
}

export function memberNumbered(db: ReadDb, number: string): StoredMember | undefined {
  return db.select().from(members).where(sql`${members.number} = ${number} COLLATE NOCASE`).get()
}

const numbersSql = preparedSql<object, { number: string }>('SELECT number FROM members')

/** Every member's number, as it was entered. */
export function memberNumbers(db: ReadDb): string[] {
  return numbersSql(db)
    .all({})
    .map(row => row.number)
}

/** A member as the screens show them. */
export function shownMember(member: StoredMember) {
  const { searchKey: _, ...shown } = member
  const { take, marked } = careful()
  const kind = take('kind', MEMBER_KINDS.includes(shown.kind), shown.kind, 'member' as const)
  return { ...shown, kind, ...marked() }
}
export type ShownMember = ReturnType<typeof shownMember>

const byName = asc(sql`${members.name} COLLATE NOCASE`)

/** The first members by name. */
export function firstMembers(db: ReadDb, limit: number): StoredMember[] {
  return db.select().from(members).orderBy(byName, asc(members.id)).limit(limit).all()
}

/** What the search compares a text with; `searchKey` is the folded name and number. */
export type MemberKey = { id: string; searchKey: string; number: string; phone: string }

const allKeys = preparedSql<object, MemberKey>(
  'SELECT id, search_key AS searchKey, number, phone FROM members ORDER BY name COLLATE NOCASE, id',
)

/** Every member, by name, for the search. */
export function memberKeys(db: ReadDb): MemberKey[] {
  return allKeys(db).all({})
}

/** `foreign` changes with every commit of another program. */
export type StateOfMembers = { readonly count: number; readonly versions: number; readonly foreign: number }

const stateSql = preparedSql<object, StateOfMembers>(`
  SELECT count(*) AS count, total(version) AS versions, (SELECT data_version FROM pragma_data_version) AS "foreign"
  FROM members`)

/** Differs from what it was as soon as a member was added or changed. */
export function stateOfMembers(db: ReadDb): StateOfMembers {
  const state = stateSql(db).get({})
  if (!state) throw new Error('a count has a row')
  return state
}

export function membersByIds(db: ReadDb, ids: readonly string[]): StoredMember[] {
  return db
    .select()
    .from(members)
    .where(inArray(members.id, [...ids]))
    .all()
}

export type MemberFilter = {
  /** Only these members. */
  ids?: readonly string[] | undefined
  barangay?: string | undefined
  standing?: MemberStanding | undefined
  after?: { name: string; id: string } | undefined
  limit: number
}

/** A page of members by name, and how many the filter finds in total. */
export function listMembers(db: ReadDb, filter: MemberFilter) {
  const which = and(
    filter.ids && isOneOf(filter.ids),
    filter.barangay === undefined ? undefined : eq(members.barangay, filter.barangay),
    filter.standing && standingIs(filter.standing),
  )
  const { after } = filter
  const beyond =
    after &&
    or(
      gt(sql`${members.name} COLLATE NOCASE`, after.name),
      and(sql`${members.name} = ${after.name} COLLATE NOCASE`, gt(members.id, after.id)),
    )
  const rows = db
    .select()
    .from(members)
    .where(and(which, beyond))
    .orderBy(byName, asc(members.id))
    .limit(filter.limit)
    .all()
  const total = db.select({ count: sql<number>`count(*)` }).from(members).where(which).get()?.count ?? 0
  return { rows, total }
}

/** As one value, because the number of values in a statement is limited. */
function isOneOf(ids: readonly string[]): SQL {
  return sql`${members.id} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`
}

function standingIs(standing: MemberStanding): SQL | undefined {
  if (standing === 'suspended') return eq(members.suspended, true)
  return and(eq(members.suspended, false), eq(members.verified, standing === 'verified'))
}

const outWith = preparedSql<
  { memberId: string },
  { bookingId: string; machineName: string; startMs: number; endMs: number; fromDay: string; toDay: string }
>(`
  SELECT b.id AS bookingId, c.name AS machineName, b.start_ms AS startMs, b.end_ms AS endMs,
    b.from_day AS fromDay, b.to_day AS toDay
  FROM bookings b INDEXED BY bookings_out JOIN machines c ON c.id = b.machine_id
  WHERE b.status = 'in-use' AND b.member_id = @memberId ORDER BY b.end_ms, b.id`)

/** The bookings whose machines the member should have returned by now, the oldest first. */
export function overdueWith(db: ReadDb, memberId: string, nowMs: number) {
  return outWith(db)
    .all({ memberId })
    .filter(row => isOverdue(row, nowMs))
    .map(row => ({ bookingId: row.bookingId, machineName: row.machineName, period: periodOf(row) }))
}

/** The barangays in which members live, by name. */
export function barangays(db: ReadDb): string[] {
  const rows = db
    .selectDistinct({ barangay: members.barangay })
    .from(members)
    .orderBy(asc(members.barangay))
    .all()
  return rows.map(row => row.barangay).filter(barangay => barangay !== '')
}
