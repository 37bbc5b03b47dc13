import { expect, test } from 'vitest'
import { type ComingBooking, comingUp } from '#booking/machines/coming-up'
import { calendarFrom } from '#booking/time/calendar'

const calendar = calendarFrom(() => 480)
const HOUR = 3_600_000
const at = (day: number, hour = 0) => calendar.startOfDay(`2026-12-0${day}`) + hour * HOUR
const now = { nowMs: at(1, 9), calendar }

function booking(bookingId: string, startMs: number, status: ComingBooking['status'] = 'approved') {
  return { bookingId, memberName: bookingId, startMs, status }
}
const ids = (coming: ReturnType<typeof comingUp>) => [coming.next?.bookingId, coming.asked?.bookingId]

test('what comes next is the first promise, with those of the same day counted', () => {
  const dryer = [booking('ana', at(2, 7)), booking('ben', at(2, 7)), booking('cora', at(2, 13))]
  const coming = comingUp([...dryer, booking('dan', at(3, 7))], [], now)
  expect(coming).toMatchObject({ next: { bookingId: 'ana' }, more: 2, asked: null, maintenance: null })
})

test('a promise that has begun counts those until the end of today', () => {
  const late = [booking('ana', at(1, 7)), booking('ben', at(1, 13)), booking('cora', at(2, 7))]
  expect(comingUp(late, [], now)).toMatchObject({ next: { bookingId: 'ana' }, more: 1 })
})

test('a request is said beside the promise, unless it is for a later day', () => {
  const promise = booking('ana', at(3))
  expect(ids(comingUp([booking('ben', at(1), 'pending'), promise], [], now))).toEqual(['ana', 'ben'])
  expect(ids(comingUp([promise, booking('ben', at(3), 'pending')], [], now))).toEqual(['ana', 'ben'])
  expect(ids(comingUp([promise, booking('ben', at(4), 'pending')], [], now))).toEqual(['ana', undefined])
  expect(ids(comingUp([booking('ben', at(4), 'pending')], [], now))).toEqual([undefined, 'ben'])
})

test('maintenance is said while it lasts, and before the next promise; what is over is not', () => {
  const promise = booking('ana', at(3))
  const [over, lasting] = [
    { startMs: at(1), endMs: at(1, 9) },
    { startMs: at(1), endMs: at(2) },
  ]
  const [before, after] = [
    { startMs: at(2), endMs: at(3) },
    { startMs: at(4), endMs: at(5) },
  ]
  expect(comingUp([promise], [over, after], now).maintenance).toBeNull()
  expect(comingUp([promise], [after, before, over], now).maintenance).toEqual(before)
  expect(comingUp([promise], [before, lasting], now).maintenance).toEqual(lasting)
  expect(comingUp([], [after], now).maintenance).toEqual(after)
})
