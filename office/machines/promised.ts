import type { InTheWay } from '#booking/in-the-way'
import type { ReadDb } from '#db/file'
import { readBlocks } from '#db/read/availability'

export const ALL_TIME = { startMs: 0, endMs: Number.MAX_SAFE_INTEGER }

/** How many a refusal or an answer names. */
export const MOST_PROMISED = 20

/** Every booking, hold and maintenance that blocks the machine's time, earliest first. */
export function everythingPromised(db: ReadDb, machineId: string): InTheWay[] {
  return readBlocks(db, machineId, ALL_TIME).map(block => block.what)
}
