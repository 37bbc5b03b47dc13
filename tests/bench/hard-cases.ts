import { join } from 'node:path'
import type { CallArgs } from '#calls/contract'
import type { Office } from '#office/office'
import { openBenchOffice } from './bench-office.ts'
import { type Adding, fill, machineId, reopened } from './fill.ts'
import { chance, daysFrom, FILLED_AHEAD, hoursFrom } from './plan.ts'

type Question = CallArgs['bookings']['check']

const MILL = 1
const DRYER = 2
/** Days back that the mill is filled. */
const BACK = 30
const LANES = 10
const HOUR_OF_MILLING = 1
const LONG_LANES = 20

/** A mill that ten can use at once and two hundred do each day. */
function addMill({ addMachine, addBooking }: Adding): void {
  addMachine(MILL, { type: MILL, byDays: false, capacity: LANES })
  for (let day = -BACK; day <= FILLED_AHEAD; day++) {
    for (let lane = 0; lane < LANES; lane++) {
      // One lane begins after the other, so that something begins every few minutes.
      for (let hour = 0; hour < 22; hour++) {
        if (chance(lane, day, hour) > 0.91) continue
        addBooking(MILL, { period: hoursFrom(day, hour + lane / LANES, HOUR_OF_MILLING) })
      }
    }
  }
}

/** Twenty units, each out for two to thirty days at a time, for two years back. */
function addDryers({ addMachine, addBooking }: Adding): void {
  addMachine(DRYER, { type: DRYER, byDays: true, capacity: LONG_LANES })
  for (let lane = 0; lane < LONG_LANES; lane++) {
    let day = -730 + lane
    while (day < FILLED_AHEAD) {
      const length = 2 + Math.floor(chance(lane, day, 7) * 29)
      addBooking(DRYER, { period: daysFrom(day, length) })
      day += length + Math.floor(chance(lane, day, 8) * 3)
    }
  }
}

export async function hardOffice(folder: string): Promise<Office> {
  const office = openBenchOffice(join(folder, 'hard-cases.db'))
  fill(office, adding => {
    addMill(adding)
    addDryers(adding)
  })
  return reopened(office)
}

const days = Array.from({ length: FILLED_AHEAD - 5 }, (_, index) => index + 2)
export const HARD_CASES: { name: string; questions: Question[] }[] = [
  {
    name: 'a mill of capacity 10 with 200 bookings a day',
    questions: days.map(day => ({ machineId: machineId(MILL), period: hoursFrom(day, 22.95, 1) })),
  },
  {
    name: 'a machine of 20 units with many bookings of 2 to 30 days',
    questions: days.map(day => ({ machineId: machineId(DRYER), period: daysFrom(day, 1) })),
  },
]
