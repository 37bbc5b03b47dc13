import fc from 'fast-check'
import { expect, test } from 'vitest'
import { freeWindows, nearestFreePeriods, nextFreePeriods } from '#booking/availability/free-windows'
import type { Load } from '#booking/availability/load'
import { covers, withBuffers } from '#booking/time/interval'
import { intervalOf, type Period } from '#booking/time/period'
import { DAY, HOUR, manila } from '#tests/support/booking-facts'
import { GRID, load, loadAt, peakByInstants } from '#tests/support/loads'
import { printedSeed } from '#tests/support/seeded'

const seed = printedSeed('free time')

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
