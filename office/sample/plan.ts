import type { Seen } from '#booking/machines/condition'
import { HOUR_MS } from '#booking/time/day'
import { SAMPLE_MACHINES, type SampleMachine } from './cooperative.ts'
import type { Seeded } from './seeded.ts'

/** Days count from today: -1 is yesterday. */
export const FIRST_DAY = -61
export const LAST_DAY = 61

/** How a planned booking ends, if the simulated time gets that far. */
export type Fate =
  | 'used'
  | 'cancelled'
  | 'rejected'
  | 'no-show'
  | 'left pending'
  | 'left approved'
  | 'kept too long'

export type PlannedBooking = {
  machine: SampleMachine
  /** Index of the member who asks. */
  member: number
  /** First and last day of use, both included. */
  from: number
  to: number
  /** Hours of the day, for machines booked by time. */
  hours: { from: number; to: number } | undefined
  units: number
  /** The day of the request. */
  asked: number
  fate: Fate
  purpose: string
  /** When it came back, where that is not on its last day. */
  back?: Back
}
/** What is recorded of a return that did not go to plan. `hour`: of that local day. */
export type Back = {
  readonly day: number
  readonly hour: number
  readonly seen: readonly Seen[]
  readonly note: string
}

/** Members 0 to 69 may book; the rest are not verified or suspended. */
export const MEMBERS_WHO_BOOK = 70

/** Four months of bookings around today. None overlaps another. */
export function planBookings(random: Seeded): PlannedBooking[] {
  const planned = SAMPLE_MACHINES.flatMap(machine => {
    if (machine.mode === 'days') return planDays(machine, random)
    return machine.capacity > 1 ? planBatches(machine, random) : planSlots(machine, random)
  })
  return [...planned, ...planThisWeek(random)]
}

function planDays(machine: SampleMachine, random: Seeded): PlannedBooking[] {
  const cleaning = machine.bufferAfterMs > 0 ? 1 : 0
  const planned: PlannedBooking[] = []
  for (let from = FIRST_DAY + 5 + random.below(4); from < LAST_DAY; ) {
    const to = from + random.between(0, 3)
    const quietNow = machine.quiet && to >= -4 && from <= 12
    if (!quietNow) {
      const one = plannedBooking(machine, from, to, undefined, 1, random)
      if (!isThisWeek(one)) planned.push(one)
    }
    from = to + 1 + cleaning + random.between(0, machine.quiet ? 9 : 3)
  }
  return planned
}

const BATCH = { from: 7, to: 17 }

function planBatches(machine: SampleMachine, random: Seeded): PlannedBooking[] {
  const planned: PlannedBooking[] = []
  for (let day = FIRST_DAY + 5; day < LAST_DAY - 20; day++) {
    if (random.chance(35) && day !== 0) continue
    for (let left = machine.capacity - random.below(20); left >= 10; ) {
      const units = Math.min(left, random.between(10, 30))
      planned.push(plannedBooking(machine, day, day, BATCH, units, random))
      left -= units
    }
  }
  return planned
}

function planSlots(machine: SampleMachine, random: Seeded): PlannedBooking[] {
  const planned: PlannedBooking[] = []
  const pauseHours = Math.ceil(machine.bufferAfterMs / HOUR_MS)
  for (let day = FIRST_DAY + 5; day < LAST_DAY - 25; day++) {
    if (random.chance(30) && day !== 0) continue
    for (let from = 7 + random.below(2); from < 16; ) {
      const to = from + random.between(1, 2)
      planned.push(plannedBooking(machine, day, day, { from, to }, 1, random))
      from = to + pauseHours + random.below(4)
    }
  }
  return planned
}

/**
 * This week, whatever the hour and the weekday. Two machines are out past their end, and both were promised to somebody
 * else from today on; a third one came back broken yesterday, a day before its next promise. Two came back before their
 * end and two after it. One machine is due back today, and one that nobody has fetched yet can go out.
 */
const THIS_WEEK: readonly (Pick<PlannedBooking, 'from' | 'to' | 'fate' | 'back'> & { name: string })[] = [
  { name: 'Hand Tractor 1', from: -4, to: -2, fate: 'kept too long' },
  { name: 'Hand Tractor 1', from: 0, to: 0, fate: 'left approved' },
  { name: 'Tractor 2', from: -3, to: -1, fate: 'kept too long' },
  { name: 'Tractor 2', from: 0, to: 1, fate: 'left approved' },
  {
    name: 'Harvester 1',
    from: -3,
    to: -1,
    fate: 'used',
    back: {
      day: -1,
      hour: 13.25,
      seen: [{ point: 'Belts', state: 'broken', note: 'drive belt torn' }],
      note: 'Stopped in the field; towed back',
    },
  },
  { name: 'Harvester 1', from: 1, to: 2, fate: 'left approved' },
  {
    name: 'Harvester 2',
    from: -5,
    to: -4,
    fate: 'used',
    back: { day: -3, hour: 10.5, seen: [], note: 'Came back a day late: the road was under water' },
  },
  { name: 'Harvester 2', from: 0, to: 1, fate: 'left approved' },
  {
    name: 'Tractor 1',
    from: -5,
    to: -4,
    fate: 'used',
    back: {
      day: -3,
      hour: 9.25,
      seen: [{ point: 'Tyres', state: 'worn', note: 'left rear' }],
      note: 'The second field took longer',
    },
  },
  { name: 'Tractor 1', from: -1, to: 0, fate: 'kept too long' },
  { name: 'Tractor 1', from: 1, to: 2, fate: 'left approved' },
  {
    name: 'Transplanter 1',
    from: -2,
    to: 1,
    fate: 'used',
    back: { day: -1, hour: 16.75, seen: [], note: 'Finished early' },
  },
  { name: 'Transplanter 1', from: 3, to: 4, fate: 'left approved' },
]
/** The machine that broke down yesterday at two, with the day on which it is expected to be ready. */
export const BROKEN_DOWN = { name: 'Harvester 1', day: -1, hour: 14, readyDay: 2, readyHour: 17 }

/** Nothing else is planned for those machines around today. */
function isThisWeek({ machine, from, to }: PlannedBooking): boolean {
  return THIS_WEEK.some(({ name }) => name === machine.name) && to >= -6 && from <= 4
}

function planThisWeek(random: Seeded): PlannedBooking[] {
  return THIS_WEEK.flatMap(({ name, from, to, fate, back }) => {
    const machine = SAMPLE_MACHINES.find(one => one.name === name)
    if (!machine) return []
    return [{ ...plannedBooking(machine, from, to, undefined, 1, random), fate, ...(back && { back }) }]
  })
}

function plannedBooking(
  machine: SampleMachine,
  from: number,
  to: number,
  hours: { from: number; to: number } | undefined,
  units: number,
  random: Seeded,
): PlannedBooking {
  const lead = random.between(2, 16)
  // Bookings far ahead were requested recently, and none is requested after today.
  const asked = Math.max(FIRST_DAY + 2, Math.min(from - lead, -random.between(1, 9)))
  const member = random.below(MEMBERS_WHO_BOOK)
  const purpose = random.pick(machine.purposes)
  return { machine, member, from, to, hours, units, asked, fate: fateOf(from, random), purpose }
}

function fateOf(from: number, random: Seeded): Fate {
  if (random.chance(6)) return 'cancelled'
  if (random.chance(5)) return 'rejected'
  if (from < -1 && random.chance(5)) return 'no-show'
  if (from > 0 && random.chance(8)) return 'left pending'
  return 'used'
}
