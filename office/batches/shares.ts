import {
  decideAdding,
  decideEstimate,
  decideMove,
  decideRecount,
  decideSplit,
  decideStanding,
} from '#booking/batches/decide-share'
import { sacksIn } from '#booking/batches/state'
import { refuse } from '#booking/refusal'
import { periodOf } from '#db/period-columns'
import { countFacts, nextTurn, type StoredShare } from '#db/read/batches'
import { readMemberFacts } from '#db/read/members'
import { insertShare, insertWeighing, updateShare } from '#db/write/batches'
import { insertChange } from '#db/write/history'
import { decideMoreFor } from '../bookings/may-have-more.ts'
import { readFieldOf } from '../fields/fields.ts'
import { addRecord, changeRecord } from '../law/change-record.ts'
import { type CommandContext, command, commandOn } from '../law/command.ts'
import { tell } from '../notices/tell.ts'
import { filledBatch, isSameDay, shareFacts } from './facts.ts'
import { batchRecord, shareRecord } from './record.ts'

/** A member's sacks in a batch, as estimated. The command's id becomes the share's. */
export const add = command('batches.add', (context, args) => {
  const { tx, actor, nowMs, commandId: id } = context
  const { batchId, memberId, sacks, fieldId = null, ripeDay = null, note = '' } = args
  const filled = filledBatch(tx, batchId)
  if (!filled.ok) return filled
  const member = readMemberFacts(tx, memberId)
  if (!member) return refuse({ reason: 'not-found', what: 'member', id: memberId })
  const field = fieldId === null ? undefined : readFieldOf(tx, memberId, fieldId)
  if (fieldId !== null && !field) return refuse({ reason: 'not-found', what: 'field', id: fieldId })
  const decision = decideAdding(filled.batch, member, sacks)
  if (!decision.ok) return decision
  const more = decideMoreFor(tx, context, {
    ...{ memberId, memberName: member.name, typeId: filled.batch.typeId },
    ...{ period: periodOf(filled.named), squareMetres: field?.squareMetres ?? 0 },
  })
  if (!more.ok) return more
  const added = addRecord(context, shareRecord, id, () =>
    insertShare(tx, {
      ...{ id, batchId, memberId, fieldId, sacks, ripeDay, note },
      turn: nextTurn(tx, batchId),
      addedBy: actor.id || null,
      addedMs: nowMs,
    }),
  )
  return { ...added, batch: shownNow(context, batchId) }
})

export const changeShare = commandOn('batches.changeShare', shareRecord, (context, stored, args) => {
  const { tx } = context
  const { sacks, ripeDay, note } = args
  const filled = filledBatch(tx, stored.batchId)
  if (!filled.ok) return filled
  const facts = shareFacts(tx, stored.id)
  const isOther = sacks !== undefined && sacks !== stored.sacks
  const decision = isOther ? decideEstimate(filled.batch, facts, sacks) : decideStanding(filled.batch, facts)
  if (!decision.ok) return decision
  return changed(context, stored, () => updateShare(tx, stored.id, { sacks, ripeDay, note }))
})

/** What the sacks weigh replaces the estimate, as a new row; the same again corrects it (E4). */
export const weigh = commandOn(
  'batches.weigh',
  shareRecord,
  (context, stored, { kg, note = '', ...args }) => {
    const { tx, actor, nowMs } = context
    const { sacks = sacksIn(kg) } = args
    const filled = filledBatch(tx, stored.batchId)
    if (!filled.ok) return filled
    const decision = decideRecount(filled.batch, shareFacts(tx, stored.id), sacks)
    if (!decision.ok) return decision
    return changed(context, stored, () => {
      insertWeighing(tx, {
        ...{ shareId: stored.id, sacks, note },
        nth: countFacts(tx, stored.id).weighings + 1,
        grams: Math.round(kg * 1000),
        enteredBy: actor.id || null,
        enteredMs: nowMs,
      })
      updateShare(tx, stored.id, {})
    })
  },
)

export const cancelShare = commandOn(
  'batches.cancelShare',
  shareRecord,
  (context, stored, { reason = '' }) => {
    const { tx } = context
    const filled = filledBatch(tx, stored.batchId)
    if (!filled.ok) return filled
    const decision = decideStanding(filled.batch, shareFacts(tx, stored.id), 'cancelled')
    if (!decision.ok) return decision
    return changed(context, stored, () => updateShare(tx, stored.id, { status: 'cancelled', reason }))
  },
)

/** A share goes to another batch; whoever added it is told. */
export const move = commandOn('batches.move', shareRecord, (context, stored, { batchId }) => {
  const { tx } = context
  const from = filledBatch(tx, stored.batchId)
  const into = filledBatch(tx, batchId)
  if (!from.ok) return from
  if (!into.ok) return into
  const same = isSameDay(from.named, into.named)
  const decision = decideMove(from.batch, into.batch, shareFacts(tx, stored.id), same)
  if (!decision.ok) return decision
  const moved = changeRecord(context, shareRecord, stored.id, () => updateShare(tx, stored.id, { batchId }))
  if (stored.addedBy !== null)
    tell(context, shareRecord, stored.id, { kind: 'share-moved', forUser: stored.addedBy })
  saysAnew(context, stored.batchId)
  return { ...moved, batch: shownNow(context, batchId) }
})

/** So many sacks of a share go to another batch, as a share of their own. The command's id becomes that one's. */
export const split = commandOn('batches.split', shareRecord, (context, stored, { batchId, sacks }) => {
  const { tx, actor, nowMs, commandId: id } = context
  const from = filledBatch(tx, stored.batchId)
  const into = filledBatch(tx, batchId)
  if (!from.ok) return from
  if (!into.ok) return into
  const parts = { sacks, isSameDay: isSameDay(from.named, into.named) }
  const decision = decideSplit(from.batch, into.batch, shareFacts(tx, stored.id), parts)
  if (!decision.ok) return decision
  const kept = changed(context, stored, () => updateShare(tx, stored.id, { sacks: stored.sacks - sacks }))
  const { memberId, fieldId, ripeDay, note } = stored
  const added = addRecord(context, shareRecord, id, () =>
    insertShare(tx, {
      ...{ id, batchId, memberId, fieldId, sacks, ripeDay, note },
      turn: nextTurn(tx, batchId),
      splitFrom: stored.id,
      addedBy: actor.id || null,
      addedMs: nowMs,
    }),
  )
  return {
    ...kept,
    batch: shownNow(context, stored.batchId),
    added: added.share,
    into: shownNow(context, batchId),
  }
})

function changed(context: CommandContext, stored: StoredShare, write: () => void) {
  const share = changeRecord(context, shareRecord, stored.id, write)
  return { ...share, batch: shownNow(context, stored.batchId) }
}

/** The batch as it is now, for whoever shows what is left in it. Windows that show it read it again. */
function shownNow(context: CommandContext, batchId: string) {
  saysAnew(context, batchId)
  const { tx: db, nowMs, settings } = context
  const batch = batchRecord.shown({ db, nowMs, settings }, batchId)
  if (!batch) throw new Error(`batch ${batchId} was read and is not there`)
  return batch
}

/** What is left in a batch has changed without a new version. */
function saysAnew({ tx }: CommandContext, batchId: string): void {
  insertChange(tx, 'batch', batchId, 1)
}
