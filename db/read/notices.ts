import type { BookingStatus } from '#booking/bookings/status'
import type { Role } from '#booking/users/roles'
import { preparedSql, type ReadDb } from '../file.ts'
import { periodOf } from '../period-columns.ts'

type NoticeColumns = {
  id: string
  kind: 'requested' | 'approved' | 'rejected' | 'cancelled' | 'moved' | 'no-show'
  atMs: number
  read: number
  bookingId: string
  machineName: string
  memberName: string
  byName: string
  reason: string
  status: BookingStatus
  startMs: number
  endMs: number
  fromDay: string | null
  toDay: string | null
}

/** How far back the bell looks: what nobody read among so many newer ones is no news any more. */
const NEWEST_LOOKED_AT = 1000

// Nobody is notified of their own actions. A role's notices have no index of their own, which every booking would have
// to keep: their ids are in the order in which they were left, and most of the newest are a role's.
const mine = (unread: string, limit: number) => `
  SELECT * FROM (
    SELECT n.* FROM (
      SELECT * FROM notices WHERE for_user = @userId ORDER BY at_ms DESC LIMIT ${NEWEST_LOOKED_AT}) n
    WHERE n.by_user IS NOT @userId ${unread}
    ORDER BY n.at_ms DESC LIMIT ${limit})
  UNION ALL SELECT * FROM (
    SELECT n.* FROM (SELECT * FROM notices WHERE @roles <> '[]' ORDER BY id DESC LIMIT ${NEWEST_LOOKED_AT}) n
    WHERE n.for_role IN (SELECT value FROM json_each(@roles)) AND n.by_user IS NOT @userId ${unread}
    ORDER BY n.id DESC LIMIT ${limit})`
const UNREAD = 'NOT EXISTS (SELECT 1 FROM notice_reads r WHERE r.user_id = @userId AND r.notice_id = n.id)'

type Reader = { userId: string; roles: string }
const newest = preparedSql<Reader, NoticeColumns>(`
  SELECT n.id, n.kind, n.at_ms AS atMs, NOT ${UNREAD} AS read, n.booking_id AS bookingId, x.name AS machineName,
    m.name AS memberName, n.by_name AS byName, n.reason, b.status, b.start_ms AS startMs, b.end_ms AS endMs,
    b.from_day AS fromDay, b.to_day AS toDay
  FROM (SELECT * FROM (${mine('', 50)}) ORDER BY at_ms DESC, id DESC LIMIT 50) n
  JOIN bookings b ON b.id = n.booking_id JOIN machines x ON x.id = b.machine_id JOIN members m ON m.id = b.member_id
  ORDER BY n.at_ms DESC, n.id DESC`)
const unread = preparedSql<Reader, { id: string }>(
  `SELECT id FROM (${mine(`AND ${UNREAD}`, NEWEST_LOOKED_AT)}) ORDER BY at_ms DESC LIMIT ${NEWEST_LOOKED_AT}`,
)

/** The newest fifty notices for a person, each with its booking as it stands now, and the ids of those not read yet. */
export function readNotices(db: ReadDb, userId: string, roles: readonly Role[]) {
  const reader = { userId, roles: JSON.stringify(roles) }
  const notices = newest(db)
    .all(reader)
    .map(({ machineName, status, startMs, endMs, fromDay, toDay, ...row }) => ({
      ...row,
      read: row.read === 1,
      now: { machineName, status, period: periodOf({ startMs, endMs, fromDay, toDay }) },
    }))
  return { notices, unreadIds: readUnread(db, userId, roles) }
}

export function readUnread(db: ReadDb, userId: string, roles: readonly Role[]): string[] {
  return unread(db)
    .all({ userId, roles: JSON.stringify(roles) })
    .map(row => row.id)
}
