import { join } from 'node:path'
import { findCounter, syncsIn } from './count-syncs.ts'
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
