import type { Role } from '#booking/roles'
import { NOBODY, type ShownBooking } from '#db/read/bookings'
import { insertNotice } from '#db/write/office'
import { insertChange } from '#db/write/records'
import type { CommandContext } from './command.ts'

type News = {
  kind: 'requested' | 'approved' | 'rejected' | 'cancelled' | 'moved' | 'no-show'
  reason?: string | undefined
} & ({ forUser: string } | { forRole: Role })

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
