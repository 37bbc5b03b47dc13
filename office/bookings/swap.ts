import { decideOtherMember } from '#booking/bookings/decide-correction'
import type { Decision } from '#booking/refusal'
import { refuse } from '#booking/refusal'
import type { InputOf } from '#calls/contract'
import { periodOf } from '#db/period-columns'
import type { StoredBooking } from '#db/read/bookings'
import { readMachine } from '#db/read/machines'
import { readMemberFacts } from '#db/read/members'
import type { BookingChange } from '#db/write/bookings'
import { decideSlot, keptBy } from '../availability/slots.ts'
import type { CommandContext } from '../law/command.ts'
import { promisedAt } from './price.ts'

type Wanted = Pick<InputOf<'bookings.handOver'>, 'machineId' | 'units' | 'memberId'>

type Swapped = Decision<{ change: BookingChange | null }>

/**
 * Another machine, number of units or member at the hand-over (A14). The machine and the units are checked like a move to
 * them, so that they take nobody else's promise, and the member like a correction. The approval stays: the machine leaves
 * now, and those who decide about bookings get a notice.
 * @returns the booking as it would be, and what changes in it; `change` is null if nothing does
 */
export function decideSwap(
  context: CommandContext,
  stored: StoredBooking,
  wanted: Wanted,
): Decision<{ as: StoredBooking; change: BookingChange | null }> {
  const member = decideMember(context, stored, wanted)
  if (!member.ok) return member
  const room = decideMachine(context, stored, wanted)
  if (!room.ok) return room
  if (!member.change && !room.change) return { ok: true, as: stored, change: null }
  const { machineId, memberId } = { ...stored, ...room.change, ...member.change }
  const at = promisedAt(context.tx, context.calendar, stored, {
    machineId,
    memberId,
    period: periodOf(stored),
  })
  const change = { ...room.change, ...member.change, ...at }
  return { ok: true, as: { ...stored, ...change }, change }
}

/** A field of the member before is not theirs. */
function decideMember(
  { tx }: CommandContext,
  stored: StoredBooking,
  { memberId = stored.memberId }: Wanted,
): Swapped {
  if (memberId === stored.memberId) return { ok: true, change: null }
  const member = readMemberFacts(tx, memberId)
  if (!member) return refuse({ reason: 'not-found', what: 'member', id: memberId })
  const decision = decideOtherMember(stored.status, member)
  return decision.ok ? { ok: true, change: { memberId, fieldId: null } } : decision
}

function decideMachine(
  context: CommandContext,
  stored: StoredBooking,
  { machineId = stored.machineId, units = stored.units }: Wanted,
): Swapped {
  if (machineId === stored.machineId && units === stored.units) return { ok: true, change: null }
  const { tx, settings, nowMs, calendar, actor } = context
  const machine = readMachine(tx, machineId, settings)
  if (!machine) return refuse({ reason: 'not-found', what: 'machine', id: machineId })
  // On another machine, a booking gets that machine's buffers.
  const kept = machineId === stored.machineId ? stored : machine.stored
  const { pendingBlocks, bufferBeforeMs, bufferAfterMs } = kept
  const slot = {
    machine: { ...machine.facts, bufferBeforeMs, bufferAfterMs },
    period: periodOf(stored),
    units,
    except: { bookingId: stored.id },
    keptStartMs: stored.startMs,
    kept: keptBy(stored, machineId),
  }
  const decision = decideSlot(tx, slot, { nowMs, calendar, role: actor.role })
  if (!decision.ok) return decision
  return { ok: true, change: { machineId, units, pendingBlocks, bufferBeforeMs, bufferAfterMs } }
}
