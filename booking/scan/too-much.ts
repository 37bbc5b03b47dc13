import type { Load } from '../availability/load.ts'

/** A load at whose start more is taken from a machine than it has. */
export type TooMuch<One extends Load> = {
  readonly load: One
  /** Some of what else is taken at that instant, the earliest first. */
  readonly beside: readonly One[]
  /** All units taken at that instant. What takes the machine whole counts as its capacity. */
  readonly units: number
}

/** How many of those that run beside a load are named. */
export const MOST_BESIDE = 5

/**
 * Finds what was promised beyond a machine's capacity (A13). Load rises only where something starts, so it is enough to
 * look there. What takes the machine whole is too much beside anything else, and on a machine that cannot be promised.
 * @param capacity units; 0 for a machine that nobody can be promised, because it is retired or unknown
 * @param loads of one machine, buffers included
 * @param most at most so many are returned
 * @returns one for each instant at which something starts and too much is taken, in order of time
 */
export function tooMuchOf<One extends Load>(
  capacity: number,
  loads: readonly One[],
  most: number,
): TooMuch<One>[] {
  const found: TooMuch<One>[] = []
  const byStart = [...loads].sort((a, b) => a.startMs - b.startMs)
  let running: One[] = []
  let firstEndMs = Number.POSITIVE_INFINITY
  for (const [index, load] of byStart.entries()) {
    if (firstEndMs <= load.startMs) {
      running = running.filter(one => one.endMs > load.startMs)
      firstEndMs = running.reduce((first, one) => Math.min(first, one.endMs), Number.POSITIVE_INFINITY)
    }
    running.push(load)
    firstEndMs = Math.min(firstEndMs, load.endMs)
    const othersStartToo = byStart[index + 1]?.startMs === load.startMs
    if (othersStartToo || !isTooMuch(capacity, running)) continue
    found.push({ load, beside: running.slice(0, -1).slice(0, MOST_BESIDE), units: taken(capacity, running) })
    if (found.length === most) break
  }
  return found
}

function isTooMuch(capacity: number, running: readonly Load[]): boolean {
  return capacity === 0 || taken(capacity, running) > capacity
}

function taken(capacity: number, running: readonly Load[]): number {
  let units = 0
  for (const load of running) units += load.whole ? capacity : load.units
  return units
}
