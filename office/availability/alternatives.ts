import { ANOTHER_TIME_HELPS_A_BOOKING } from '#booking/another-time'
import { nearestFreePeriods } from '#booking/availability/free-windows'
import { decidePeriod } from '#booking/bookings/decide-booking'
import type { Reason } from '#booking/refusal'
import { addDays, DAY_MS } from '#booking/time/day'
import { withBuffers } from '#booking/time/interval'
import { endsAfterItStarts, intervalOf, type Period } from '#booking/time/period'
import type { ReadDb } from '#db/file'
import { readLoads } from '#db/read/availability'
import { readBooking } from '#db/read/bookings'
import { readMachine, readMachinesOfType } from '#db/read/machines'
import type { OfficeSettings } from '#db/read/settings'
import { type Asked, allBlocks, asMoved, decideSlot, type Slot } from './slots.ts'

/** A requested slot. What applies to a booking that is being moved is read here. */
export type WantedSlot = Omit<Slot, 'machine' | 'keptStartMs'> & { machineId: string }
export type Alternative = { machineId: string; machineName: string; period: Period }

const WANTED = 3
/** At most this many gaps of the same machine, when another machine is free at the requested time. */
const OF_THE_SAME_MACHINE = 2
const SEARCHED_DAYS = 90

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
function notWhereItIs(db: ReadDb, slot: WantedSlot, { calendar }: Asked): (place: Place) => boolean {
  const { bookingId } = slot.except
  const moved = bookingId === undefined ? undefined : readBooking(db, bookingId)
  if (!moved || moved.units !== slot.units) return () => true
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
  const { calendar, nowMs } = asked
  if (period.kind !== machine.bookingMode || units > machine.capacity) return []
  const { earliestMs, afterNoticeMs } = earliestStarts(slot, asked)
  const fromMs = Math.max(earliestMs, intervalOf(period, calendar).startMs)
  const length = intervalOf(period, calendar).endMs - intervalOf(period, calendar).startMs
  const latestMs = fromMs + SEARCHED_DAYS * DAY_MS
  const around = withBuffers({ startMs: fromMs, endMs: latestMs + length + DAY_MS }, machine)
  const exact = except.bookingId !== undefined || except.formId !== undefined
  const stored = exact ? allBlocks(db, machine.id, around, except, asked) : readLoads(db, machine.id, around)
  const out = exact ? [] : allBlocks(db, machine.id, { startMs: 0, endMs: 1 }, {}, asked)
  const search = {
    ...machine,
    calendar,
    units,
    loads: [...stored, ...out],
    earliestMs: Math.max(earliestMs, nowMs),
    latestMs,
  }
  const allowed = (found: Period) =>
    isElsewhere({ machineId: machine.id, period: found }) &&
    decidePeriod({ period: found, units }, { ...asked, machine, blocks: [] }).ok
  // One more where one of them may be the place that the booking has.
  const sought = except.bookingId === undefined ? WANTED : WANTED + 1
  const walkIns = nearestFreePeriods(period, search, sought).filter(allowed)
  // Between today (a walk-in) and the first day after the notice period there are days that cannot be requested.
  const afterNotice = { ...search, earliestMs: Math.max(search.earliestMs, afterNoticeMs) }
  const later = walkIns.length < WANTED ? nearestFreePeriods(period, afterNotice, sought).filter(allowed) : []
  const startOf = (found: Period) => intervalOf(found, calendar).startMs
  const known = new Set(walkIns.map(startOf))
  return [...walkIns, ...later.filter(found => !known.has(startOf(found)))]
    .slice(0, WANTED)
    .map(found => ({ machineId: machine.id, machineName: machine.name, period: found }))
}

/** The earliest instants at which this person's booking may begin: as a walk-in, and after the notice period. */
function earliestStarts(slot: Slot, asked: Asked) {
  const { rules } = slot.machine
  const today = asked.calendar.dayOf(asked.nowMs)
  const afterNoticeMs = asked.calendar.startOfDay(addDays(today, rules.minNoticeDays))
  if (!rules.walkInRoles.includes(asked.role)) return { earliestMs: afterNoticeMs, afterNoticeMs }
  const nowMs = slot.period.kind === 'days' ? asked.calendar.startOfDay(today) : asked.nowMs
  return { earliestMs: Math.min(nowMs, afterNoticeMs), afterNoticeMs }
}
