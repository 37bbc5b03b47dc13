import { expect, test } from 'vitest'
import { decideRoom } from '#booking/availability/block'
import { bookedBlock, heldBlock } from '../facts.ts'

const HOUR = 3_600_000
const at = (from: number, to: number) => ({ startMs: from * HOUR, endMs: to * HOUR })

function refused(units: number, blocks: Parameters<typeof decideRoom>[3]) {
  const room = decideRoom(at(8, 12), units, 60, blocks)
  if (room.ok || room.refusal.reason !== 'over-capacity') throw new Error('this should be over capacity')
  return room.refusal
}

test('a refused load is told how much is free, and who has how much at the fullest time', () => {
  const morning = bookedBlock(8 * HOUR, 10 * HOUR, 30)
  const allDay = bookedBlock(8 * HOUR, 12 * HOUR, 18)
  const held = heldBlock(9 * HOUR, 10 * HOUR)
  // Only 18 of 60 are taken while this one is there: it is not in the way of 20.
  const noon = bookedBlock(11 * HOUR, 12 * HOUR, 10)
  const { free, by } = refused(20, [noon, morning, allDay, held])
  expect(free).toBe(11)
  expect(by.map(one => one.kind === 'maintenance' || one.units)).toEqual([30, 18, 1])
})

test('of many that have units, five are named and one more says that there are others', () => {
  const many = Array.from({ length: 9 }, () => bookedBlock(8 * HOUR, 12 * HOUR, 6))
  expect(refused(20, many)).toMatchObject({ free: 6, units: 20, capacity: 60 })
  expect(refused(20, many).by).toHaveLength(6)
})
