import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Load } from '#booking/availability/load'
import { MOST_BESIDE, tooMuchOf } from '#booking/scan/too-much'

const load = fc
  .record({
    startMs: fc.integer({ min: 0, max: 20 }),
    lasts: fc.integer({ min: 1, max: 8 }),
    units: fc.integer({ min: 1, max: 4 }),
    whole: fc.boolean(),
  })
  .map(({ startMs, lasts, units, whole }): Load => ({ startMs, endMs: startMs + lasts, units, whole }))

/** What is taken at each instant, counted one by one. */
function crowdedAt(capacity: number, loads: readonly Load[]) {
  const starts = [...new Set(loads.map(one => one.startMs))].sort((a, b) => a - b)
  return starts.flatMap(atMs => {
    const there = loads.filter(one => one.startMs <= atMs && atMs < one.endMs)
    const units = there.reduce((sum, one) => sum + (one.whole ? capacity : one.units), 0)
    return units > capacity || capacity === 0 ? [{ atMs, units, beside: there.length - 1 }] : []
  })
}

test('a conflict is found at each instant at which something starts and too much is taken, and at no other', () => {
  fc.assert(
    fc.property(fc.array(load, { maxLength: 14 }), fc.integer({ min: 0, max: 5 }), (loads, capacity) => {
      const found = tooMuchOf(capacity, loads, 1000)
      expect(found.map(({ load: { startMs }, units }) => ({ atMs: startMs, units }))).toEqual(
        crowdedAt(capacity, loads).map(({ atMs, units }) => ({ atMs, units })),
      )
      expect(found.map(({ beside }) => beside.length)).toEqual(
        crowdedAt(capacity, loads).map(({ beside }) => Math.min(beside, MOST_BESIDE)),
      )
    }),
  )
})

test('no more conflicts are returned than were asked for', () => {
  const same = Array.from(
    { length: 9 },
    (_, index): Load => ({
      startMs: index,
      endMs: 20,
      units: 1,
      whole: false,
    }),
  )
  expect(tooMuchOf(1, same, 3).map(({ load: { startMs } }) => startMs)).toEqual([1, 2, 3])
})
