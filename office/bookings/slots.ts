import { type Block, blocksOfMachineOut } from '#booking/availability/block'
import { fits } from '#booking/availability/load'
import {
  decidePeriod,
  type Granted,
  type MachineFacts,
  type PeriodFacts,
} from '#booking/bookings/decide-booking'
import type { Decision } from '#booking/refusal'
import type { OfficeCalendar } from '#booking/time/calendar'
import { type Interval, withBuffers } from '#booking/time/interval'
import { endsAfterItStarts, intervalOf, type Period } from '#booking/time/period'
import type { Role } from '#booking/users/roles'
import type { ReadDb } from '#db/file'
import { type Except, readBlocks, readLoads, readMachineOut } from '#db/read/availability'
import { readBooking } from '#db/read/bookings'
import { readHold } from '#db/read/holds'

/** A wanted time on a machine, and what the asker may leave out. */
export type Slot = {
  readonly machine: MachineFacts
  readonly period: Period
  readonly units: number
  readonly except: Except
  readonly keptStartMs?: number | undefined
}
export type Asked = { readonly nowMs: number; readonly calendar: OfficeCalendar; readonly role: Role }

/**
 * Gathers what meets the slot and lets the rules decide. The same for a check, a hold and a move; a request asks
 * about the member as well (`decideBooking`).
 */
export function decideSlot(db: ReadDb, slot: Slot, asked: Asked): Decision<Granted> {
  const facts: PeriodFacts = { ...asked, machine: slot.machine, blocks: blocksAround(db, slot, asked) }
  const { period, units, keptStartMs } = slot
  return decidePeriod({ period, units, ...(keptStartMs !== undefined && { keptStartMs }) }, facts)
}

/**
 * What holds for a booking that is being moved: its start need not keep the notice again, and on its own machine it
 * keeps the buffers it was promised with.
 */
export function asMoved(db: ReadDb, bookingId: string | undefined, machine: MachineFacts) {
  const stored = bookingId === undefined ? undefined : readBooking(db, bookingId)
  if (!stored) return { machine }
  const { startMs: keptStartMs, bufferBeforeMs, bufferAfterMs } = stored
  const own = stored.machineId === machine.id
  return { keptStartMs, machine: own ? { ...machine, bufferBeforeMs, bufferAfterMs } : machine }
}

/**
 * What keeps the slot's time shut; empty for a period that ends before it starts, which the rules refuse anyway. Who is
 * in the way is only read where the bare load leaves no room: on a busy machine, naming costs many times what counting does.
 */
export function blocksAround(db: ReadDb, slot: Slot, asked: Asked): Block[] {
  const { machine, units, except } = slot
  if (!endsAfterItStarts(slot.period)) return []
  const interval = withBuffers(intervalOf(slot.period, asked.calendar), machine)
  const out = blocksOfOut(db, machine.id, except, asked)
  if (fits(interval, units, machine.capacity, [...readLoads(db, machine.id, interval), ...out])) return []
  return [...readBlocks(db, machine.id, interval, except), ...out]
}

/** What the file keeps shut, and what a machine that is out takes beyond its promise. */
export function allBlocks(
  db: ReadDb,
  machineId: string,
  interval: Interval,
  except: Except,
  asked: Pick<Asked, 'nowMs' | 'calendar'>,
): Block[] {
  return [...readBlocks(db, machineId, interval, except), ...blocksOfOut(db, machineId, except, asked)]
}

function blocksOfOut(
  db: ReadDb,
  machineId: string,
  except: Except,
  asked: Pick<Asked, 'nowMs' | 'calendar'>,
): Block[] {
  return readMachineOut(db, machineId)
    .filter(one => one.booking.bookingId !== except.bookingId)
    .flatMap(one => blocksOfMachineOut(one, asked.nowMs, asked.calendar))
}

/** A form leaves out its own hold, and only if it is the same person's. */
export function ownForm(db: ReadDb, formId: string | undefined, userId: string): string | undefined {
  if (formId === undefined) return undefined
  return readHold(db, formId)?.userId === userId ? formId : undefined
}
