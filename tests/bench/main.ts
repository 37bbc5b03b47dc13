import { parseArgs } from 'node:util'
import { freeTimes } from './alternatives.ts'
import { availability, type Sized } from './availability.ts'
import { memberBalance } from './balance.ts'
import { closeBenchOffice, inBenchFolder } from './bench-office.ts'
import { boardFrames } from './board-frames.ts'
import { bookingRate } from './booking-rate.ts'
import { calendars } from './calendars.ts'
import { filledOffice, machinesFor } from './fill.ts'
import { finding } from './finding.ts'
import { overHttp } from './over-http.ts'
import { processorTime } from './processor-time.ts'
import { freeRequests } from './requests.ts'
import { conflictScan } from './scan.ts'
import { sessionPlaces } from './session-places.ts'
import { syncs } from './syncs.ts'
import { type Figure, printFigures, printHeading, writeFigures } from './table.ts'

// `npm run bench`: the figures that Araro holds itself to, rows 1 to 9. `--quick` stops at 100,000 bookings; `--json FILE` writes them too.

const { values: flags } = parseArgs({ options: { quick: { type: 'boolean' }, json: { type: 'string' } } })
const quick = flags.quick ?? false
const counts = quick ? [100, 10_000, 100_000] : [100, 10_000, 100_000, 1_000_000]
const rounds = quick ? 14 : 60

process.exitCode = await inBenchFolder(bench)

async function bench(folder: string): Promise<number> {
  const figures: Figure[] = []
  const keep = (some: readonly Figure[]) => {
    printFigures(some)
    figures.push(...some)
  }
  const offices: Sized[] = []
  for (const count of counts) {
    process.stderr.write(`Filling a file with ${count.toLocaleString('en')} bookings …\n`)
    offices.push({ office: await filledOffice(folder, count), count, machines: machinesFor(count) })
  }
  const largest = offices.at(-1)
  if (!largest) throw new Error('no office to measure')
  const next = freeRequests(largest.machines)
  printHeading()
  keep(await bookingRate(folder, largest.office, next, rounds))
  keep(await processorTime(folder, largest.office, next, rounds))
  keep(syncs(folder))
  keep(await availability(folder, offices, rounds))
  keep(await calendars(largest, rounds / 2))
  keep(await sessionPlaces(folder, rounds))
  keep(await memberBalance(folder, rounds))
  keep(await freeTimes(folder, rounds))
  keep(await conflictScan(folder))
  keep(await finding(folder, rounds))
  keep(await boardFrames(folder))
  keep(await overHttp(folder, largest.office, next, rounds))
  for (const { office } of offices) await closeBenchOffice(office)
  if (flags.json !== undefined) writeFigures(flags.json, figures)
  return sayMissed(figures)
}

/** A missed goal is said; it ends the run with 0 all the same, because another machine's figures are its own. */
function sayMissed(figures: readonly Figure[]): number {
  const missed = figures.filter(figure => figure.ok === false).length
  process.stdout.write(missed === 0 ? 'Every goal was met.\n' : `${missed} goals were missed.\n`)
  return 0
}
