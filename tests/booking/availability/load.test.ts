import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  fits,
  isFullThroughout,
  type Load,
  loadSteps,
  loadsWithoutRoom,
  peakLoad,
} from '#booking/availability/load'
import { covers, withBuffers } from '#booking/time/interval'
import { everyInterval, interval, load, loadAt, peakByInstants } from '#tests/support/loads'
import { printedSeed } from '#tests/support/seeded'

const seed = printedSeed('load')

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

test(`seed ${seed}: the steps say of each instant how much is taken, and each stretch is said once`, () => {
  const many = fc.array(load, { maxLength: 6 })
  fc.assert(
    fc.property(interval, fc.integer({ min: 1, max: 8 }), many, (span, capacity, loads) => {
      const steps = loadSteps(span, capacity, loads)
      for (let at = span.startMs; at < span.endMs; at++) {
        const there = steps.filter(step => covers(step, at)).map(step => step.units)
        const taken = Math.min(loadAt(loads, at), capacity)
        expect(there).toEqual(taken > 0 ? [taken] : [])
      }
      for (const [index, step] of steps.entries()) {
        const next = steps[index + 1]
        expect(step.startMs).toBeLessThan(step.endMs)
        if (next?.startMs === step.endMs) expect(next.units).not.toBe(step.units)
      }
    }),
    { seed },
  )
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

test('loads are counted in one sweep: with twice as many that overlap, each is looked at hardly more often', () => {
  /** How often anything is read of so many loads that all overlap. */
  function looks(count: number, ask: (loads: Load[]) => unknown): number {
    let read = 0
    const loads = Array.from({ length: count }, (_, n) => ({
      get startMs() {
        read++
        return n
      },
      get endMs() {
        read++
        return count + n
      },
      units: 1,
      whole: false,
    }))
    ask(loads)
    return read
  }
  const all = { startMs: 0, endMs: 1_000_000 }
  for (const ask of [
    (loads: Load[]) => peakLoad(all, loads),
    (loads: Load[]) => loadsWithoutRoom(all, 1, loads.length / 2, loads),
    (loads: Load[]) => isFullThroughout(all, 1, loads),
  ]) {
    expect(looks(4000, ask)).toBeLessThan(3 * looks(2000, ask))
  }
})
