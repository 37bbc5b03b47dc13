import type { FreeMachine } from '#calls/today'
import type { ReadDb } from '#db/file'
import type { ShownMachine } from '#db/read/machines'
import { machineTimes } from '../calendar/free-times.ts'

/** What is free for longer has no end that somebody at the counter asks for. */
const SEARCHED_DAYS = 14

/**
 * The machines of which a unit is free now, by type and name, and until when.
 * @returns also `fromMs`, when the next of the others becomes free; null if nobody knows
 */
export function freeNow(
  db: ReadDb,
  machines: readonly ShownMachine[],
  now: Parameters<typeof machineTimes>[2],
): { free: FreeMachine[]; nextMs: number | null } {
  const inService = machines.filter(machine => machine.status !== 'out-of-service')
  const times = machineTimes(db, inService, now, SEARCHED_DAYS)
  const free: FreeMachine[] = []
  let nextMs: number | null = null
  for (const { id: machineId, name: machineName, type, bookingMode } of inService) {
    const time = times.get(machineId)?.free
    if (!time) continue
    const isNow = time.fromMs <= now.nowMs
    if (isNow) free.push({ machineId, machineName, type, bookingMode, untilMs: time.untilMs })
    const changesMs = isNow ? time.untilMs : time.fromMs
    if (changesMs !== null && (nextMs === null || changesMs < nextMs)) nextMs = changesMs
  }
  // The machines are in the order of their names.
  return { free: free.sort((a, b) => (a.type < b.type ? -1 : a.type > b.type ? 1 : 0)), nextMs }
}
