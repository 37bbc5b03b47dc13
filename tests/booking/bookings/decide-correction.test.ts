import { expect, test } from 'vitest'
import { decideOtherMember } from '#booking/bookings/decide-correction'
import { BOOKING_STATUSES } from '#booking/bookings/status'
import { member } from '#tests/support/booking-facts'

test('a booking gets another member while it waits, is approved or lost its time, and at no other status', () => {
  for (const status of BOOKING_STATUSES) {
    const mayStill = status === 'pending' || status === 'approved' || status === 'displaced'
    const refused = { ok: false, refusal: { reason: 'member-is-known', status } }
    expect(decideOtherMember(status, member), status).toEqual(mayStill ? { ok: true } : refused)
  }
})

test('another member must be one who may book', () => {
  for (const status of ['pending', 'approved'] as const) {
    expect(decideOtherMember(status, { ...member, verified: false })).toMatchObject({
      refusal: { reason: 'member-not-verified' },
    })
    expect(decideOtherMember(status, { ...member, suspended: true })).toMatchObject({
      refusal: { reason: 'member-suspended' },
    })
  }
})
