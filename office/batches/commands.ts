import { decideExpectedEnd } from '#booking/availability/open-ended'
import { decideBatchTime, decideDone, decideReading } from '#booking/batches/decide-batch'
import { decideMerge, decideSacks, stillOpen, without } from '#booking/batches/decide-share'
import { sacksOfBatch } from '#booking/batches/state'
import { type Decision, refuse } from '#booking/refusal'
import type { Interval } from '#booking/time/interval'
import { firstDay, type Period } from '#booking/time/period'
import { periodColumns, periodOf } from '#db/period-columns'
import { countFacts, listShares, type StoredBatch, sacksOnDay } from '#db/read/batches'
import { readMachine } from '#db/read/machines'
import { insertBatch, insertReading, updateBatch, updateShare } from '#db/write/batches'
import { blocksAround } from '../availability/slots.ts'
import { keepOpenBlocks } from '../bookings/open-blocks.ts'
import { addRecord, changeRecord } from '../law/change-record.ts'
import { type CommandContext, command, commandOn } from '../law/command.ts'
import { tell } from '../notices/tell.ts'
import { freesTime } from '../waiting/frees-time.ts'
import { filledBatch, isSameDay } from './facts.ts'
import { batchRecord, shareRecord } from './record.ts'

/** A run of a dryer or a mill. It takes the machine whole, with the buffers for setup and cleaning (D2). */
export const open = command('batches.open', (context, args) => {
  const { tx, actor, nowMs, calendar, commandId: id } = context
  const { machineId, period, openEnded = false, note = '' } = args
  const machine = readMachine(tx, machineId, context.settings)
  if (!machine) return refuse({ reason: 'not-found', what: 'machine', id: machineId })
  const decision = decideTime(context, machineId, period)
  if (!decision.ok) return decision
  const { bufferBeforeMs, bufferAfterMs } = machine.stored
  return addRecord(context, batchRecord, id, () =>
    insertBatch(tx, {
      ...{ id, machineId, openEnded, note, bufferBeforeMs, bufferAfterMs },
      ...periodColumns(period, decision.interval),
      day: firstDay(period, calendar),
      openedBy: actor.id || null,
      openedMs: nowMs,
    }),
  )
})

export const change = freesTime(
  commandOn('batches.change', batchRecord, (context, stored, { period, note }) => {
    const { tx, calendar } = context
    const still = stillOpen(stored)
    if (!still.ok) return still
    if (period === undefined || isSame(period, periodOf(stored)))
      return changeRecord(context, batchRecord, stored.id, () => updateBatch(tx, stored.id, { note }))
    const decision = decideTime(context, stored.machineId, period, stored)
    if (!decision.ok) return decision
    const day = firstDay(period, calendar)
    const fits = decideOtherDay(context, stored, day)
    if (!fits.ok) return fits
    const changed = changeRecord(context, batchRecord, stored.id, () => {
      updateBatch(tx, stored.id, { ...periodColumns(period, decision.interval), day, note })
      keepOpenBlocks(context, stored.machineId)
    })
    tellThoseWhoAdded(context, stored.id, 'batch-moved')
    return changed
  }),
)

/** When a batch that lasts until its grain is dry is expected to end. */
export const expect = freesTime(
  commandOn('batches.expect', batchRecord, (context, stored, { expectedEndMs }) => {
    const { nowMs, calendar, tx } = context
    const still = stillOpen(stored)
    if (!still.ok) return still
    if (!stored.openEnded) return refuse({ reason: 'batch-has-its-end' })
    const decision = expectedEndMs === null ? still : decideExpectedEnd(expectedEndMs, nowMs, calendar)
    if (!decision.ok) return decision
    return changeRecord(context, batchRecord, stored.id, () => {
      updateBatch(tx, stored.id, { expectedEndMs })
      keepOpenBlocks(context, stored.machineId)
    })
  }),
)

/** The shares stay as they are, in a batch that does not take place. */
export const cancel = freesTime(
  commandOn('batches.cancel', batchRecord, (context, stored, { reason = '' }) => {
    const still = stillOpen(stored)
    if (!still.ok) return still
    tellThoseWhoAdded(context, stored.id, 'batch-cancelled', reason)
    return changeRecord(context, batchRecord, stored.id, () =>
      updateBatch(context.tx, stored.id, { status: 'cancelled', reason }),
    )
  }),
)

export const finish = freesTime(
  commandOn('batches.finish', batchRecord, (context, stored) => {
    const decision = decideDone(stored, context.nowMs, false)
    if (!decision.ok) return decision
    return changeRecord(context, batchRecord, stored.id, () => close(context, stored))
  }),
)

export const readMoisture = commandOn('batches.readMoisture', batchRecord, (context, stored, args) => {
  const decision = decideReading(stored, context.nowMs)
  if (!decision.ok) return decision
  return changeRecord(context, batchRecord, stored.id, () => {
    keepReading(context, stored.id, args)
    updateBatch(context.tx, stored.id, {})
  })
})

/** The grain is dry: the batch is done, and its machine is free. */
export const confirmDry = freesTime(
  commandOn('batches.confirmDry', batchRecord, (context, stored, args) => {
    const decision = decideDone(stored, context.nowMs, true)
    if (!decision.ok) return decision
    return changeRecord(context, batchRecord, stored.id, () => {
      keepReading(context, stored.id, args)
      close(context, stored)
    })
  }),
)

/** Everything in one batch goes into another, and the batch is cancelled. */
export const merge = freesTime(
  commandOn('batches.merge', batchRecord, (context, stored, { intoBatchId }) => {
    const { tx } = context
    const from = filledBatch(tx, stored.id)
    const into = filledBatch(tx, intoBatchId)
    if (!from.ok) return from
    if (!into.ok) return into
    const decision = decideMerge(from.batch, into.batch, isSameDay(from.named, into.named))
    if (!decision.ok) return decision
    tellThoseWhoAdded(context, stored.id, 'batch-merged')
    for (const share of listShares(tx, stored.id, 'active', MOST_TO_TELL)) {
      changeRecord(context, shareRecord, share.id, () => updateShare(tx, share.id, { batchId: intoBatchId }))
    }
    changeRecord(context, batchRecord, intoBatchId, () => updateBatch(tx, intoBatchId, {}))
    return changeRecord(context, batchRecord, stored.id, () =>
      updateBatch(tx, stored.id, { status: 'cancelled' }),
    )
  }),
)

/** Whether a machine is free as a whole, the batch itself left out. */
function decideTime(
  context: CommandContext,
  machineId: string,
  period: Period,
  stored?: StoredBatch,
): Decision<{ interval: Interval }> {
  const { tx, actor, nowMs, calendar, settings } = context
  const machine = readMachine(tx, machineId, settings)
  if (!machine) return refuse({ reason: 'not-found', what: 'machine', id: machineId })
  const buffers = stored && { bufferBeforeMs: stored.bufferBeforeMs, bufferAfterMs: stored.bufferAfterMs }
  const facts = { ...machine.facts, ...buffers }
  const asked = { nowMs, calendar, role: actor.role }
  const slot = { machine: facts, period, units: facts.capacity, except: { batchId: stored?.id } }
  const blocks = blocksAround(tx, slot, asked)
  const kept = stored && { startMs: stored.startMs, endMs: stored.endMs, here: true }
  const request = { period, kept, ...(stored && { keptStartMs: stored.startMs }) }
  return decideBatchTime(request, { ...asked, machine: facts, blocks }, sacksOfBatch(machine.stored))
}

/** On another day, the sacks of the batch count among those of that day. */
function decideOtherDay({ tx }: CommandContext, stored: StoredBatch, day: string): Decision {
  if (day === stored.day) return { ok: true }
  const filled = filledBatch(tx, stored.id)
  if (!filled.ok) return filled
  const { load } = filled.batch
  return decideSacks(
    without({ ...load, onDay: sacksOnDay(tx, stored.machineId, day) + load.sacks }, load.sacks),
    load.sacks,
  )
}

function close({ tx, nowMs }: CommandContext, stored: StoredBatch): void {
  updateBatch(tx, stored.id, { status: 'done', doneMs: nowMs })
}

type Read = { readonly moisture: number; readonly note?: string | undefined }

function keepReading(
  { tx, actor, nowMs }: CommandContext,
  batchId: string,
  { moisture, note = '' }: Read,
): void {
  const nth = countFacts(tx, batchId).readings + 1
  const permille = Math.round(moisture * 10)
  insertReading(tx, { batchId, nth, permille, note, enteredBy: actor.id || null, enteredMs: nowMs })
}

const MOST_TO_TELL = 1000

/** Tells whoever added sacks to the batch, once each. */
function tellThoseWhoAdded(
  context: CommandContext,
  batchId: string,
  kind: 'batch-cancelled' | 'batch-moved' | 'batch-merged',
  reason = '',
): void {
  const shares = listShares(context.tx, batchId, 'active', MOST_TO_TELL)
  for (const forUser of new Set(shares.map(share => share.addedBy ?? ''))) {
    if (forUser !== '') tell(context, batchRecord, batchId, { kind, forUser, reason })
  }
}

function isSame(a: Period, b: Period): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
