import type { InTheWay } from '#booking/in-the-way'
import { ALL_TIME } from '#booking/time/interval'
import type { ReadDb } from '#db/file'
import { readBlocks, readOpenRepairs } from '#db/read/availability'

/** Every booking, hold and maintenance that blocks the machine's time, earliest first. */
export function everythingPromised(db: ReadDb, machineId: string): InTheWay[] {
  const repairs = readOpenRepairs(db, machineId).map(repair => repair.what)
  return [...repairs, ...readBlocks(db, machineId, ALL_TIME).map(block => block.what)].sort(
    (a, b) => a.startMs - b.startMs,
  )
}
