import { type Block, decideRoom } from '../availability/block.ts'
import { type Decision, refuse } from '../refusal.ts'
import { withBuffers } from '../time/interval.ts'
import type { MachineFacts } from './decide-booking.ts'
import type { BookingFact } from './decide-life.ts'
import { type BookingStatus, blocks } from './status.ts'

/** A stored booking, as far as an undo needs it. */
export type RestorableBooking = BookingFact & {
  readonly machineId: string
  readonly pendingBlocks: boolean
}

export type RestoreFacts = {
  /** The machine of the booking as it would be again. */
  readonly machine: MachineFacts
  /** Everything that overlaps the time that it would have again, except the booking itself. */
  readonly blocks: readonly Block[]
}

/**
 * Whether an undo may make a booking again what it was (C11): where it blocks time, its machine must be in service and
 * have room. The time and the member have been granted before, so notice, horizon and a start that has passed are not looked at again, and neither is
 * the member, whose suspension takes no booking away either. An approval comes back, because it was for exactly this.
 */
export function decideRestored(
  now: RestorableBooking,
  again: RestorableBooking,
  facts: RestoreFacts,
): Decision {
  const { machine } = facts
  if (!blocksTime(again) || (blocksTime(now) && isSameTime(now, again))) return { ok: true }
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
