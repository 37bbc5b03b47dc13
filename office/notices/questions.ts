import type { RecordEntity } from '#booking/entities'
import type { NoticeKind } from '#booking/notices/kinds'
import { permissionsOf } from '#booking/users/roles'
import type { OutputOf } from '#calls/contract'
import { instantOr } from '#db/odd-values'
import { readShownBooking } from '#db/read/bookings'
import { readNotices, readUnread, type StoredNotice } from '#db/read/notices'
import { lookOf } from '../law/answering.ts'
import type { Asking } from '../law/asking.ts'
import type { Actor } from '../law/command.ts'
import type { Look } from '../law/record.ts'

type Notices = OutputOf<'notices.list'>

/** A person's newest 50 notices, each with the record it is about as that is now, and the number of unread notices. */
export function noticesFor({ office, records }: Asking, { id, role }: Actor): Notices {
  const look = lookOf(office)
  const permissions = permissionsOf(role)
  const notices = readNotices(look.db, id, permissions, look.nowMs).flatMap(notice => {
    const about = aboutOf(look, records, notice)
    const { kind, byName, reason, read, bell, desktop } = notice
    const atMs = instantOr(notice.atMs, 0)
    return about
      ? { id: notice.id, kind: kind as NoticeKind, atMs, byName, reason, read, bell, desktop, about }
      : []
  })
  return { notices, unread: readUnread(look.db, id, permissions, look.nowMs).length }
}

/** Undefined if the record does not exist: its notice is left out. */
function aboutOf(
  look: Look,
  records: Asking['records'],
  { entity, entityId: id }: StoredNotice,
): Notices['notices'][number]['about'] | undefined {
  if (entity === 'booking') {
    const booking = readShownBooking(look.db, id, look.nowMs)
    if (!booking) return undefined
    const { machineName, memberName, status, period } = booking
    return { entity, id, machineName, memberName, status, period }
  }
  const kind = records.get(entity)
  const shown = kind?.shown(look, id)
  if (!kind || !shown) return undefined
  return { entity: kind.entity as Exclude<RecordEntity, 'booking'>, id, title: kind.title(shown) }
}
