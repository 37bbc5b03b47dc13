import { type Block, decideRoom } from '../availability/block.ts'
import { type Decision, refuse } from '../refusal.ts'
import { withBuffers } from '../time/interval.ts'
import { type MachineFacts, type MemberFacts, memberRefusal } from './decide-booking.ts'
import type { BookingFact } from './decide-life.ts'
import { type BookingStatus, blocks, mayMove } from './status.ts'

/** A stored booking, as far as an undo needs it. */
export type RestorableBooking = BookingFact & {
  readonly machineId: string
  readonly memberId: string
  readonly pendingBlocks: boolean
}

export type RestoreFacts = {
  /** The machine and the member of the booking as it would be again. */
  readonly machine: MachineFacts
  readonly member: MemberFacts
  /** Everything that overlaps the time that it would have again, except the booking itself. */
  readonly blocks: readonly Block[]
}

/**
 * Whether an undo may make a booking again what it was (C11). It must fit like any other booking. The time has been
 * granted before, so notice, horizon and a start that has passed meanwhile are not looked at again. An approval comes
 * back, because it was for exactly this time and this member.
 */
export function decideRestored(
  now: RestorableBooking,
  again: RestorableBooking,
  facts: RestoreFacts,
): Decision {
  if (!mayMove(again.status)) return { ok: true }
  const isBack = again.status !== now.status
  if (isBack || again.memberId !== now.memberId) {
    const member = memberRefusal(facts.member)
    if (member) return refuse(member)
  }
  const { machine } = facts
  if (isSameTime(now, again) && !(blocksTime(again) && !blocksTime(now))) return { ok: true }
  if (machine.retired) {
    return refuse({ reason: 'machine-out-of-service', machineId: machine.id, machineName: machine.name })
  }
  return decideRoom(withBuffers(again, again), again.units, machine.capacity, facts.blocks)
}

function isSameTime(now: RestorableBooking, again: RestorableBooking): boolean {
  const fields = ['machineId', 'startMs', 'endMs', 'units', 'bufferBeforeMs', 'bufferAfterMs'] as const
  return fields.every(field => now[field] === again[field])
}

function blocksTime(booking: { status: BookingStatus; pendingBlocks: boolean }): boolean {
  return blocks(booking.status, booking.pendingBlocks)
}
