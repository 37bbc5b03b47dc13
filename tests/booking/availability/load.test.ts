import fc from 'fast-check'
import { expect, test } from 'vitest'
import { freeWindows, nearestFreePeriods, nextFreePeriods } from '#booking/availability/free-windows'
import { fits, type Load, loadsWithoutRoom, peakLoad } from '#booking/availability/load'
import { covers, outside, overlaps, withBuffers } from '#booking/time/interval'
import { intervalOf, type Period } from '#booking/time/period'
import { DAY, HOUR, manila } from '#tests/support/booking-facts'
import { printedSeed } from '#tests/support/seeded'

const seed = printedSeed('load and free time')
const GRID = 24

// The oracle is simpler than the code: it adds up the load at every single instant.
const loadAt = (loads: readonly Load[], at: number) =>
  loads.reduce(
    (sum, load) => (load.startMs <= at && at < load.endMs ? sum + (load.whole ? 1e9 : load.units) : sum),
    0,
  )
const peakByInstants = (from: number, to: number, loads: readonly Load[]) =>
  Math.max(0, ...Array.from({ length: to - from }, (_, n) => loadAt(loads, from + n)))

const interval = fc
  .tuple(fc.integer({ min: 0, max: GRID - 1 }), fc.integer({ min: 1, max: GRID }))
  .map(([startMs, length]) => ({ startMs, endMs: startMs + length }))
const load: fc.Arbitrary<Load> = fc
  .tuple(interval, fc.integer({ min: 1, max: 4 }), fc.boolean(), fc.integer({ min: 0, max: 7 }))
  .map(([span, units, _, dice]) => ({ ...span, units, whole: dice === 0 }))

test('intervals are half-open: one ending at 10 and one starting at 10 do not overlap; an enclosing one does', () => {
  expect(overlaps({ startMs: 8, endMs: 10 }, { startMs: 10, endMs: 12 })).toBe(false)
  expect(overlaps({ startMs: 10, endMs: 12 }, { startMs: 8, endMs: 10 })).toBe(false)
  expect(overlaps({ startMs: 8, endMs: 12 }, { startMs: 9, endMs: 10 })).toBe(true)
  expect(overlaps({ startMs: 9, endMs: 10 }, { startMs: 8, endMs: 12 })).toBe(true)
  expect(covers({ startMs: 8, endMs: 10 }, 8)).toBe(true)
  expect(covers({ startMs: 8, endMs: 10 }, 10)).toBe(false)
})

test('a booking blocks its time and both buffers', () => {
  const buffers = { bufferBeforeMs: 2, bufferAfterMs: 3 }
  expect(withBuffers({ startMs: 10, endMs: 20 }, buffers)).toEqual({ startMs: 8, endMs: 23 })
})

test('the load is the peak at any instant, not the sum of everything that overlaps', () => {
  const six = { units: 6, whole: false }
  const loads = [
    { startMs: 8, endMs: 10, ...six },
    { startMs: 10, endMs: 12, ...six },
  ]
  expect(peakLoad({ startMs: 9, endMs: 11 }, loads)).toBe(6)
  expect(fits({ startMs: 9, endMs: 11 }, 4, 10, loads)).toBe(true)
  expect(fits({ startMs: 9, endMs: 11 }, 5, 10, loads)).toBe(false)
})

test('maintenance takes every unit, whatever the capacity', () => {
  const repair = { startMs: 0, endMs: 10, units: 1, whole: true }
  expect(fits({ startMs: 9, endMs: 11 }, 1, 1_000_000, [repair])).toBe(false)
  expect(fits({ startMs: 10, endMs: 11 }, 1, 1, [repair])).toBe(true)
})

test(`seed ${seed}: a load is in the way exactly if it covers an instant that would be too full`, () => {
  const many = fc.array(load, { maxLength: 6 })
  const wanted = fc.integer({ min: 1, max: 5 })
  fc.assert(
    fc.property(interval, wanted, fc.integer({ min: 1, max: 8 }), many, (span, units, capacity, loads) => {
      const instants = Array.from({ length: span.endMs - span.startMs }, (_, n) => span.startMs + n)
      const tooFull = instants.filter(at => loadAt(loads, at) + units > capacity)
      const expected = loads.filter(one => tooFull.some(at => covers(one, at)))
      expect(loadsWithoutRoom(span, units, capacity, loads)).toEqual(expected)
    }),
    { seed },
  )
})

test('every pair of intervals on a small grid overlaps exactly if they share an instant', () => {
  let pairs = 0
  for (const a of everyInterval(6)) {
    for (const b of everyInterval(6)) {
      const shared = Array.from({ length: 6 }, (_, at) => covers(a, at) && covers(b, at)).includes(true)
      expect(overlaps(a, b)).toBe(shared)
      const left = Array.from({ length: 6 }, (_, at) => covers(a, at) && !covers(b, at))
      const parts = outside(a, b)
      expect(Array.from({ length: 6 }, (_, at) => parts.some(part => covers(part, at)))).toEqual(left)
      pairs++
    }
  }
  expect(pairs).toBe(21 * 21)
})

test('every three intervals on a small grid, with every capacity and both buffers, fit exactly if the oracle says so', () => {
  const grid = [...everyInterval(5)]
  let decisions = 0
  for (const a of grid) {
    for (const b of grid) {
      for (const wanted of grid) {
        for (const buffer of [0, 1]) {
          const blocked = withBuffers(wanted, { bufferBeforeMs: buffer, bufferAfterMs: buffer })
          for (const units of [1, 2]) {
            const loads = [
              { ...a, units: 1, whole: false },
              { ...b, units: 2, whole: false },
            ]
            const peak = peakByInstants(blocked.startMs, blocked.endMs, loads)
            for (const capacity of [1, 2, 3, 4, 5]) {
              if (fits(blocked, units, capacity, loads) !== peak + units <= capacity) {
                expect.unreachable(JSON.stringify({ a, b, wanted, buffer, units, capacity }))
              }
              decisions++
            }
          }
        }
      }
    }
  }
  expect(decisions).toBe(15 ** 3 * 2 * 2 * 5)
})

test(`seed ${seed}: the peak load is the highest load at any instant`, () => {
  fc.assert(
    fc.property(interval, fc.array(load, { maxLength: 12 }), (wanted, loads) => {
      const peak = peakLoad(wanted, loads)
      const oracle = peakByInstants(wanted.startMs, wanted.endMs, loads)
      return oracle >= 1e9 ? peak === Number.POSITIVE_INFINITY : peak === oracle
    }),
    { seed, numRuns: 1500 },
  )
})

test(`seed ${seed}: an instant is in a free window exactly if its load is low enough`, () => {
  fc.assert(
    fc.property(fc.array(load, { maxLength: 10 }), fc.integer({ min: -1, max: 6 }), (loads, most) => {
      const windows = freeWindows(loads, most)
      for (let at = -2; at < 2 * GRID + 2; at++) {
        expect(windows.some(window => covers(window, at))).toBe(loadAt(loads, at) <= most && most >= 0)
      }
      // The windows are in order, none is empty, and no two touch.
      for (const [index, window] of windows.entries()) {
        expect(window.startMs).toBeLessThan(window.endMs)
        if (index > 0) expect(windows[index - 1]!.endMs).toBeLessThan(window.startMs)
      }
    }),
    { seed, numRuns: 800 },
  )
})

const search = fc.record({
  loads: fc.array(load, { maxLength: 10 }),
  length: fc.integer({ min: 1, max: 6 }),
  wantedAt: fc.integer({ min: 0, max: GRID }),
  earliest: fc.integer({ min: 0, max: GRID }),
  units: fc.integer({ min: 1, max: 3 }),
  capacity: fc.integer({ min: 1, max: 6 }),
  bufferBefore: fc.integer({ min: 0, max: 2 }),
  bufferAfter: fc.integer({ min: 0, max: 2 }),
  reach: fc.integer({ min: 0, max: 3 * GRID }),
})

test(`seed ${seed}: the next free times are free, none is before the wanted time, and no earlier one was missed`, () => {
  fc.assert(
    fc.property(search, asked => {
      const startMs = 1000 + asked.wantedAt
      const loads = asked.loads.map(one => ({ ...one, startMs: 1000 + one.startMs, endMs: 1000 + one.endMs }))
      const earliestMs = 1000 + asked.earliest
      const latestMs = earliestMs + asked.reach
      const { units, capacity, length } = asked
      const buffers = { bufferBeforeMs: asked.bufferBefore, bufferAfterMs: asked.bufferAfter }
      const wanted = { kind: 'time', startMs, endMs: startMs + length } as const
      const found = nextFreePeriods(
        wanted,
        { ...buffers, calendar: manila, units, capacity, loads, earliestMs, latestMs },
        3,
      )
      const free = (at: number) =>
        peakByInstants(at - buffers.bufferBeforeMs, at + length + buffers.bufferAfterMs, loads) + units <=
        capacity
      const oracle: number[] = []
      for (let at = Math.max(startMs, earliestMs); at <= latestMs && oracle.length < 3; ) {
        if (free(at)) {
          oracle.push(at)
          at += length
        } else at++
      }
      expect(found.map(period => period.kind === 'time' && period.startMs)).toEqual(oracle)
      for (const period of found)
        expect(intervalOf(period, manila).endMs - intervalOf(period, manila).startMs).toBe(length)
    }),
    { seed, numRuns: 2000 },
  )
})

test(`seed ${seed}: the next free days are free, and no earlier one was missed`, () => {
  const firstMs = manila.startOfDay('2026-12-01')
  fc.assert(
    fc.property(search, asked => {
      const loads = asked.loads.map(one => ({
        ...one,
        // Maintenance may also begin in the middle of a day.
        startMs: firstMs + one.startMs * DAY + (one.units === 2 ? 5 * HOUR : 0),
        endMs: firstMs + one.endMs * DAY,
      }))
      const day = (n: number): Period => {
        const from = manila.dayOf(firstMs + n * DAY)
        return { kind: 'days', from, to: manila.dayOf(firstMs + (n + asked.length - 1) * DAY) }
      }
      const buffers = { bufferBeforeMs: asked.bufferBefore * DAY, bufferAfterMs: asked.bufferAfter * DAY }
      const earliestMs = firstMs + asked.earliest * DAY
      const latestMs = earliestMs + asked.reach * DAY
      const { units, capacity } = asked
      const found = nextFreePeriods(
        day(asked.wantedAt),
        { ...buffers, calendar: manila, units, capacity, loads, earliestMs, latestMs },
        3,
      )
      const oracle: Period[] = []
      for (
        let n = Math.max(asked.wantedAt, asked.earliest);
        n <= asked.earliest + asked.reach && oracle.length < 3;
      ) {
        const blocked = withBuffers(intervalOf(day(n), manila), buffers)
        const hours = Array.from(
          { length: (blocked.endMs - blocked.startMs) / HOUR },
          (_, h) => blocked.startMs + h * HOUR,
        )
        if (Math.max(...hours.map(at => loadAt(loads, at))) + units <= capacity) {
          oracle.push(day(n))
          n += asked.length
        } else n++
      }
      expect(found).toEqual(oracle)
    }),
    { seed, numRuns: 300 },
  )
})

test('the nearest free times keep the wanted time of day, unless the same day has a later one', () => {
  const at = (day: string, hour: number) => manila.startOfDay(day) + hour * HOUR
  const time = (day: string, from: number, to: number) =>
    ({ kind: 'time', startMs: at(day, from), endMs: at(day, to) }) as const
  const nearest = (wanted: Period, loads: Load[], earliestMs = at('2026-12-01', 0)) =>
    nearestFreePeriods(
      wanted,
      {
        bufferBeforeMs: 0,
        bufferAfterMs: HOUR,
        calendar: manila,
        units: 1,
        capacity: 1,
        loads,
        earliestMs,
        latestMs: earliestMs + 90 * DAY,
      },
      3,
    )
  const taken = (day: string, from: number, to: number) => {
    const { startMs, endMs } = time(day, from, to)
    return { startMs, endMs: endMs + HOUR, units: 1, whole: false }
  }
  // If a dryer's day is taken: the same hours on the next free days, not 6 PM to 4 AM.
  const dryer = time('2026-12-01', 7, 17)
  expect(nearest(dryer, [taken('2026-12-01', 7, 17), taken('2026-12-03', 9, 12)])).toEqual([
    time('2026-12-02', 7, 17),
    time('2026-12-04', 7, 17),
    time('2026-12-05', 7, 17),
  ])
  // A later time on the same day comes first.
  expect(nearest(time('2026-12-01', 20, 22), [taken('2026-12-01', 20, 21)])).toEqual([
    time('2026-12-01', 22, 24),
    time('2026-12-02', 20, 22),
    time('2026-12-03', 20, 22),
  ])
  // If the notice period rules today out: the same hours from the first day that may be booked.
  expect(nearest(time('2026-12-01', 8, 10), [], at('2026-12-03', 0))[0]).toEqual(time('2026-12-03', 8, 10))
  // Alternatives that last longer than a day do not overlap each other.
  const [one, another] = nearest(time('2026-12-01', 8, 8 + 30), [taken('2026-12-01', 0, 24)])
  expect([one, another]).toEqual([time('2026-12-02', 8, 8 + 30), time('2026-12-04', 8, 8 + 30)])
})

function* everyInterval(grid: number) {
  for (let startMs = 0; startMs < grid; startMs++) {
    for (let endMs = startMs + 1; endMs <= grid; endMs++) yield { startMs, endMs }
  }
}
