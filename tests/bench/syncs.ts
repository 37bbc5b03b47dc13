import { join } from 'node:path'
import type { Office } from '#office/office'
import { findCounter, syncsIn } from './count-syncs.ts'
import { median } from './measure.ts'
import { openRawInsert } from './raw-insert.ts'
import { book, type Request } from './requests.ts'
import { atMost, type Figure, reported } from './table.ts'

const WAITING = 16
/** Enough to write the log back to the file once on the way, which several at once fill more slowly. */
const ALONE = 360
const TOGETHER = 1024
const row = 2

/** Row 2: how often the disk is waited for, counted from outside in a process of its own. */
export function syncs(folder: string): Figure[] {
  const counter = findCounter(folder)
  const unit = 'syncs'
  const count = (bookings: number, waiting: number, checkpoints: 'none' | 'as-usual'): number => {
    const words = [join(folder, `${waiting}-${checkpoints}.db`), bookings, waiting, checkpoints].map(String)
    return counter ? syncsIn(counter.run(words)) / bookings : Number.NaN
  }
  if (!counter) {
    const name = 'syncs a booking: not counted, there is neither strace nor a C compiler here'
    return [reported({ row, name, figure: Number.NaN, unit })]
  }
  const by = `counted by ${counter.how}`
  return [
    atMost(1, { row, name: `syncs a booking, alone (${by})`, figure: count(96, 1, 'none'), unit }),
    reported({
      row,
      name: 'syncs a booking, alone, with its share of the checkpoints',
      figure: count(ALONE, 1, 'as-usual'),
      unit,
    }),
    atMost(0.2, {
      row,
      name: `syncs a booking, ${WAITING} waiting, with its share of the checkpoints`,
      figure: count(TOGETHER, WAITING, 'as-usual'),
      unit,
    }),
  ]
}

/** What a booking costs the processor when no disk is waited for. */
export async function processorTime(
  folder: string,
  office: Office,
  next: () => Request,
  rounds: number,
): Promise<Figure[]> {
  const raw = openRawInsert(folder, 'OFF')
  office.file.sqlite.pragma('synchronous = OFF')
  const inserts: number[] = []
  const bookings: number[] = []
  for (let round = 0; round < rounds; round++) {
    inserts.push(await processorMicroseconds(100, raw.insert))
    bookings.push(await processorMicroseconds(100, () => book(office, next())))
  }
  office.file.sqlite.pragma('synchronous = FULL')
  raw.close()
  const bookingUs = median(bookings)
  const off = 'synchronous=OFF'
  return [
    reported({ row, name: `processor time of a raw INSERT, ${off}`, figure: median(inserts), unit: 'µs' }),
    reported({ row, name: `processor time of a booking, ${off}`, figure: bookingUs, unit: 'µs' }),
    reported({
      row,
      name: 'of a booking against the raw INSERT',
      figure: bookingUs / median(inserts),
      unit: '×',
    }),
  ]
}

async function processorMicroseconds(times: number, work: () => unknown): Promise<number> {
  const before = process.cpuUsage()
  for (let time = 0; time < times; time++) await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / times
}
