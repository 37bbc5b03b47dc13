import { expect, test } from 'vitest'
import type { Block } from '#booking/availability/block'
import { promisedBefore } from '#booking/bookings/promised-before'
import { bookedBlock, HOUR, heldBlock, NOW, repairBlock } from '#tests/support/booking-facts'

const SACKS = 60
/** Half of the dryer, from tomorrow at noon. */
const half = { startMs: NOW + 27 * HOUR, units: 30 }

function load(name: string, fromHour: number, toHour: number, units: number): Block {
  const block = bookedBlock(NOW + fromHour * HOUR, NOW + toHour * HOUR, units)
  return block.what.kind === 'booking' ? { ...block, what: { ...block.what, memberName: name } } : block
}

function whoWaits(blocks: readonly Block[], booking = half, atMs = NOW): string[] {
  return promisedBefore(booking, atMs, SACKS, blocks).map(what =>
    what.kind === 'booking' ? what.memberName : what.kind,
  )
}

test('planned maintenance waits for any early hand-over of a dryer, because it takes the whole dryer', () => {
  expect(whoWaits([repairBlock(NOW + HOUR, NOW + 2 * HOUR)])).toEqual(['maintenance'])
  expect(whoWaits([repairBlock(NOW + HOUR, NOW + 2 * HOUR)], { ...half, units: 1 })).toEqual(['maintenance'])
})

test('two loads that fill the dryer together both wait, although each would fit alone', () => {
  expect(whoWaits([load('Ana', 1, 5, 30), load('Ben', 3, 8, 30)])).toEqual(['Ana', 'Ben'])
  expect(whoWaits([load('Ana', 1, 3, 30), load('Ben', 3, 8, 30)])).toEqual([])
})

test('a small load that fits beside the booking does not wait, also if others wait at another hour', () => {
  expect(whoWaits([load('Ana', 1, 5, 10)])).toEqual([])
  expect(whoWaits([load('Ana', 1, 5, 10), load('Ben', 6, 8, 40)])).toEqual(['Ben'])
  expect(whoWaits([load('Ana', 1, 7, 10), load('Ben', 6, 8, 40)])).toEqual(['Ana', 'Ben'])
})

test('a booking that is under way at the hand-over is named; one that ends then or begins with the booking is not', () => {
  expect(whoWaits([load('Ana', -5, 1, 60)])).toEqual(['Ana'])
  expect(whoWaits([load('Ana', -5, 0, 60), load('Ben', 27, 30, 60)])).toEqual([])
})

test('a hold is not a promise: it is not named, and takes no room in the dryer', () => {
  const form = { ...heldBlock(NOW + HOUR, NOW + 5 * HOUR), units: 40 }
  expect(whoWaits([form])).toEqual([])
  expect(whoWaits([form, load('Ana', 1, 5, 30)])).toEqual([])
})

test('nobody waits if the hand-over is on time', () => {
  const blocks = [load('Ana', 20, 30, 60)]
  expect(whoWaits(blocks, half, half.startMs - 1)).toEqual(['Ana'])
  expect(whoWaits(blocks, half, half.startMs)).toEqual([])
})
