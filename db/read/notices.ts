import { CLOCK_TOLERANCE_MS } from '#booking/bookings/decide-life'
import type { Permission } from '#booking/users/roles'
import { preparedSql, type ReadDb } from '../file.ts'

/** A stored notice, and whether the user who asks has read it. */
export type StoredNotice = {
  id: string
  kind: string
  atMs: number
  entity: string
  entityId: string
  byName: string
  reason: string
  read: boolean
  /** Where the user wants this kind of notices. */
  bell: boolean
  desktop: boolean
}

/** Unread notices older than the newest 1000 are ignored. */
const NEWEST_LOOKED_AT = 1000
const SHOWN = 50
/** At most this many notices that are dated in the future are shown, below the others. */
const ODD_SHOWN = 10

// Nobody is notified of their own actions. Notices for a permission have no index, because every booking would have to
// update it. Ids are in the order of creation, and most of the newest notices are for a permission. A notice with a time
// that is still to come was left while the PC's clock was ahead: it must not hide the others (decision 20).
const PAST = 'at_ms <= @latestMs'
const ODD = 'at_ms > @latestMs'
const UNREAD = 'NOT EXISTS (SELECT 1 FROM notice_reads r WHERE r.user_id = @userId AND r.notice_id = n.id)'
const UNWANTED = 'SELECT 1 FROM notice_choices c WHERE c.user_id = @userId AND c.kind = n.kind AND c.bell = 0'
const ON_BELL = `NOT EXISTS (${UNWANTED})`
const ANYWHERE = `NOT EXISTS (${UNWANTED} AND c.desktop = 0)`
const wanted = (where: string) =>
  `coalesce((SELECT c.${where} FROM notice_choices c WHERE c.user_id = @userId AND c.kind = n.kind), 1) AS ${where}`
const MINE = 'n.by_user IS NOT @userId'
const MAY = 'n.for_permission IN (SELECT value FROM json_each(@permissions))'

const forUser = (when: string) =>
  `SELECT * FROM notices WHERE for_user = @userId AND ${when} ORDER BY at_ms DESC LIMIT ${NEWEST_LOOKED_AT}`
/** Those that are still to come have the newest ids, and are looked for only there. */
const forPermission = {
  past: `SELECT * FROM notices WHERE @permissions <> '[]' AND ${PAST} ORDER BY id DESC LIMIT ${NEWEST_LOOKED_AT}`,
  odd: `SELECT * FROM (SELECT * FROM notices WHERE @permissions <> '[]' ORDER BY id DESC LIMIT ${NEWEST_LOOKED_AT})
    WHERE ${ODD}`,
}
const mine = (own: string, permitted: string, unread: string, limit: number) => `
  SELECT * FROM (SELECT n.* FROM (${own}) n WHERE ${MINE} ${unread} ORDER BY n.at_ms DESC LIMIT ${limit})
  UNION ALL
  SELECT * FROM (SELECT n.* FROM (${permitted}) n WHERE ${MAY} AND ${MINE} ${unread} ORDER BY n.id DESC LIMIT ${limit})`
const past = (unread: string, limit: number) => mine(forUser(PAST), forPermission.past, unread, limit)
const odd = (unread: string, limit: number) => mine(forUser(ODD), forPermission.odd, unread, limit)

type Flag = 'read' | 'bell' | 'desktop'
type Reader = { userId: string; permissions: string; latestMs: number }
const shown = (those: string, limit: number) =>
  preparedSql<Reader, Omit<StoredNotice, Flag> & { [F in Flag]: number }>(`
  SELECT n.id, n.kind, n.at_ms AS atMs, NOT ${UNREAD} AS read, n.entity, n.entity_id AS entityId,
    n.by_name AS byName, n.reason, ${wanted('bell')}, ${wanted('desktop')}
  FROM (SELECT * FROM (${those}) ORDER BY at_ms DESC, id DESC LIMIT ${limit}) n
  ORDER BY n.at_ms DESC, n.id DESC`)
const newest = shown(past(`AND ${ANYWHERE}`, SHOWN), SHOWN)
const newestOdd = shown(odd(`AND ${ANYWHERE}`, ODD_SHOWN), ODD_SHOWN)
const NEWS = `AND ${UNREAD} AND ${ON_BELL}`
const unread = preparedSql<Reader, { id: string }>(`
  SELECT id FROM (${past(NEWS, NEWEST_LOOKED_AT)} UNION ALL ${odd(NEWS, NEWEST_LOOKED_AT)})
  LIMIT ${NEWEST_LOOKED_AT}`)

function reader(userId: string, permissions: readonly Permission[], nowMs: number): Reader {
  return { userId, permissions: JSON.stringify(permissions), latestMs: nowMs + CLOCK_TOLERANCE_MS }
}

/**
 * The newest fifty notices for a user with these permissions, newest first. Those with a time that is still to come are
 * at the end.
 */
export function readNotices(
  db: ReadDb,
  userId: string,
  permissions: readonly Permission[],
  nowMs: number,
): StoredNotice[] {
  const who = reader(userId, permissions, nowMs)
  const stillToCome = newestOdd(db).all(who)
  const rows = [
    ...newest(db)
      .all(who)
      .slice(0, SHOWN - stillToCome.length),
    ...stillToCome,
  ]
  return rows.map(row => ({ ...row, read: row.read === 1, bell: row.bell === 1, desktop: row.desktop === 1 }))
}

/** What a user chose for the kinds of notices; a kind that is not among them is wanted everywhere. */
export type NoticeChoice = { kind: string; bell: boolean; desktop: boolean }

const choicesOf = preparedSql<{ userId: string }, { kind: string; bell: number; desktop: number }>(
  'SELECT kind, bell, desktop FROM notice_choices WHERE user_id = @userId ORDER BY kind',
)

export function readNoticeChoices(db: ReadDb, userId: string): NoticeChoice[] {
  const rows = choicesOf(db).all({ userId })
  return rows.map(({ kind, bell, desktop }) => ({ kind, bell: bell === 1, desktop: desktop === 1 }))
}

/** The ids of those on the bell that the user has not read. */
export function readUnread(
  db: ReadDb,
  userId: string,
  permissions: readonly Permission[],
  nowMs: number,
): string[] {
  return unread(db)
    .all(reader(userId, permissions, nowMs))
    .map(row => row.id)
}

type About = { entity: string; entityId: string; kind: string }
const sinceSql = preparedSql<About & { sinceMs: number }, { id: string }>(`
  SELECT id FROM notices
  WHERE entity = @entity AND entity_id = @entityId AND kind = @kind AND at_ms >= @sinceMs LIMIT 1`)

/** Whether somebody was told this of the record since an instant. Looks through all notices, so it is for rare kinds. */
export function hasNoticeSince(db: ReadDb, about: About, sinceMs: number): boolean {
  return sinceSql(db).get({ ...about, sinceMs }) !== undefined
}
