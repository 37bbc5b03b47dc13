import { expect, test } from 'vitest'
import { BOOKING_STATUSES, type BookingStatus } from '#booking/bookings/status'
import { DAY_MS, HOUR_MS } from '#booking/time/day'
import { partOfDay } from '#booking/today/part-of-day'

const day = (offset: number) => ({ startMs: offset * DAY_MS, endMs: (offset + 1) * DAY_MS })
/** Nine in the morning of the tenth day. */
const NOW = 10 * DAY_MS + 9 * HOUR_MS
const TODAY = day(10)

function booking(status: BookingStatus, fromDay: number, toDay: number) {
  return { status, startMs: fromDay * DAY_MS, endMs: (toDay + 1) * DAY_MS }
}
function hours(status: BookingStatus, from: number, to: number) {
  return { status, startMs: TODAY.startMs + from * HOUR_MS, endMs: TODAY.startMs + to * HOUR_MS }
}

test('what is out is overdue from its end on, and due back on the day of its end', () => {
  expect(partOfDay(booking('in-use', 8, 9), TODAY, NOW)).toBe('overdue')
  expect(partOfDay(booking('in-use', 9, 10), TODAY, NOW)).toBe('dueBack')
  expect(partOfDay(booking('in-use', 9, 11), TODAY, NOW)).toBeNull()
  expect(partOfDay(hours('in-use', 7, 9), TODAY, NOW)).toBe('overdue')
  expect(partOfDay({ ...hours('in-use', 7, 9), endMs: NOW + 1 }, TODAY, NOW)).toBe('dueBack')
})

test('what is promised goes out until its time is over; then nobody fetched it', () => {
  expect(partOfDay(booking('approved', 10, 12), TODAY, NOW)).toBe('goingOut')
  expect(partOfDay(booking('approved', 9, 10), TODAY, NOW)).toBe('goingOut')
  expect(partOfDay(booking('approved', 11, 12), TODAY, NOW)).toBeNull()
  expect(partOfDay(booking('approved', 8, 9), TODAY, NOW)).toBe('notFetched')
  expect(partOfDay(hours('approved', 7, 9), TODAY, NOW)).toBe('notFetched')
  expect(partOfDay(hours('approved', 13, 15), TODAY, NOW)).toBe('goingOut')
})

test('only what is promised or out is on the list of today and of a day to come', () => {
  const listed = (on: typeof TODAY, from: number, to: number) =>
    BOOKING_STATUSES.filter(status => partOfDay(booking(status, from, to), on, NOW) !== null)
  expect(listed(TODAY, 10, 10)).toEqual(['approved', 'in-use'])
  expect(listed(day(12), 11, 12)).toEqual(['approved', 'in-use'])
})

test('on a day to come, what begins goes out, and what began before comes back on its last day', () => {
  expect(partOfDay(booking('approved', 12, 12), day(12), NOW)).toBe('goingOut')
  expect(partOfDay(booking('approved', 11, 12), day(12), NOW)).toBe('dueBack')
  expect(partOfDay(booking('approved', 11, 13), day(12), NOW)).toBeNull()
  expect(partOfDay(booking('in-use', 9, 12), day(12), NOW)).toBe('dueBack')
  // It left early: there is nothing to hand over on its first day.
  expect(partOfDay(booking('in-use', 12, 13), day(12), NOW)).toBeNull()
  expect(partOfDay(booking('in-use', 8, 9), day(12), NOW)).toBeNull()
})

test('a day that is over shows what was planned for it and not called off', () => {
  const shown = BOOKING_STATUSES.map(status => [status, partOfDay(booking(status, 7, 8), day(7), NOW)])
  expect(shown.filter(([, part]) => part !== null)).toEqual([
    ['approved', 'goingOut'],
    ['in-use', 'goingOut'],
    ['completed', 'goingOut'],
    ['no-show', 'goingOut'],
  ])
  expect(partOfDay(booking('completed', 7, 8), day(8), NOW)).toBe('dueBack')
  expect(partOfDay(booking('completed', 7, 9), day(8), NOW)).toBeNull()
})
