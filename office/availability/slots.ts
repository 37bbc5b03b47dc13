import { type Block, blockOfRepair, blocksOfBatch, blocksOfMachineOut } from '#booking/availability/block'
import { fits } from '#booking/availability/load'
import {
  decidePeriod,
  type Granted,
  type MachineFacts,
  type PeriodFacts,
} from '#booking/bookings/decide-booking'
import { mayMove } from '#booking/bookings/status'
import type { Kept } from '#booking/hours/decide-open'
import type { OpenCalendar } from '#booking/hours/opening-hours'
import type { Decision } from '#booking/refusal'
import { type Interval, withBuffers } from '#booking/time/interval'
import { endsAfterItStarts, intervalOf, type Period } from '#booking/time/period'
import type { Role } from '#booking/users/roles'
import type { ReadDb } from '#db/file'
import {
  type Except,
  readBlocks,
  readLoads,
  readMachineOut,
  readOpenBatches,
  readOpenRepairs,
} from '#db/read/availability'
import { readBooking, type StoredBooking } from '#db/read/bookings'
import { readHold } from '#db/read/holds'

/** A requested time on a machine, and which booking and hold to ignore. */
export type Slot = {
  readonly machine: MachineFacts
  readonly period: Period
  readonly units: number
  readonly except: Except
  readonly keptStartMs?: number | undefined
  readonly kept?: Kept | undefined
}
export type Asked = { readonly nowMs: number; readonly calendar: OpenCalendar; readonly role: Role }

/**
 * Gathers what overlaps the slot and lets the rules decide. Used by a check, a hold and a move. A request also
 * checks the member (`decideBooking`).
 */
export function decideSlot(db: ReadDb, slot: Slot, asked: Asked): Decision<Granted> {
  const facts: PeriodFacts = { ...asked, machine: slot.machine, blocks: blocksAround(db, slot, asked) }
  const { period, units, keptStartMs, kept } = slot
  return decidePeriod({ period, units, kept, ...(keptStartMs !== undefined && { keptStartMs }) }, facts)
}

/**
 * What applies to a booking that is being moved: an unchanged start needs no new notice, and on the same machine the
 * booking keeps the buffers it was promised with. Nothing applies to a booking that cannot be moved.
 */
export function asMoved(db: ReadDb, bookingId: string | undefined, machine: MachineFacts) {
  const stored = bookingId === undefined ? undefined : readBooking(db, bookingId)
  if (!stored || !mayMove(stored.status)) return { machine }
  const { startMs: keptStartMs, bufferBeforeMs, bufferAfterMs } = stored
  const own = stored.machineId === machine.id
  return {
    keptStartMs,
    kept: keptBy(stored, machine.id),
    machine: own ? { ...machine, bufferBeforeMs, bufferAfterMs } : machine,
  }
}

/** The time that a booking has already. One that is displaced has none. */
export function keptBy(
  { status, startMs, endMs, machineId }: Pick<StoredBooking, 'status' | 'startMs' | 'endMs' | 'machineId'>,
  onMachineId: string,
): Kept | undefined {
  return status === 'displaced' ? undefined : { startMs, endMs, here: machineId === onMachineId }
}

/**
 * What blocks the slot. Empty for a period that ends before it starts, which the rules refuse anyway. Names and
 * bookings are read only when the load leaves no room, because on a busy machine that costs many times as much as
 * counting.
 */
export function blocksAround(db: ReadDb, slot: Slot, asked: Asked): Block[] {
  const { machine, units, except } = slot
  if (!endsAfterItStarts(slot.period)) return []
  const interval = withBuffers(intervalOf(slot.period, asked.calendar), machine)
  const out = beyondPromises(db, machine.id, except, asked)
  if (fits(interval, units, machine.capacity, [...readLoads(db, machine.id, interval), ...out])) return []
  return [...readBlocks(db, machine.id, interval, except), ...out]
}

/** What was promised in the file, and what a machine takes beyond that while it is out or under repair. */
export function allBlocks(
  db: ReadDb,
  machineId: string,
  interval: Interval,
  except: Except,
  asked: Pick<Asked, 'nowMs' | 'calendar'>,
): Block[] {
  return [...readBlocks(db, machineId, interval, except), ...beyondPromises(db, machineId, except, asked)]
}

/** What no promise says: the time of a machine that left early or is late, of a batch past its end, and of a repair without one. */
export function beyondPromises(
  db: ReadDb,
  machineId: string,
  except: Except,
  { nowMs, calendar }: Pick<Asked, 'nowMs' | 'calendar'>,
): Block[] {
  const out = readMachineOut(db, machineId)
    .filter(one => one.booking.bookingId !== except.bookingId)
    .flatMap(one => blocksOfMachineOut(one, nowMs, calendar))
  const drying = readOpenBatches(db, machineId)
    .filter(one => one.what.batchId !== except.batchId)
    .flatMap(one => blocksOfBatch(one, nowMs, calendar))
  return [
    ...out,
    ...drying,
    ...readOpenRepairs(db, machineId).map(one => blockOfRepair(one, nowMs, calendar)),
  ]
}

/** The form whose hold is ignored: only the person's own. */
export function ownForm(db: ReadDb, formId: string | undefined, userId: string): string | undefined {
  if (formId === undefined) return undefined
  return readHold(db, formId)?.userId === userId ? formId : undefined
}
