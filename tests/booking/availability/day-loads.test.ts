import { expect, test } from 'vitest'
import { dayLoads, type Taken } from '#booking/availability/day-loads'
import { bookedBlock, DAY, HOUR, manila, repairBlock } from '#tests/support/booking-facts'

const days = { from: '2026-12-01', to: '2026-12-04' }
const at = (day: number, hours = 0) => manila.startOfDay('2026-12-01') + (day - 1) * DAY + hours * HOUR
/** The second of December, nine in the morning. */
const now = { nowMs: at(2, 9), calendar: manila }
const dryer = { bookingMode: 'time' as const, capacity: 60, bufferBeforeMs: 0, bufferAfterMs: HOUR }
const tractor = { bookingMode: 'days' as const, capacity: 1, bufferBeforeMs: 0, bufferAfterMs: 0 }

/** The units on each day, by the day of the month. A day on which nothing is free is marked `!`. */
function loadsOf(machine: typeof dryer | typeof tractor, taken: Partial<Taken>) {
  const loads = dayLoads(days, machine, { blocks: [], past: [], ...taken }, now)
  return loads.map(({ day, units, free }) => `${Number(day.slice(-2))}: ${units}${free ? '' : '!'}`)
}

test('a dryer’s day shows the most sacks that are in it at once, not the sum of the day', () => {
  const blocks = [
    bookedBlock(at(3, 7), at(3, 12), 30),
    bookedBlock(at(3, 7), at(3, 12), 17),
    bookedBlock(at(3, 13), at(3, 18), 20),
  ]
  expect(loadsOf(dryer, { blocks })).toEqual(['2: 0', '3: 47', '4: 0'])
})

test('a block counts with the buffers that it was promised, whatever the machine’s are today', () => {
  // No hour after the first load, so the second is not beside it; and none of maintenance, which has no buffers.
  const loads = [bookedBlock(at(3, 7), at(3, 12), 30), bookedBlock(at(3, 12), at(3, 17), 20)]
  expect(loadsOf(dryer, { blocks: loads })).toEqual(['2: 0', '3: 30', '4: 0'])
  expect(loadsOf(dryer, { blocks: [repairBlock(at(3), at(4))] })).toEqual(['2: 0', '3: 60!', '4: 0'])
  const promised = bookedBlock(at(2), at(4, 2))
  expect(loadsOf(tractor, { blocks: [promised] })).toEqual(['2: 1!', '3: 1!', '4: 1!'])
})

test('maintenance takes every unit', () => {
  const blocks = [repairBlock(at(4, 7), at(4, 12)), bookedBlock(at(4, 13), at(4, 14), 20)]
  expect(loadsOf(dryer, { blocks })[2]).toBe('4: 60')
})

test('what was there took room yesterday, and only what blocks takes room from today on', () => {
  const past = [
    { startMs: at(1, 7), endMs: at(1, 12), units: 25, whole: false },
    { startMs: at(2, 7), endMs: at(2, 8), units: 25, whole: false },
  ]
  expect(loadsOf(dryer, { past })).toEqual(['1: 25!', '2: 0', '3: 0', '4: 0'])
  expect(loadsOf(dryer, { blocks: [bookedBlock(at(1, 7), at(2, 12), 5)] })[0]).toBe('2: 5')
})

test('a day on which no booking fits with its own buffers is not free, even if nothing is there', () => {
  const cleaned = { ...tractor, bufferAfterMs: 2 * HOUR }
  expect(loadsOf(cleaned, { blocks: [bookedBlock(at(4), at(5))] })).toEqual(['2: 0', '3: 0!', '4: 1!'])
})
