import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Block } from '#booking/availability/block'
import { hitsOf } from '#booking/bookings/hits'
import { bookedBlock, bookingInTheWay, HOUR, heldBlock, NOW, repairBlock } from '#tests/support/booking-facts'
import { interval, loadAt } from '#tests/support/loads'

const named = (block: Block, bookingId: string): Block =>
  block.what.kind === 'booking' ? { ...block, what: { ...block.what, bookingId } } : block
const idOf = ({ what }: Block) => (what.kind === 'booking' ? what.bookingId : what.kind)
const late = bookedBlock(NOW, NOW + 5 * HOUR, 4)

test('a promise is hit where the machine has no room for it beside what is late', () => {
  const promises = [
    named(bookedBlock(NOW + HOUR, NOW + 2 * HOUR, 6), 'fits'),
    named(bookedBlock(NOW + 2 * HOUR, NOW + 3 * HOUR, 7), 'hit'),
    named(bookedBlock(NOW + 5 * HOUR, NOW + 6 * HOUR, 10), 'after it'),
  ]
  expect(hitsOf(10, [late], promises)).toEqual([{ promise: promises[1], by: late }])
})

test('promises that only fit without each other are all hit, and two that are late count together', () => {
  const four = (id: string) => named(bookedBlock(NOW, NOW + HOUR, 4), id)
  expect(hitsOf(10, [late], [four('a'), four('b')]).map(hit => idOf(hit.promise))).toEqual(['a', 'b'])
  expect(hitsOf(10, [late], [four('a')])).toEqual([])
  const other = { ...late, startMs: NOW + 1 }
  expect(hitsOf(10, [other, late], [four('a')])).toEqual([{ promise: four('a'), by: late }])
})

test('a repair hits whatever it reaches; nothing is hit that is out already, is only held, or is maintenance', () => {
  const repair = repairBlock(NOW, NOW + 5 * HOUR)
  const out = { ...late, what: bookingInTheWay({ status: 'in-use' }) }
  const promise = bookedBlock(NOW, NOW + HOUR, 1)
  const others = [out, heldBlock(NOW, NOW + HOUR), repairBlock(NOW, NOW + HOUR)]
  expect(hitsOf(10, [repair], [...others, promise])).toEqual([{ promise, by: repair }])
  expect(hitsOf(10, [], [promise])).toEqual([])
})

test('exactly the promises are hit that take part in an instant with too much load', () => {
  const block = fc
    .tuple(interval, fc.integer({ min: 1, max: 4 }))
    .map(([{ startMs, endMs }, units]) => bookedBlock(startMs, endMs, units))
  const blocks = fc.array(block, { maxLength: 6 })
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 3 }), blocks, (open, promises) => {
      const all = [...open, ...promises]
      const hit = new Set(hitsOf(6, open, promises).map(one => one.promise))
      for (const promise of promises) {
        const instants = Array.from(
          { length: promise.endMs - promise.startMs },
          (_, n) => promise.startMs + n,
        )
        const isHit = instants.some(at => loadAt(open, at) > 0 && loadAt(all, at) > 6)
        expect(hit.has(promise)).toBe(isHit)
      }
    }),
  )
})
