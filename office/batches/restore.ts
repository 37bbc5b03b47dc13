import { decideBatchAgain } from '#booking/batches/decide-batch'
import { decideEstimate, decideMove, decideSacks, stillOpen, without } from '#booking/batches/decide-share'
import { type Decision, refuse } from '#booking/refusal'
import { type StoredBatch, type StoredShare, sacksOnDay } from '#db/read/batches'
import { readMachine } from '#db/read/machines'
import { updateBatch, updateShare } from '#db/write/batches'
import { allBlocks } from '../availability/slots.ts'
import { keepOpenBlocks } from '../bookings/open-blocks.ts'
import { restoring, type Undoing } from '../law/restoring.ts'
import { filledBatch, isSameDay, shareFacts } from './facts.ts'
import { batchRecord, shareRecord } from './record.ts'

/** A batch whose opening is undone is cancelled, unless somebody has sacks in it: it is never deleted. */
export const batchRestoring = restoring({
  kind: batchRecord,
  withdrawn: { status: 'cancelled' },
  mayBe(undoing, stored, again) {
    if (again.status === 'cancelled') {
      const filled = filledBatch(undoing.db, stored.id)
      if (!filled.ok) return filled
      const { sacks } = filled.batch.load
      if (sacks === 0) return stillOpen(stored)
      return refuse({ reason: 'batch-holds-more', sacks, capacity: 0, startMs: stored.startMs, per: 'batch' })
    }
    return decideAgain(undoing, stored, again)
  },
  write(context, id, was) {
    updateBatch(context.tx, id, was)
    const now = batchRecord.stored(context.tx, id)
    if (now?.openEnded) keepOpenBlocks(context, now.machineId)
  },
})

/** Its machine is free, and its sacks still fit the day. */
function decideAgain(undoing: Undoing, stored: StoredBatch, again: StoredBatch): Decision {
  const { db } = undoing
  const machine = readMachine(db, again.machineId, undoing.settings)
  if (!machine) return refuse({ reason: 'not-found', what: 'machine', id: again.machineId })
  const facts = { ...machine.facts, bufferBeforeMs: again.bufferBeforeMs, bufferAfterMs: again.bufferAfterMs }
  const around = { startMs: again.startMs - again.bufferBeforeMs, endMs: again.endMs + again.bufferAfterMs }
  const blocks = allBlocks(db, again.machineId, around, { batchId: again.id }, undoing)
  const time = decideBatchAgain(again, facts, blocks)
  if (!time.ok) return time
  const filled = filledBatch(db, stored.id)
  if (!filled.ok) return filled
  const { load } = filled.batch
  const wasCounted = stored.status === 'open' && stored.day === again.day
  const onDay = sacksOnDay(db, again.machineId, again.day) + (wasCounted ? 0 : load.sacks)
  return decideSacks(without({ ...load, onDay }, load.sacks), load.sacks)
}

/** A share whose adding is undone is cancelled; one that was cancelled, moved or split is again what it was if it fits. */
export const shareRestoring = restoring({
  kind: shareRecord,
  withdrawn: { status: 'cancelled' },
  mayBe({ db }, stored, again) {
    const from = filledBatch(db, stored.batchId)
    const into = filledBatch(db, again.batchId)
    if (!from.ok) return from
    if (!into.ok) return into
    const facts = shareFacts(db, stored.id)
    if (again.batchId !== stored.batchId)
      return decideMove(from.batch, into.batch, facts, isSameDay(from.named, into.named))
    const open = stillOpen(from.batch)
    if (!open.ok || again.status === 'cancelled') return open
    if (stored.status === 'cancelled') return decideSacks(from.batch.load, facts.sacks)
    return isRecount(stored, again) ? decideEstimate(from.batch, facts, again.sacks) : open
  },
  write: ({ tx }, id, was) => updateShare(tx, id, was),
})

function isRecount(stored: StoredShare, again: StoredShare): boolean {
  return stored.sacks !== again.sacks
}
