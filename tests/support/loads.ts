import fc from 'fast-check'
import type { Load } from '#booking/availability/load'

/** The loads of the seeded tests begin within so many instants. */
export const GRID = 24

// The oracle is simpler than the code: it adds up the load at every single instant.
export const loadAt = (loads: readonly Load[], at: number) =>
  loads.reduce(
    (sum, load) => (load.startMs <= at && at < load.endMs ? sum + (load.whole ? 1e9 : load.units) : sum),
    0,
  )
export const peakByInstants = (from: number, to: number, loads: readonly Load[]) =>
  Math.max(0, ...Array.from({ length: to - from }, (_, n) => loadAt(loads, from + n)))

/** Any interval on the grid; it may end beyond it. */
export const interval = fc
  .tuple(fc.integer({ min: 0, max: GRID - 1 }), fc.integer({ min: 1, max: GRID }))
  .map(([startMs, length]) => ({ startMs, endMs: startMs + length }))
export const load: fc.Arbitrary<Load> = fc
  .tuple(interval, fc.integer({ min: 1, max: 4 }), fc.boolean(), fc.integer({ min: 0, max: 7 }))
  .map(([span, units, _, dice]) => ({ ...span, units, whole: dice === 0 }))

/** Every interval within so many instants. */
export function* everyInterval(grid: number) {
  for (let startMs = 0; startMs < grid; startMs++) {
    for (let endMs = startMs + 1; endMs <= grid; endMs++) yield { startMs, endMs }
  }
}
