import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { scanOffice } from '#office/scan/scan'
import { closeBenchOffice, openBenchOffice } from './bench-office.ts'
import { fill, reopened } from './fill.ts'
import { alternate, median } from './measure.ts'
import { daysFrom } from './plan.ts'
import { atMost, type Figure } from './table.ts'

const MACHINES = 200
const BOOKINGS_OF_ONE = 500

/** Row 9: the conflict scan of 100,000 promised bookings, and how long it keeps everybody else waiting. */
export async function conflictScan(folder: string): Promise<Figure[]> {
  const office = openBenchOffice(join(folder, 'scan.db'))
  fill(office, ({ addMachine, addBooking }) => {
    for (let machine = 0; machine < MACHINES; machine++) {
      addMachine(machine, { type: 0, byDays: true })
      for (let day = 1; day <= BOOKINGS_OF_ONE; day++) {
        addBooking(machine, { period: daysFrom(day, 1), status: 'approved' })
      }
    }
  })
  const filled = await reopened(office)
  const waits = monitorEventLoopDelay({ resolution: 1 })
  async function scan() {
    const { found } = await scanOffice(filled)
    if (found.overlaps + found.occupancyWrong > 0) throw new Error('the bench has no conflicts')
  }
  await scan()
  waits.enable()
  const { scanned } = await alternate({ scanned: { run: scan } }, { rounds: 4, each: 1 })
  waits.disable()
  await closeBenchOffice(filled)
  const name = `conflict scan of ${(MACHINES * BOOKINGS_OF_ONE).toLocaleString('en')} bookings`
  return [
    atMost(2000, { row: 9, name: `${name}: median`, figure: median(scanned), unit: 'ms' }),
    atMost(50, { row: 9, name: `${name}: longest wait of others`, figure: waits.max / 1e6, unit: 'ms' }),
  ]
}
