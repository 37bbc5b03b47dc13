import type { NoticeKind } from '#booking/notices/kinds'
import { permissionsOf } from '#booking/users/roles'
import type { OutputOf } from '#calls/contract'
import type { RecordEntity } from '#calls/entities'
import { readShownBooking } from '#db/read/bookings'
import { readNotices, readUnread, type StoredNotice } from '#db/read/notices'
import { lookOf } from '../law/answering.ts'
import type { Actor } from '../law/command.ts'
import type { Look } from '../law/record.ts'
import type { Office } from '../office.ts'
import { RECORDS } from '../records.ts'

type Notices = OutputOf<'notices.list'>

/** The newest fifty notices for a person, each with what it is about as that stands now, and how many are not read. */
export function noticesFor(office: Office, { id, role }: Actor): Notices {
  const look = lookOf(office)
  const permissions = permissionsOf(role)
  const notices = readNotices(look.db, id, permissions).flatMap(notice => {
    const about = aboutOf(look, notice)
    const { kind, atMs, byName, reason, read } = notice
    return about ? { id: notice.id, kind: kind as NoticeKind, atMs, byName, reason, read, about } : []
  })
  return { notices, unread: readUnread(look.db, id, permissions).length }
}

/** Nothing where the record is not there: a notice about nothing tells nothing. */
function aboutOf(
  look: Look,
  { entity, entityId: id }: StoredNotice,
): Notices['notices'][number]['about'] | undefined {
  if (entity === 'booking') {
    const booking = readShownBooking(look.db, id, look.nowMs)
    if (!booking) return undefined
    const { machineName, memberName, status, period } = booking
    return { entity, id, machineName, memberName, status, period }
  }
  const kind = RECORDS[entity as RecordEntity]
  const shown = kind?.shown(look, id)
  return shown && { entity: kind.entity as Exclude<RecordEntity, 'booking'>, id, title: kind.title(shown) }
}
