import { HOUR_MS } from '#booking/time/day'
import { SAMPLE_MACHINES, type SampleMachine } from './cooperative.ts'
import type { Seeded } from './seeded.ts'

/** Days count from today: -1 is yesterday. */
export const FIRST_DAY = -61
export const LAST_DAY = 61

/** How a planned booking ends, if the simulated time gets that far. */
export type Fate = 'used' | 'cancelled' | 'rejected' | 'no-show' | 'left pending' | 'kept too long'

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
}

/** Members 0 to 69 may book; the rest are not verified or suspended. */
export const MEMBERS_WHO_BOOK = 70

/** Four months of bookings around today. None overlaps another. */
export function planBookings(random: Seeded): PlannedBooking[] {
  const planned = SAMPLE_MACHINES.flatMap(machine => {
    if (machine.mode === 'days') return planDays(machine, random)
    return machine.capacity > 1 ? planBatches(machine, random) : planSlots(machine, random)
  })
  return [...planned, ...planOverdue(random)]
}

function planDays(machine: SampleMachine, random: Seeded): PlannedBooking[] {
  const cleaning = machine.bufferAfterMs > 0 ? 1 : 0
  const planned: PlannedBooking[] = []
  // One machine is out and overdue, so nothing else is planned for it this week.
  for (let from = FIRST_DAY + 5 + random.below(4); from < LAST_DAY; ) {
    const to = from + random.between(0, 3)
    const quietNow =
      (machine.quiet && to >= -4 && from <= 12) || (machine === overdueMachine && to >= -6 && from <= 2)
    if (!quietNow) planned.push(plannedBooking(machine, from, to, undefined, 1, random))
    from = to + 1 + cleaning + random.between(0, machine.quiet ? 9 : 3)
  }
  return planned
}

const BATCH = { from: 7, to: 17 }

function planBatches(machine: SampleMachine, random: Seeded): PlannedBooking[] {
  const planned: PlannedBooking[] = []
  for (let day = FIRST_DAY + 5; day < LAST_DAY - 20; day++) {
    if (random.chance(35)) continue
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
    if (random.chance(30)) continue
    for (let from = 7 + random.below(2); from < 16; ) {
      const to = from + random.between(1, 2)
      planned.push(plannedBooking(machine, day, day, { from, to }, 1, random))
      from = to + pauseHours + random.below(4)
    }
  }
  return planned
}

const overdueMachine = SAMPLE_MACHINES.find(machine => machine.name === 'Hand Tractor 1')

/** One machine went out and did not come back in time. */
function planOverdue(random: Seeded): PlannedBooking[] {
  if (!overdueMachine) return []
  return [{ ...plannedBooking(overdueMachine, -4, -2, undefined, 1, random), fate: 'kept too long' }]
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
