import { type Block, blocksOfMachineOut } from '#booking/availability/block'
import {
  decideApproval,
  decideHandOver,
  decideNoShow,
  decideReturn,
  decideStatusChange,
} from '#booking/bookings/decide-life'
import { withBuffers } from '#booking/time/interval'
import { readMachineOut } from '#db/read/availability'
import type { StoredBooking } from '#db/read/bookings'
import { readMachine } from '#db/read/machines'
import { readMemberFacts } from '#db/read/members'
import type { CommandContext } from '../law/command.ts'
import { tell } from '../notices/tell.ts'
import { type BookingHandler, change, findBooking } from './commands.ts'
import { allBlocks } from './slots.ts'

// The life of a booking after it was asked for (C1, C2, C4): each finds it, lets the rules decide, writes.

export const approve: BookingHandler<'approve'> = (context, args) => {
  const found = findBooking(context, args)
  if (!found.ok) return found
  const { stored } = found
  const { machine, member } = partiesOf(context, stored)
  const facts = {
    nowMs: context.nowMs,
    machine: machine.facts,
    member,
    blocks: blocksOfOthers(context, stored),
  }
  const decision = decideApproval(stored, facts)
  if (!decision.ok) return decision
  const booking = change(context, stored, { status: 'approved', reason: '' })
  tell(context, booking, { kind: 'approved', forUser: booking.requestedBy.id })
  return { ok: true, booking }
}

export const reject: BookingHandler<'reject'> = (context, args) => {
  const found = findBooking(context, args)
  if (!found.ok) return found
  const decision = decideStatusChange(found.stored, 'rejected')
  if (!decision.ok) return decision
  const booking = change(context, found.stored, { status: 'rejected', reason: args.reason })
  tell(context, booking, { kind: 'rejected', forUser: booking.requestedBy.id, reason: args.reason })
  return { ok: true, booking }
}

export const cancel: BookingHandler<'cancel'> = (context, args) => {
  const found = findBooking(context, args)
  if (!found.ok) return found
  const decision = decideStatusChange(found.stored, 'cancelled')
  if (!decision.ok) return decision
  const booking = change(context, found.stored, { status: 'cancelled', reason: args.reason })
  tell(context, booking, { kind: 'cancelled', forUser: booking.requestedBy.id, reason: args.reason })
  tell(context, booking, { kind: 'cancelled', forRole: 'manager', reason: args.reason })
  return { ok: true, booking }
}

export const handOver: BookingHandler<'handOver'> = (context, args) => {
  const { tx, nowMs, calendar } = context
  const found = findBooking(context, args)
  if (!found.ok) return found
  const { stored } = found
  const { machine } = partiesOf(context, stored)
  const decision = decideHandOver(stored, {
    nowMs,
    atMs: args.atMs,
    calendar,
    capacity: machine.facts.capacity,
    out: outNow(context, stored.machineId),
    blocks: allBlocks(
      tx,
      stored.machineId,
      { startMs: args.atMs, endMs: args.atMs + 1 },
      { bookingId: stored.id },
      context,
    ),
  })
  if (!decision.ok) return decision
  return { ok: true, booking: change(context, stored, { status: 'in-use', handedOverMs: args.atMs }) }
}

const takeBack: BookingHandler<'return'> = (context, args) => {
  const found = findBooking(context, args)
  if (!found.ok) return found
  const decision = decideReturn(found.stored, { nowMs: context.nowMs, atMs: args.atMs })
  if (!decision.ok) return decision
  return { ok: true, booking: change(context, found.stored, { status: 'completed', returnedMs: args.atMs }) }
}

export { takeBack as return }

export const noShow: BookingHandler<'noShow'> = (context, args) => {
  const found = findBooking(context, args)
  if (!found.ok) return found
  const decision = decideNoShow(found.stored, context.nowMs)
  if (!decision.ok) return decision
  const booking = change(context, found.stored, { status: 'no-show' })
  tell(context, booking, { kind: 'no-show', forRole: 'manager' })
  return { ok: true, booking }
}

function partiesOf(context: CommandContext, stored: StoredBooking) {
  const machine = readMachine(context.tx, stored.machineId, context.settings)
  const member = readMemberFacts(context.tx, stored.memberId)
  if (!machine || !member)
    throw new Error(`booking ${stored.id} names a machine or a member that is not there`)
  return { machine, member }
}

/** What meets the booking's own time, itself left out. */
function blocksOfOthers(context: CommandContext, stored: StoredBooking): Block[] {
  return allBlocks(
    context.tx,
    stored.machineId,
    withBuffers(stored, stored),
    { bookingId: stored.id },
    context,
  )
}

/** Each booking that is out, as something in the way; marked where it is overdue. */
function outNow(context: CommandContext, machineId: string): Block[] {
  const { nowMs, calendar } = context
  return readMachineOut(context.tx, machineId).map(one => {
    const overdue = blocksOfMachineOut(one, nowMs, calendar).find(block => block.overdue)?.overdue
    const { startMs, endMs, units } = one.booking
    return { startMs, endMs, units, whole: false, what: one.booking, ...(overdue && { overdue }) }
  })
}
