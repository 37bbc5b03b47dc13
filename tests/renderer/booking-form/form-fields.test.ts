import { expect, test } from 'vitest'
import { refusalOf } from '../../../renderer/booking-form/form-fields.ts'

const ana = { id: 'ana', name: 'Ana Reyes', number: 'M-1' }

test('the form says who cannot book by the same rule that refuses the request', () => {
  expect(refusalOf({ ...ana, verified: false, suspended: false })?.reason).toBe('member-not-verified')
  expect(
    refusalOf({ ...ana, verified: false, suspended: true, suspendedReason: 'unpaid dues' }),
  ).toMatchObject({ reason: 'member-suspended', memberName: 'Ana Reyes', why: 'unpaid dues' })
  expect(refusalOf({ ...ana, verified: true, suspended: false })).toBe(undefined)
})

test('a member of whom the form knows only the name is refused nothing before the office is asked', () => {
  expect(refusalOf(ana)).toBe(undefined)
  expect(refusalOf(null)).toBe(undefined)
})
