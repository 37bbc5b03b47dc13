import { join } from 'node:path'
import { FIRST_FREE_TIMES } from '#calls/limits'
import { machines } from '#db/tables/machines'
import { firstFreeTimes } from '#office/availability/first-free'
import { checkSlot } from '#office/bookings/questions'
import { closeBenchOffice, MANAGER, openBenchOffice } from './bench-office.ts'
import { fill, machineId, reopened } from './fill.ts'
import { alternate, inTurn, median, quantile } from './measure.ts'
import { chance, daysFrom } from './plan.ts'
import { atMost, type Figure, reported } from './table.ts'

const MACHINES = 40
const DAYS = 90
/** Until then every machine of the type is taken; afterwards two days in a row are free, four times in ten. */
const FULL_UNTIL = 25

/**
 * Row 5: a check of a taken time, which looks for three others on forty machines and in three months; and the first ten
 * free times of any of them.
 */
export async function freeTimes(folder: string, rounds: number): Promise<Figure[]> {
  const office = openBenchOffice(join(folder, 'alternatives.db'))
  fill(office, ({ addMachine, addBooking }) => {
    for (let machine = 0; machine < MACHINES; machine++) {
      addMachine(machine, { type: 0, byDays: true })
      for (let day = 1; day < FULL_UNTIL + DAYS; day++) {
        const isFree = day > FULL_UNTIL && chance(machine, day - (day % 2), 0) < 0.4
        if (!isFree) addBooking(machine, { period: daysFrom(day, 1) })
      }
    }
  })
  const filled = await reopened(office)
  const wanted = inTurn(
    Array.from({ length: 120 }, (_, index) => ({
      machineId: machineId(index % MACHINES),
      period: daysFrom(2 + (index % 15), 2),
    })),
  )
  function ask() {
    const answer = checkSlot(filled, MANAGER, wanted())
    if (answer.free || answer.alternatives.length !== 3)
      throw new Error('the bench expects three alternatives')
  }
  const { typeId } = filled.file.db.select({ typeId: machines.typeId }).from(machines).get() ?? {}
  if (!typeId) throw new Error('the bench expects a type')
  const days = inTurn([1, 2, 3, 4])
  function find() {
    const length = { days: days() }
    if (firstFreeTimes(filled, MANAGER, { typeId, length }).free.length !== FIRST_FREE_TIMES) {
      throw new Error('the bench expects ten free times')
    }
  }
  const { asked, found } = await alternate(
    { asked: { run: ask }, found: { run: find } },
    { rounds, each: 10 },
  )
  await closeBenchOffice(filled)
  const row = 5
  const among = `among ${MACHINES} machines × ${DAYS} days`
  const name = `three alternatives ${among}`
  const ten = `the first ten free times ${among}`
  return [
    atMost(5, { row, name: `${name}: median`, figure: median(asked), unit: 'ms' }),
    reported({ row, name: `${name}: p99`, figure: quantile(asked, 0.99), unit: 'ms' }),
    atMost(5, { row, name: `${ten}: median`, figure: median(found), unit: 'ms' }),
    reported({ row, name: `${ten}: p99`, figure: quantile(found, 0.99), unit: 'ms' }),
  ]
}
