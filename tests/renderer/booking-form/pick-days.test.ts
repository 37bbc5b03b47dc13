import { expect, test } from 'vitest'
import { afterPick } from '../../../renderer/booking-form/pick-days.ts'

const NOTHING = { from: '', to: '' }
const days = (from: string, to = from) => ({ from, to })

test('days picked in the calendar replace the days of the form', () => {
  const pick = { length: null, clock: null, onlyDays: true }
  expect(afterPick(days('2026-12-01', '2026-12-03'), days('2026-12-08', '2026-12-09'), pick)).toEqual(
    days('2026-12-08', '2026-12-09'),
  )
})

test('a single day picked for a copied booking gets the length of that booking', () => {
  const pick = { length: { days: 3 }, clock: null, onlyDays: true }
  expect(afterPick(NOTHING, days('2026-12-30'), pick)).toEqual(days('2026-12-30', '2027-01-01'))
  expect(afterPick(NOTHING, days('2026-12-30', '2026-12-31'), pick)).toEqual(days('2026-12-30', '2026-12-31'))
  const hours = { from: '2026-12-30T08:00', to: '2026-12-30T09:00' }
  const copied = { length: { minutes: 150 }, clock: '06:30', onlyDays: true }
  expect(afterPick(NOTHING, hours, { ...copied, clock: null }).to).toBe('2026-12-30T10:30')
  expect(afterPick(NOTHING, hours, copied)).toEqual({ from: '2026-12-30T06:30', to: '2026-12-30T09:00' })
})

test('a day picked in the month keeps the clock times that were typed, also over midnight', () => {
  const picked = { from: '2026-12-09T08:00', to: '2026-12-09T09:00' }
  const typed = { from: '2026-12-01T20:00', to: '2026-12-02T02:30' }
  expect(afterPick(typed, picked, { length: null, clock: null, onlyDays: true })).toEqual({
    from: '2026-12-09T20:00',
    to: '2026-12-10T02:30',
  })
  // Hours dragged in the week or the day are clock times themselves.
  expect(afterPick(typed, picked, { length: null, clock: null, onlyDays: false })).toEqual(picked)
})
