import { expect, test } from 'vitest'
import { dueBecause, hasPlan } from '#booking/maintenance/due'

const NONE = { dueHours: null, dueDays: null, dueBookings: null }

test('a machine needs maintenance once anything in the plan of its type is reached, and for each reason', () => {
  const plan = { dueHours: 250, dueDays: 180, dueBookings: 20 }
  expect(dueBecause(plan, { hours: 249.9, days: 179, bookings: 19 })).toEqual([])
  expect(dueBecause(plan, { hours: 250, days: 179, bookings: 25 })).toEqual([
    { what: 'hours', since: 250, after: 250 },
    { what: 'bookings', since: 25, after: 20 },
  ])
  expect(dueBecause({ ...NONE, dueDays: 180 }, { hours: 9999, days: 180, bookings: 9999 })).toEqual([
    { what: 'days', since: 180, after: 180 },
  ])
})

test('what is not known is no reason, and neither is what the plan does not name', () => {
  expect(
    dueBecause({ dueHours: 1, dueDays: 1, dueBookings: null }, { hours: null, days: null, bookings: 99 }),
  ).toEqual([])
  expect(hasPlan(NONE)).toBe(false)
  expect(hasPlan({ ...NONE, dueBookings: 5 })).toBe(true)
})
