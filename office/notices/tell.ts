import type { NoticeEntity, NoticeKind } from '#booking/notices/kinds'
import type { Permission } from '#booking/users/roles'
import { NOBODY } from '#db/read/bookings'
import { insertChange } from '#db/write/history'
import { insertNotice } from '#db/write/notices'
import type { CommandContext } from '../law/command.ts'

type News<E extends NoticeEntity> = { kind: NoticeKind<E>; reason?: string | undefined } & (
  | { forUser: string }
  | { forThoseWhoMay: Permission }
)

/**
 * Leaves a notice about a record, for one person or for everybody with a permission (G1). Nobody gets a notice about
 * their own action.
 */
export function tell<E extends NoticeEntity>(
  context: Pick<CommandContext, 'tx' | 'actor' | 'ids' | 'nowMs'>,
  about: { readonly entity: E },
  id: string,
  news: News<E>,
): void {
  const { tx, actor, ids, nowMs } = context
  const forUser = 'forUser' in news ? news.forUser : null
  if (forUser === actor.id || forUser === NOBODY) return
  const noticeId = ids.newId()
  insertNotice(tx, {
    id: noticeId,
    forUser,
    forPermission: 'forThoseWhoMay' in news ? news.forThoseWhoMay : null,
    kind: news.kind,
    atMs: nowMs,
    entity: about.entity,
    entityId: id,
    byUser: actor.id || null,
    byName: actor.name,
    reason: news.reason ?? '',
  })
  insertChange(tx, 'notice', noticeId, 1)
}
