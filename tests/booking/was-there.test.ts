import { expect, test } from 'vitest'
import { BOOKING_STATUSES } from '#booking/bookings/status'
import { MAINTENANCE_STATUSES } from '#booking/maintenance/kinds'
import { tookInThePast } from '#booking/was-there'
import { DAY, HOUR, NOW } from '#tests/support/booking-facts'

const when = { startMs: NOW - 3 * DAY, endMs: NOW - 2 * DAY }
const booking = { kind: 'booking' as const, ...when, units: 3, pendingBlocks: true }

test('a booking was there if it is completed or still blocks', () => {
  const there = BOOKING_STATUSES.filter(status => tookInThePast({ ...booking, status }, NOW))
  expect(there).toEqual(['pending', 'approved', 'in-use', 'completed'])
})

test('a pending booking that does not block was not there', () => {
  expect(tookInThePast({ ...booking, status: 'pending', pendingBlocks: false }, NOW)).toBe(null)
})

test('a booking took its own time, and an overdue one has taken the time until now', () => {
  expect(tookInThePast({ ...booking, status: 'completed' }, NOW)).toEqual({ ...when, units: 3, whole: false })
  expect(tookInThePast({ ...booking, status: 'in-use' }, NOW)?.endMs).toBe(NOW)
  const onTime = { ...booking, status: 'in-use' as const, endMs: NOW + HOUR }
  expect(tookInThePast(onTime, NOW)?.endMs).toBe(NOW + HOUR)
})

test('maintenance took the machine whole unless it was cancelled', () => {
  const there = MAINTENANCE_STATUSES.filter(
    status => tookInThePast({ kind: 'maintenance', ...when, status }, NOW)?.whole,
  )
  expect(there).toEqual(MAINTENANCE_STATUSES.filter(status => status !== 'cancelled'))
})
