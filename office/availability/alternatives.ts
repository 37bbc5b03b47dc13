import { ANOTHER_TIME_HELPS_A_BOOKING } from '#booking/another-time'
import { nearestFreePeriods } from '#booking/availability/free-windows'
import { lookAgainFrom } from '#booking/hours/decide-open'
import type { Reason } from '#booking/refusal'
import { endsAfterItStarts, intervalOf, type Period } from '#booking/time/period'
import type { ReadDb } from '#db/file'
import { readBooking } from '#db/read/bookings'
import { readMachine, readMachinesOfType } from '#db/read/machines'
import type { OfficeSettings } from '#db/read/settings'
import { mayBegin, mayRequest } from './may-request.ts'
import { nextFree } from './next-free.ts'
import { type Asked, asMoved, decideSlot, type Slot } from './slots.ts'

/** A requested slot. What applies to a booking that is being moved is read here. */
export type WantedSlot = Omit<Slot, 'machine' | 'keptStartMs'> & { machineId: string }
export type Alternative = { machineId: string; machineName: string; period: Period }

const WANTED = 3
/** At most this many gaps of the same machine, when another machine is free at the requested time. */
const OF_THE_SAME_MACHINE = 2

/**
 * Up to three alternatives (A9): the same machine's next gaps, then other machines of the type at the requested
 * time. The rules would accept each of them from this person now. The place that a booking has already is none of them.
 * Computed on each request, never stored.
 */
export function findAlternatives(
  db: ReadDb,
  settings: OfficeSettings,
  slot: WantedSlot,
  reason: Reason,
  asked: Asked,
): Alternative[] {
  const machine = readMachine(db, slot.machineId, settings)
  if (!machine || !ANOTHER_TIME_HELPS_A_BOOKING.has(reason) || !endsAfterItStarts(slot.period)) return []
  const isElsewhere = notWhereItIs(db, slot, asked)
  const gaps = machine.facts.retired
    ? []
    : nextGaps(db, { ...slot, ...asMoved(db, slot.except.bookingId, machine.facts) }, asked, isElsewhere)
  const elsewhere = sameTimeElsewhere(db, settings, machine.stored.typeId, slot, asked, {
    atMost: WANTED - Math.min(gaps.length, OF_THE_SAME_MACHINE),
    isElsewhere,
  })
  return [...gaps.slice(0, WANTED - elsewhere.length), ...elsewhere]
}

type Place = { machineId: string; period: Period }

/** Tells the places of a booking that is being moved from the one that it has: with other units, each is another. */
export function notWhereItIs(
  db: ReadDb,
  slot: Pick<WantedSlot, 'units' | 'except'>,
  { calendar }: Asked,
): (place: Place) => boolean {
  const { bookingId } = slot.except
  const moved = bookingId === undefined ? undefined : readBooking(db, bookingId)
  // A displaced booking has no place.
  if (!moved || moved.status === 'displaced' || moved.units !== slot.units) return () => true
  return ({ machineId, period }) => {
    const { startMs, endMs } = intervalOf(period, calendar)
    return machineId !== moved.machineId || startMs !== moved.startMs || endMs !== moved.endMs
  }
}

/** Other machines of the type that are free at the requested time, by name. Stops when it has enough. */
function sameTimeElsewhere(
  db: ReadDb,
  settings: OfficeSettings,
  typeId: string,
  slot: WantedSlot,
  asked: Asked,
  { atMost, isElsewhere }: { atMost: number; isElsewhere: (place: Place) => boolean },
): Alternative[] {
  const found: Alternative[] = []
  for (const machine of readMachinesOfType(db, typeId, settings)) {
    if (found.length === atMost) break
    if (machine.id === slot.machineId || machine.bookingMode !== slot.period.kind) continue
    if (!isElsewhere({ machineId: machine.id, period: slot.period })) continue
    if (!decideSlot(db, { ...slot, ...asMoved(db, slot.except.bookingId, machine) }, asked).ok) continue
    found.push({ machineId: machine.id, machineName: machine.name, period: slot.period })
  }
  return found
}

function nextGaps(
  db: ReadDb,
  slot: Slot,
  asked: Asked,
  isElsewhere: (place: Place) => boolean,
): Alternative[] {
  const { machine, period, except, units } = slot
  if (period.kind !== machine.bookingMode) return []
  const { id: machineId, name: machineName } = machine
  const allowed = (found: Period) =>
    isElsewhere({ machineId, period: found }) && mayRequest({ machine, units, period: found }, asked)
  const begins = mayBegin(machine, asked)
  const notThen = (found: Period) => lookAgainFrom(found, { machine, calendar: asked.calendar })
  const sought = {
    machine,
    wanted: period,
    units,
    except,
    begins,
    allowed,
    find: nearestFreePeriods,
    notThen,
  }
  // One more, because one of them may be the place that the booking has.
  return nextFree(db, { ...sought, count: WANTED + 1 }, asked)
    .slice(0, WANTED)
    .map(found => ({ machineId, machineName, period: found }))
}
