import { type MemberFacts, memberRefusal } from '../bookings/decide-booking.ts'
import { type Decision, refuse } from '../refusal.ts'
import { type BatchLoad, type BatchStatus, MOST_SHARES, type ShareStatus, sacksLeft } from './state.ts'

/** A batch as far as its shares depend on it. */
export type FilledBatch = {
  readonly id: string
  readonly status: BatchStatus
  readonly typeId: string
  readonly machineName: string
  readonly shares: number
  readonly load: BatchLoad
}

/** A share as far as decisions depend on it. `sacks`: as weighed, otherwise as estimated. */
export type ShareFacts = {
  readonly status: ShareStatus
  readonly sacks: number
  readonly isWeighed: boolean
  readonly memberName: string
}

/** A batch that is done or cancelled takes nothing more, and nothing of it changes. */
export function stillOpen({ status }: { readonly status: BatchStatus }): Decision {
  return status === 'open' ? { ok: true } : refuse({ reason: 'batch-closed', status })
}

/** Whether so many sacks more fit a batch, and its machine on that day (D2). */
export function decideSacks(load: BatchLoad, sacks: number): Decision {
  const left = sacksLeft(load)
  if (sacks <= left) return { ok: true }
  const inBatch = Math.max(0, load.most - load.sacks)
  return left < inBatch && load.dayMost !== null
    ? refuse({ reason: 'batch-full', left, capacity: load.dayMost, sacks, per: 'day' })
    : refuse({ reason: 'batch-full', left, capacity: load.most, sacks, per: 'batch' })
}

/** A load without the sacks that are about to leave it or to change. */
export function without({ sacks, onDay, ...rest }: BatchLoad, some: number): BatchLoad {
  return { ...rest, sacks: sacks - some, onDay: onDay - some }
}

/** Whether a member may have sacks in a batch: as for a booking (B2), and if they fit. */
export function decideAdding(batch: FilledBatch, member: MemberFacts, sacks: number): Decision {
  const open = stillOpen(batch)
  if (!open.ok) return open
  const refused = memberRefusal(member)
  if (refused) return refuse(refused)
  if (batch.shares >= MOST_SHARES) return refuse({ reason: 'too-many-shares', most: MOST_SHARES })
  return decideSacks(batch.load, sacks)
}

/** Whether a share may count so many sacks from now on, as weighed or as estimated anew. */
export function decideRecount(batch: FilledBatch, share: ShareFacts, sacks: number): Decision {
  const standing = decideStanding(batch, share)
  return standing.ok ? decideSacks(without(batch.load, share.sacks), sacks) : standing
}

/** An estimate changes only while nothing was weighed. */
export function decideEstimate(batch: FilledBatch, share: ShareFacts, sacks: number): Decision {
  const standing = decideStanding(batch, share)
  if (!standing.ok) return standing
  if (share.isWeighed) return refuse({ reason: 'weighed-already', memberName: share.memberName })
  return decideRecount(batch, share, sacks)
}

/** A share is active, and its batch open. */
export function decideStanding(batch: FilledBatch, share: ShareFacts, to: ShareStatus = 'active'): Decision {
  const open = stillOpen(batch)
  if (!open.ok) return open
  return share.status === 'active'
    ? { ok: true }
    : refuse({ reason: 'move-not-allowed', what: 'share', from: share.status, to })
}

/**
 * Whether a share may move to another batch, of the same machine or of another of its type.
 * @param isSameDay both batches are of one machine and begin on one day, so that the day's sacks stay the same
 */
export function decideMove(
  from: FilledBatch,
  into: FilledBatch,
  share: ShareFacts,
  isSameDay: boolean,
): Decision {
  const standing = decideStanding(from, share)
  if (!standing.ok) return standing
  const meeting = decideMeeting(from, into)
  if (!meeting.ok) return meeting
  return decideRoomIn(into, share.sacks, isSameDay)
}

/** Whether some sacks of a share that has not come yet may go to another batch, and at least one stays. */
export function decideSplit(
  from: FilledBatch,
  into: FilledBatch,
  share: ShareFacts,
  parts: { readonly sacks: number; readonly isSameDay: boolean },
): Decision {
  const standing = decideStanding(from, share)
  if (!standing.ok) return standing
  if (share.isWeighed) return refuse({ reason: 'weighed-already', memberName: share.memberName })
  const meeting = decideMeeting(from, into)
  if (!meeting.ok) return meeting
  if (parts.sacks >= share.sacks) return refuse({ reason: 'nothing-left-to-split', sacks: share.sacks })
  return decideRoomIn(into, parts.sacks, parts.isSameDay)
}

/** Whether everything in one batch may go into another. */
export function decideMerge(from: FilledBatch, into: FilledBatch, isSameDay: boolean): Decision {
  const open = stillOpen(from)
  if (!open.ok) return open
  const meeting = decideMeeting(from, into)
  if (!meeting.ok) return meeting
  if (into.shares + from.shares > MOST_SHARES) return refuse({ reason: 'too-many-shares', most: MOST_SHARES })
  return decideRoomIn({ ...into, shares: 0 }, from.load.sacks, isSameDay)
}

function decideRoomIn(into: FilledBatch, sacks: number, isSameDay: boolean): Decision {
  if (into.shares >= MOST_SHARES) return refuse({ reason: 'too-many-shares', most: MOST_SHARES })
  const { load } = into
  return decideSacks(isSameDay ? { ...load, onDay: load.onDay - sacks } : load, sacks)
}

function decideMeeting(from: FilledBatch, into: FilledBatch): Decision {
  if (from.id === into.id) return refuse({ reason: 'same-batch' })
  const open = stillOpen(into)
  if (!open.ok) return open
  if (from.typeId !== into.typeId)
    return refuse({ reason: 'batch-of-other-type', machineName: into.machineName })
  return { ok: true }
}
