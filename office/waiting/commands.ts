import { refuse } from '#booking/refusal'
import { decideMoveUp } from '#booking/waiting/decide-move-up'
import { decideWaiting } from '#booking/waiting/decide-waiting'
import { readMachine, readMachinesOfType, readType } from '#db/read/machines'
import { readMemberFacts } from '#db/read/members'
import {
  isWaitingFor,
  listWaiting,
  readLastTurn,
  readNamedWaiting,
  readOffer,
  readOffersOf,
} from '#db/read/waiting'
import { insertWaiting, turnBefore, updateWaiting } from '#db/write/waiting'
import { addRecord, changeRecord } from '../law/change-record.ts'
import { type CommandContext, command, commandOn } from '../law/command.ts'
import { freesTime } from './frees-time.ts'
import { end } from './offering.ts'
import { notWaiting, waitingRecord } from './record.ts'

/** Puts a member on the list (C8). The command's id becomes the entry's. */
export const add = freesTime(
  command('waiting.add', (context, args) => {
    const { tx, actor, nowMs, calendar } = context
    const { memberId, fromDay, toDay, length, units = 1 } = args
    const { machineId = null, typeId = null } = args
    const member = readMemberFacts(tx, memberId)
    if (!member) return refuse({ reason: 'not-found', what: 'member', id: memberId })
    const machines = machinesOf(context, args)
    if (!machines.ok) return machines
    const isThere = isWaitingFor(tx, { memberId, machineId, typeId, fromDay, toDay })
    const facts = { nowMs, calendar, member, machines: machines.machines, isThere }
    const decision = decideWaiting({ fromDay, toDay, length, units }, facts)
    if (!decision.ok) return decision
    return addRecord(context, waitingRecord, context.commandId, () =>
      insertWaiting(tx, {
        id: context.commandId,
        memberId,
        machineId,
        typeId,
        fromDay,
        toDay,
        lengthDays: 'days' in length ? length.days : null,
        lengthMinutes: 'minutes' in length ? length.minutes : null,
        units,
        // After everybody who waits, also if the clock was set back meanwhile.
        turn: Math.max(nowMs, (readLastTurn(tx) ?? 0) + 1),
        requestedBy: actor.id,
        requestedMs: nowMs,
      }),
    )
  }),
)

export const withdraw = freesTime(
  commandOn('waiting.withdraw', waitingRecord, (context, stored, { reason }) => {
    const refused = notWaiting(stored.status, 'withdrawn')
    if (refused) return refused
    const running = readOffersOf(context.tx, stored.id).find(offer => offer.status === 'running')
    if (running) end(context, running, 'withdrawn')
    return changeRecord(context, waitingRecord, stored.id, () =>
      updateWaiting(context.tx, stored.id, { status: 'withdrawn', reason: reason ?? '' }),
    )
  }),
)

/** Puts somebody before another one, or before all others, with a reason that is kept. */
export const moveUp = freesTime(
  commandOn('waiting.moveUp', waitingRecord, (context, stored, { reason, beforeId }) => {
    const { tx } = context
    const refused = notWaiting(stored.status, 'waiting')
    if (refused) return refused
    const who = readNamedWaiting(tx, stored.id)
    const before = beforeId === undefined ? listWaiting(tx, undefined, 1)[0] : readNamedWaiting(tx, beforeId)
    if (!who || !before) return refuse({ reason: 'not-found', what: 'waiting', id: beforeId ?? stored.id })
    const decision = decideMoveUp(who, before)
    if (!decision.ok) return decision
    const change = () => updateWaiting(tx, stored.id, { turn: turnBefore(tx, before), reason })
    return changeRecord(context, waitingRecord, stored.id, change, { movedBefore: before.memberName })
  }),
)

export const decline = freesTime(
  command('waiting.decline', (context, { offerId }) => {
    const offer = runningOffer(context, offerId)
    return offer.ok ? end(context, offer.offer, 'declined') : offer
  }),
)

/** An offer that can still be taken or declined. */
export function runningOffer({ tx }: CommandContext, offerId: string) {
  const offer = readOffer(tx, offerId)
  if (!offer) return refuse({ reason: 'not-found', what: 'waiting', id: offerId })
  if (offer.status !== 'running') return refuse({ reason: 'offer-over', status: offer.status })
  return { ok: true as const, offer }
}

function machinesOf(
  { tx, settings }: CommandContext,
  { machineId, typeId }: { machineId?: string | undefined; typeId?: string | undefined },
) {
  if (machineId !== undefined) {
    const machine = readMachine(tx, machineId, settings)
    if (!machine) return refuse({ reason: 'not-found', what: 'machine', id: machineId })
    return { ok: true as const, machines: [machine.facts] }
  }
  const id = typeId ?? ''
  if (!readType(tx, id)) return refuse({ reason: 'not-found', what: 'machine-type', id })
  return { ok: true as const, machines: readMachinesOfType(tx, id, settings) }
}
