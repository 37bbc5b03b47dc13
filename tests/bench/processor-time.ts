import type { Office } from '#office/office'
import { median } from './measure.ts'
import { openRawInsert } from './raw-insert.ts'
import { approve, book, type Request } from './requests.ts'
import { atMost, type Figure, reported } from './table.ts'

const TIMES = 100

/** Row 1: what a booking costs the processor when no disk is waited for, and how much of the file it writes. */
export async function processorTime(
  folder: string,
  office: Office,
  next: () => Request,
  rounds: number,
): Promise<Figure[]> {
  const { sqlite } = office.file
  const raw = openRawInsert(folder, 'OFF')
  sqlite.pragma('synchronous = OFF')
  const inserts: number[] = []
  const bookings: number[] = []
  const approvals: number[] = []
  // The first round warms up and is not counted.
  for (let round = 0; round <= rounds; round++) {
    const requests = Array.from({ length: TIMES }, next)
    const took = [
      await processorMicroseconds(raw.insert),
      await processorMicroseconds(time => book(office, requests[time]!)),
      await processorMicroseconds(time => approve(office, requests[time]!.commandId)),
    ] as const
    if (round === 0) continue
    inserts.push(took[0])
    bookings.push(took[1])
    approvals.push(took[2])
  }
  const pages = await pagesWritten(office, next)
  sqlite.pragma('synchronous = FULL')
  raw.close()
  const row = 1
  const bookingUs = median(bookings)
  const insertUs = median(inserts)
  const off = 'synchronous=OFF'
  return [
    reported({ row, name: `processor time of a raw INSERT, ${off}`, figure: insertUs, unit: 'µs' }),
    atMost(300, { row, name: `processor time of a booking, ${off}`, figure: bookingUs, unit: 'µs' }),
    reported({ row, name: 'of a booking against the raw INSERT', figure: bookingUs / insertUs, unit: '×' }),
    reported({ row, name: `processor time of an approval, ${off}`, figure: median(approvals), unit: 'µs' }),
    reported({ row, name: 'pages of the file that a booking writes', figure: pages, unit: 'pages' }),
  ]
}

async function processorMicroseconds(work: (time: number) => unknown): Promise<number> {
  const before = process.cpuUsage()
  for (let time = 0; time < TIMES; time++) await work(time)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / TIMES
}

/** Counted in the log, into which each commit puts every page that it changed. */
async function pagesWritten(office: Office, next: () => Request): Promise<number> {
  const checkpoint = (how: string) => office.file.sqlite.pragma(`wal_checkpoint(${how})`) as { log: number }[]
  checkpoint('TRUNCATE')
  for (let time = 0; time < TIMES; time++) await book(office, next())
  return (checkpoint('PASSIVE')[0]?.log ?? Number.NaN) / TIMES
}
