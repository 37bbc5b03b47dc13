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

type Reader = { userId: string; permissions: string; latestMs: number }
const shown = (those: string, limit: number) =>
  preparedSql<Reader, Omit<StoredNotice, 'read'> & { read: number }>(`
  SELECT n.id, n.kind, n.at_ms AS atMs, NOT ${UNREAD} AS read, n.entity, n.entity_id AS entityId,
    n.by_name AS byName, n.reason
  FROM (SELECT * FROM (${those}) ORDER BY at_ms DESC, id DESC LIMIT ${limit}) n
  ORDER BY n.at_ms DESC, n.id DESC`)
const newest = shown(past('', SHOWN), SHOWN)
const newestOdd = shown(odd('', ODD_SHOWN), ODD_SHOWN)
const unread = preparedSql<Reader, { id: string }>(`
  SELECT id FROM (${past(`AND ${UNREAD}`, NEWEST_LOOKED_AT)} UNION ALL ${odd(`AND ${UNREAD}`, NEWEST_LOOKED_AT)})
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
  return rows.map(row => ({ ...row, read: row.read === 1 }))
}

/** The ids of those that the user has not read. */
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
