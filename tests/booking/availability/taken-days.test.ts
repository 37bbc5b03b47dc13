import { expect, test } from 'vitest'
import { takenDays } from '#booking/availability/taken-days'
import { bookedBlock, DAY, HOUR, manila, repairBlock } from '#tests/support/booking-facts'

const days = { from: '2026-12-01', to: '2026-12-10' }
const at = (day: number, hours = 0) => manila.startOfDay('2026-12-01') + (day - 1) * DAY + hours * HOUR
const BY_DAYS = { bookingMode: 'days' as const, capacity: 1, bufferBeforeMs: 0, bufferAfterMs: 0 }
const BY_TIME = { ...BY_DAYS, bookingMode: 'time' as const }

/** `3!` is a day on which nothing can be booked, `3` one on which something still can. */
function taken(...[machine, blocks]: [typeof BY_DAYS | typeof BY_TIME, Parameters<typeof takenDays>[2]]) {
  return takenDays(days, machine, blocks, manila).map(
    ({ day, whole }) => `${Number(day.slice(-2))}${whole ? '!' : ''}`,
  )
}

test('a booked day is taken; with a unit left, only part of it is', () => {
  expect(taken(BY_DAYS, [bookedBlock(at(2), at(4))])).toEqual(['2!', '3!'])
  expect(taken({ ...BY_DAYS, capacity: 2 }, [bookedBlock(at(2), at(4))])).toEqual(['2', '3'])
  expect(taken({ ...BY_DAYS, capacity: 60 }, [repairBlock(at(2), at(3))])).toEqual(['2!'])
})

test('a day into which the buffer of a booking reaches cannot be booked', () => {
  expect(taken(BY_DAYS, [bookedBlock(at(3, -2), at(4, 2))])).toEqual(['2!', '3!', '4!'])
})

test('a day whose own buffer reaches into a booking cannot be booked', () => {
  const machine = { ...BY_DAYS, bufferBeforeMs: DAY, bufferAfterMs: 2 * HOUR }
  expect(taken(machine, [bookedBlock(at(5), at(6))])).toEqual(['4!', '5!', '6!'])
})

test('on a machine that is booked by clock time, a day is taken only when no hour of it is free', () => {
  expect(taken(BY_TIME, [bookedBlock(at(2, 8), at(2, 10))])).toEqual(['2'])
  expect(taken(BY_TIME, [bookedBlock(at(2), at(2, 12)), bookedBlock(at(2, 12), at(3))])).toEqual(['2!'])
  expect(taken(BY_TIME, [bookedBlock(at(2), at(2, 12)), bookedBlock(at(2, 13), at(3))])).toEqual(['2'])
})

test('a day whose first hours are free can still be booked by clock time, and so can one with a unit left in them', () => {
  expect(taken(BY_TIME, [bookedBlock(at(2, 1), at(3))])).toEqual(['2'])
  const two = { ...BY_TIME, capacity: 2 }
  expect(taken(two, [bookedBlock(at(2), at(3)), bookedBlock(at(2, 1), at(3))])).toEqual(['2'])
  expect(taken(two, [bookedBlock(at(2), at(3)), bookedBlock(at(2), at(3))])).toEqual(['2!'])
})
