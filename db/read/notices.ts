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

// Nobody is notified of their own actions. Notices for a permission have no index, because every booking would have to
// update it. Ids are in the order of creation, and most of the newest notices are for a permission.
const mine = (unread: string, limit: number) => `
  SELECT * FROM (
    SELECT n.* FROM (
      SELECT * FROM notices WHERE for_user = @userId ORDER BY at_ms DESC LIMIT ${NEWEST_LOOKED_AT}) n
    WHERE n.by_user IS NOT @userId ${unread}
    ORDER BY n.at_ms DESC LIMIT ${limit})
  UNION ALL SELECT * FROM (
    SELECT n.* FROM (SELECT * FROM notices WHERE @permissions <> '[]' ORDER BY id DESC LIMIT ${NEWEST_LOOKED_AT}) n
    WHERE n.for_permission IN (SELECT value FROM json_each(@permissions)) AND n.by_user IS NOT @userId ${unread}
    ORDER BY n.id DESC LIMIT ${limit})`
const UNREAD = 'NOT EXISTS (SELECT 1 FROM notice_reads r WHERE r.user_id = @userId AND r.notice_id = n.id)'

type Reader = { userId: string; permissions: string }
const newest = preparedSql<Reader, Omit<StoredNotice, 'read'> & { read: number }>(`
  SELECT n.id, n.kind, n.at_ms AS atMs, NOT ${UNREAD} AS read, n.entity, n.entity_id AS entityId,
    n.by_name AS byName, n.reason
  FROM (SELECT * FROM (${mine('', 50)}) ORDER BY at_ms DESC, id DESC LIMIT 50) n
  ORDER BY n.at_ms DESC, n.id DESC`)
const unread = preparedSql<Reader, { id: string }>(
  `SELECT id FROM (${mine(`AND ${UNREAD}`, NEWEST_LOOKED_AT)}) ORDER BY at_ms DESC LIMIT ${NEWEST_LOOKED_AT}`,
)

/** The newest fifty notices for a user with these permissions, newest first. */
export function readNotices(db: ReadDb, userId: string, permissions: readonly Permission[]): StoredNotice[] {
  return newest(db)
    .all({ userId, permissions: JSON.stringify(permissions) })
    .map(row => ({ ...row, read: row.read === 1 }))
}

/** The ids of those that the user has not read. */
export function readUnread(db: ReadDb, userId: string, permissions: readonly Permission[]): string[] {
  return unread(db)
    .all({ userId, permissions: JSON.stringify(permissions) })
    .map(row => row.id)
}
