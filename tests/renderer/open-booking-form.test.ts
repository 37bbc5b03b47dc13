import { beforeEach, expect, test } from 'vitest'
import type { BookingRow } from '#calls/booking-rows'
import { bookAgain, openBookingForm, startLike, useBookingForm } from '../../renderer/open-booking-form.ts'

// The form keeps the element that had the focus; outside of a browser there is none.
beforeEach(() => {
  Object.assign(globalThis, { document: { activeElement: null } })
  useBookingForm.setState({
    start: null,
    opening: 0,
    askedAgain: 0,
    filled: false,
    hasMember: false,
    picked: null,
  })
})

const store = useBookingForm.getState
const period = { kind: 'days', from: '2026-12-08', to: '2026-12-09' } as const

test('an open form takes over a machine and days from the calendar and is not opened anew', () => {
  openBookingForm()
  useBookingForm.setState({ filled: true })
  openBookingForm({ machineId: 'tractor-1', period })
  expect(store()).toMatchObject({
    opening: 1,
    start: {},
    filled: true,
    picked: { machineId: 'tractor-1', period },
  })
})

test('the same day picked twice is taken over twice, because an end may have been typed in between', () => {
  openBookingForm()
  openBookingForm({ machineId: 'tractor-1', period })
  const first = store().picked
  openBookingForm({ machineId: 'tractor-1', period })
  expect(store().picked).not.toBe(first)
})

test('"Book for this member" fills in the member of an open form that has none, and opens another form otherwise', () => {
  openBookingForm({ machineId: 'tractor-1', period })
  openBookingForm({ memberId: 'member-1' })
  expect(store()).toMatchObject({ opening: 1, picked: { memberId: 'member-1' } })
  useBookingForm.setState({ hasMember: true })
  openBookingForm({ memberId: 'member-2' })
  expect(store()).toMatchObject({ opening: 2, start: { memberId: 'member-2' }, picked: null })
})

test('a form that is opened anew takes over nothing from the form before', () => {
  openBookingForm()
  openBookingForm({ machineId: 'tractor-1', period })
  openBookingForm({ bookingId: 'booking-1' })
  expect(store()).toMatchObject({ opening: 2, picked: null, start: { bookingId: 'booking-1' } })
})

const BOOKING = {
  id: 'booking-1',
  machineId: 'dryer-1',
  memberId: 'member-1',
  units: 12,
  purpose: 'Palay from the lower field',
  fieldId: 'field-1',
  period: { kind: 'days', from: '2026-02-27', to: '2026-03-01' },
} as BookingRow

test('"Book again" fills in everything but the days, of which it keeps the number', () => {
  bookAgain(BOOKING)
  expect(store().start).toEqual({
    machineId: 'dryer-1',
    memberId: 'member-1',
    units: 12,
    purpose: 'Palay from the lower field',
    fieldId: 'field-1',
    length: { days: 3 },
  })
})

test('a copy of a booking by clock time keeps its minutes and its clock time, and a booking without a field names none', () => {
  const start = startLike({
    ...BOOKING,
    fieldId: null,
    period: { kind: 'time', startMs: 1_800_000, endMs: 9_000_000 },
  })
  expect(start).toMatchObject({ length: { minutes: 120 }, startMs: 1_800_000 })
  expect(start).not.toHaveProperty('fieldId')
})
