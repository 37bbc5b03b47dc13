import type { Office } from '#office/office'
import { alternate, median } from './measure.ts'
import { openRawInsert } from './raw-insert.ts'
import { book, type Request } from './requests.ts'
import { atLeast, type Figure, reported } from './table.ts'

const WAITING = 16

/** Row 1: what all that a booking promises costs, against one bare row on the same disk. */
export async function bookingRate(
  folder: string,
  office: Office,
  next: () => Request,
  rounds: number,
): Promise<Figure[]> {
  const raw = openRawInsert(folder, 'FULL')
  const together = () => Promise.all(Array.from({ length: WAITING }, () => book(office, next())))
  const took = await alternate(
    { raw: { run: raw.insert }, alone: { run: () => book(office, next()) }, together: { run: together } },
    { rounds, each: 4 },
  )
  raw.close()
  const row = 1
  const rawMs = median(took.raw)
  const aloneMs = median(took.alone)
  const togetherMs = median(took.together) / WAITING
  const rate = 'times the rate of the raw INSERT'
  return [
    reported({
      row,
      name: 'a raw single-row INSERT, synchronous=FULL, same disk',
      figure: rawMs,
      unit: 'ms',
    }),
    reported({ row, name: 'a booking command, alone', figure: aloneMs, unit: 'ms' }),
    atLeast(0.45, { row, name: `a booking command, alone: ${rate}`, figure: rawMs / aloneMs, unit: '×' }),
    reported({ row, name: 'a booking command, 16 waiting', figure: togetherMs, unit: 'ms' }),
    atLeast(1.5, {
      row,
      name: `a booking command, 16 waiting: ${rate}`,
      figure: rawMs / togetherMs,
      unit: '×',
    }),
  ]
}
