import { hasRights } from '#booking/users/roles'
import { NOBODY, type ShownBooking } from '#db/read/bookings'
import { insertChange } from '#db/write/history'
import { insertNotice } from '#db/write/notices'
import type { Actor, CommandContext } from '../law/command.ts'

/** The roles that are told things as such. Of others there are no notices, and none are looked for. */
const ROLES_TOLD = ['manager'] as const
type RoleTold = (typeof ROLES_TOLD)[number]

/** A notice for a role is for everybody with at least its rights. */
export function rolesToldTo(user: Actor): readonly RoleTold[] {
  return ROLES_TOLD.filter(role => hasRights(user.role, role))
}

type News = {
  kind: 'requested' | 'approved' | 'rejected' | 'cancelled' | 'moved' | 'no-show'
  reason?: string | undefined
} & ({ forUser: string } | { forRole: RoleTold })

/** Leaves a notice for one person, or for everybody with at least a role (G1). */
export function tell(context: CommandContext, booking: ShownBooking, news: News): void {
  const { tx, actor, ids, nowMs } = context
  const forUser = 'forUser' in news ? news.forUser : null
  if (forUser === actor.id || forUser === NOBODY) return
  const id = ids.newId()
  insertNotice(tx, {
    id,
    forUser,
    forRole: 'forRole' in news ? news.forRole : null,
    kind: news.kind,
    atMs: nowMs,
    bookingId: booking.id,
    byUser: actor.id || null,
    byName: actor.name,
    reason: news.reason ?? '',
  })
  insertChange(tx, 'notice', id, 1)
}
