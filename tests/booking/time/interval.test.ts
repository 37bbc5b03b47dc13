import { expect, test } from 'vitest'
import { covers, outside, overlaps, withBuffers } from '#booking/time/interval'
import { everyInterval } from '#tests/support/loads'

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
