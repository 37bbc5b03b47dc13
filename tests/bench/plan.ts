import type { BookingStatus } from '#booking/bookings/status'
import { addDays, DAY_MS, HOUR_MS } from '#booking/time/day'
import { intervalOf, type Period } from '#booking/time/period'
import { calendar, NOW_MS } from './bench-office.ts'

// What every machine of the bench has booked, as a function of machine and day: the same in a file of a hundred
// bookings and in one of a million, so that files differ in age and not in how full a machine is.

/** Days from today on that are filled in every file; with 200 machines that is about 10,000 bookings. */
export const FILLED_AHEAD = 30
const TODAY = calendar.dayOf(NOW_MS)

export type Planned = { period: Period; startMs: number; endMs: number; status: BookingStatus }

/** Every second machine is booked by whole days, the others in slots of four hours. */
export function isByDays(machine: number): boolean {
  return machine % 2 === 0
}

/** Whole days from a day counted from today. */
export function daysFrom(offset: number, days: number): Period {
  return { kind: 'days', from: addDays(TODAY, offset), to: addDays(TODAY, offset + days - 1) }
}

/** Clock time on a day counted from today. */
export function hoursFrom(offset: number, hour: number, hours: number): Period {
  const startMs = calendar.startOfDay(TODAY) + offset * DAY_MS + hour * HOUR_MS
  return { kind: 'time', startMs, endMs: startMs + hours * HOUR_MS }
}

/** The bookings of a machine that begin on a day counted from today: about 50 a month for each machine. */
export function plannedOn(machine: number, offset: number): Planned[] {
  return periodsOn(machine, offset).map(period => {
    const { startMs, endMs } = intervalOf(period, calendar)
    return { period, startMs, endMs, status: statusOf(machine, offset, startMs, endMs) }
  })
}

/** When each slot of a day begins; it lasts four hours. */
export const SLOTS = [0, 6, 12, 18]
export const SLOT_HOURS = 4
const SLOT_TAKEN = 0.72
/** Lengths of the bookings that begin on each day of a stretch of three, and how often a stretch is like that. */
const STRETCHES = [
  { upTo: 0.2, lengths: [0, 0, 0] },
  { upTo: 0.4, lengths: [3, 0, 0] },
  { upTo: 0.7, lengths: [2, 0, 1] },
  { upTo: 1, lengths: [1, 0, 1] },
]

function periodsOn(machine: number, offset: number): Period[] {
  if (!isByDays(machine)) {
    const taken = SLOTS.filter(hour => chance(machine, offset, hour) < SLOT_TAKEN)
    return taken.map(hour => hoursFrom(offset, hour, SLOT_HOURS))
  }
  const inStretch = ((offset % 3) + 3) % 3
  const kind = chance(machine, offset - inStretch, 0)
  const days = STRETCHES.find(stretch => kind < stretch.upTo)?.lengths[inStretch] ?? 0
  return days > 0 ? [daysFrom(offset, days)] : []
}

/** What is past stays approved: so the derived table grows with the file, which is the harder case. */
function statusOf(machine: number, offset: number, startMs: number, endMs: number): BookingStatus {
  const isOut = startMs <= NOW_MS && endMs > NOW_MS && machine % 10 < 2
  if (isOut) return 'in-use'
  return offset > 0 && chance(machine, offset, 1) < 0.15 ? 'pending' : 'approved'
}

/** A number from 0 to 1 that depends on nothing but the three it is asked with. */
export function chance(machine: number, day: number, what: number): number {
  let mixed = Math.imul(machine + 1, 0x9e3779b1) ^ Math.imul(day + 100_003, 0x85ebca6b)
  mixed ^= Math.imul(what + 11, 0xc2b2ae35)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d)
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39)
  return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32
}

/** The day, counted from today, from which on `count` bookings of `machines` machines are planned. */
export function firstDayFor(count: number, machines: number): number {
  let left = count
  for (let offset = FILLED_AHEAD; ; offset--) {
    for (let machine = 0; machine < machines; machine++) left -= periodsOn(machine, offset).length
    if (left <= 0) return offset
  }
}
