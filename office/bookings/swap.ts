import type { Decision } from '#booking/refusal'
import { refuse } from '#booking/refusal'
import type { InputOf } from '#calls/contract'
import { periodOf } from '#db/period-columns'
import type { StoredBooking } from '#db/read/bookings'
import { readMachine } from '#db/read/machines'
import type { BookingChange } from '#db/write/bookings'
import { decideSlot } from '../availability/slots.ts'
import type { CommandContext } from '../law/command.ts'
import { promisedAt } from './price.ts'

type Wanted = Pick<InputOf<'bookings.handOver'>, 'machineId' | 'units'>

/**
 * Another machine or another number of units at the hand-over (A14): checked like a move to it, so that it takes nobody
 * else's promise. The approval stays, as the time and the member do.
 * @returns the booking as it would be, and what changes in it; `change` is null if nothing does
 */
export function decideSwap(
  context: CommandContext,
  stored: StoredBooking,
  { machineId = stored.machineId, units = stored.units }: Wanted,
): Decision<{ as: StoredBooking; change: BookingChange | null }> {
  if (machineId === stored.machineId && units === stored.units) return { ok: true, as: stored, change: null }
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
  }
  const decision = decideSlot(tx, slot, { nowMs, calendar, role: actor.role })
  if (!decision.ok) return decision
  const becomes = { machineId, memberId: stored.memberId, period: slot.period }
  const at = promisedAt(tx, calendar, stored, becomes)
  const change = { machineId, units, pendingBlocks, bufferBeforeMs, bufferAfterMs, ...at }
  return { ok: true, as: { ...stored, ...change }, change }
}
