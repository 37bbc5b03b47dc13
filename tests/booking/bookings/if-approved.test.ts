import { expect, test } from 'vitest'
import { rivalsOf, unitsIfApproved } from '#booking/bookings/if-approved'
import { bookedBlock, HOUR, heldBlock, NOW, repairBlock } from '#tests/support/booking-facts'

const SACKS = 60
const at = (fromHour: number, toHour: number) => ({
  startMs: NOW + fromHour * HOUR,
  endMs: NOW + toHour * HOUR,
})
const waiting = { ...at(10, 20), units: 26, bufferBeforeMs: 0, bufferAfterMs: 0 }
const load = (fromHour: number, toHour: number, units: number) => ({
  ...bookedBlock(NOW + fromHour * HOUR, NOW + toHour * HOUR, units),
})
const other = (fromHour: number, toHour: number, units: number) => ({
  ...at(fromHour, toHour),
  units,
  whole: false,
})

test('a load is counted at its fullest instant, with the loads that meet there and no others', () => {
  expect(unitsIfApproved(waiting, [])).toBe(26)
  expect(unitsIfApproved(waiting, [load(8, 12, 18), load(11, 15, 13)])).toBe(57)
  expect(unitsIfApproved(waiting, [load(8, 12, 18), load(12, 15, 13)])).toBe(44)
  expect(unitsIfApproved(waiting, [load(1, 10, 18), load(20, 22, 13)])).toBe(26)
})

test('a form that is being filled takes no sacks from a decision, and maintenance takes all of them', () => {
  expect(unitsIfApproved(waiting, [{ ...heldBlock(NOW + 10 * HOUR, NOW + 12 * HOUR), units: 30 }])).toBe(26)
  expect(unitsIfApproved(waiting, [repairBlock(NOW + 10 * HOUR, NOW + 12 * HOUR)])).toBeNull()
})

test('the buffers of the booking are counted as its time', () => {
  const buffered = { ...waiting, bufferAfterMs: 2 * HOUR }
  expect(unitsIfApproved(buffered, [load(21, 23, 20)])).toBe(46)
})

test('those who wait for the same time are rivals only if not all fit', () => {
  const small = other(12, 14, 10)
  const large = other(12, 14, 40)
  expect(rivalsOf(waiting, SACKS, [], [small])).toEqual([])
  expect(rivalsOf(waiting, SACKS, [], [large])).toEqual([large])
  expect(rivalsOf(waiting, SACKS, [load(12, 13, 30)], [small])).toEqual([small])
  expect(rivalsOf(waiting, SACKS, [], [other(1, 10, 60), other(20, 22, 60)])).toEqual([])
})

test('those who wait for the time of the booking’s buffers are rivals too', () => {
  const [before, after] = [other(8, 9, 40), other(21, 23, 40)]
  expect(rivalsOf(waiting, SACKS, [], [before, after])).toEqual([])
  const buffered = { ...waiting, bufferBeforeMs: 2 * HOUR, bufferAfterMs: 2 * HOUR }
  expect(rivalsOf(buffered, SACKS, [], [before, after])).toEqual([before, after])
})

test('a form that is being filled makes nobody who waits a rival', () => {
  const held = { ...heldBlock(NOW + 12 * HOUR, NOW + 14 * HOUR), units: 30 }
  expect(rivalsOf(waiting, SACKS, [held], [other(12, 14, 10)])).toEqual([])
})
