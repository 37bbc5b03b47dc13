import { describe, expect, test } from 'vitest'
import {
  type BookingFact,
  CLOCK_TOLERANCE_MS,
  decideApproval,
  decideHandOver,
  decideNoShow,
  decideReturn,
  decideStatusChange,
  type HandOverFacts,
} from '#booking/bookings/decide-life'
import { BOOKING_STATUSES, mayBecome } from '#booking/bookings/status'
import type { Decision } from '#booking/refusal'
import {
  bookedBlock,
  DAY,
  HOUR,
  heldBlock,
  machine,
  manila,
  member,
  NOW,
  repairBlock,
  TODAY,
} from '#tests/support/booking-facts'

const said = (decision: Decision) => (decision.ok ? 'yes' : decision.refusal.reason)
const startMs = NOW - HOUR
const booking = (change: Partial<BookingFact> = {}): BookingFact => ({
  status: 'pending',
  startMs,
  endMs: startMs + DAY,
  units: 1,
  bufferBeforeMs: 0,
  bufferAfterMs: 0,
  requestedMs: NOW - 3 * DAY,
  handedOverMs: null,
  ...change,
})

describe('statuses', () => {
  test('a refused change names the status now and the requested one', () => {
    expect(decideStatusChange(booking({ status: 'cancelled' }), 'approved')).toEqual({
      ok: false,
      refusal: { reason: 'move-not-allowed', what: 'booking', from: 'cancelled', to: 'approved' },
    })
    expect(mayBecome('in-use', 'cancelled')).toBe(false)
  })
})

describe('approving checks again what can have changed since the request', () => {
  const approve = (change: Partial<BookingFact> = {}, facts = {}) =>
    said(
      decideApproval(booking(change), {
        nowMs: NOW,
        calendar: manila,
        period: { kind: 'days', from: TODAY, to: TODAY },
        machine,
        member,
        blocks: [],
        ...facts,
      }),
    )

  test('is allowed also after the start, and without the notice period and the horizon', () => {
    expect(approve()).toBe('yes')
    expect(approve({ startMs: NOW + 500 * DAY, endMs: NOW + 501 * DAY })).toBe('yes')
  })

  test('is refused if the time is over, the machine retired, or the member suspended or no longer verified', () => {
    expect(approve({ endMs: NOW })).toBe('in-the-past')
    expect(approve({}, { machine: { ...machine, retired: true } })).toBe('machine-out-of-service')
    expect(approve({}, { member: { ...member, suspended: true } })).toBe('member-suspended')
    expect(approve({}, { member: { ...member, verified: false } })).toBe('member-not-verified')
  })

  test('is refused if the time has been taken, counting the booking’s own buffers and not the machine’s', () => {
    const after = bookedBlock(startMs + DAY, startMs + 2 * DAY)
    expect(approve({}, { blocks: [bookedBlock(startMs, startMs + HOUR)] })).toBe('already-booked')
    expect(approve({}, { blocks: [after], machine: { ...machine, bufferAfterMs: DAY } })).toBe('yes')
    expect(approve({ bufferAfterMs: 1 }, { blocks: [after] })).toBe('already-booked')
  })

  test('is allowed only if the booking is pending or displaced', () => {
    for (const status of BOOKING_STATUSES) {
      const waits = status === 'pending' || status === 'displaced'
      expect(approve({ status }), status).toBe(waits ? 'yes' : 'move-not-allowed')
    }
  })
})

describe('handing over', () => {
  const handOver = (facts: Partial<HandOverFacts> = {}, change: Partial<BookingFact> = {}) =>
    said(
      decideHandOver(booking({ status: 'approved', ...change }), {
        nowMs: NOW,
        atMs: NOW,
        capacity: 1,
        calendar: manila,
        out: [],
        blocks: [],
        ...facts,
      }),
    )

  test('is allowed only if the booking is approved', () => {
    expect(handOver()).toBe('yes')
    expect(handOver({}, { status: 'pending' })).toBe('move-not-allowed')
    expect(handOver({}, { status: 'in-use' })).toBe('move-not-allowed')
  })

  test('is refused while another member has the machine, whenever that booking is and whether or not it is overdue', () => {
    expect(handOver({ out: [bookedBlock(NOW - 9 * DAY, NOW - 8 * DAY)] })).toBe('already-booked')
    const overdue = { expectedBackMs: NOW + DAY }
    expect(handOver({ out: [{ ...bookedBlock(NOW - 9 * DAY, NOW - 8 * DAY), overdue }] })).toBe('overdue')
  })

  test('of a machine with two units, the second is handed over and a third is not', () => {
    const one = bookedBlock(startMs, startMs + DAY)
    expect(handOver({ capacity: 2, out: [one] })).toBe('yes')
    expect(handOver({ capacity: 2, out: [one, one] })).toBe('over-capacity')
  })

  test('may be early, but not during another booking or maintenance; holds do not matter', () => {
    const later = { startMs: NOW + DAY, endMs: NOW + 2 * DAY }
    expect(handOver({}, later)).toBe('yes')
    expect(handOver({ blocks: [bookedBlock(NOW - HOUR, NOW + HOUR)] }, later)).toBe('already-booked')
    expect(handOver({ blocks: [repairBlock(NOW - HOUR, NOW + HOUR)] }, later)).toBe('in-maintenance')
    expect(handOver({ blocks: [heldBlock(NOW - HOUR, NOW + HOUR)] }, later)).toBe('yes')
  })

  test('is recorded for now, give or take the clocks of two PCs: not for tomorrow, before the request or after the end', () => {
    expect(handOver({ atMs: NOW + CLOCK_TOLERANCE_MS })).toBe('yes')
    expect(handOver({ atMs: NOW + CLOCK_TOLERANCE_MS + 1 })).toBe('in-the-future')
    expect(handOver({ atMs: NOW - 5 * DAY })).toBe('before-request')
    expect(handOver({ atMs: startMs + DAY, nowMs: startMs + 2 * DAY })).toBe('booking-over')
  })

  test('of a booking whose request is still to come, because the clock was ahead, is recorded for when it happened', () => {
    const request = { requestedMs: NOW + 30 * DAY, startMs: NOW + 40 * DAY, endMs: NOW + 41 * DAY }
    const odd = booking({ status: 'approved', ...request })
    const facts = { nowMs: NOW, atMs: NOW - HOUR, capacity: 1, calendar: manila, out: [], blocks: [] }
    expect(decideHandOver(odd, facts)).toEqual({ ok: true, oddMs: NOW + 30 * DAY })
    expect(decideHandOver(booking({ status: 'approved' }), facts)).toEqual({ ok: true, oddMs: null })
    expect(handOver({ atMs: NOW + DAY }, request)).toBe('in-the-future')
    expect(handOver({ out: [bookedBlock(NOW, NOW + DAY)] }, request)).toBe('already-booked')
  })
})

describe('return and no-show', () => {
  const out = booking({ status: 'in-use', handedOverMs: NOW - HOUR })

  test('a return may be recorded for any time since the hand-over, but not for tomorrow', () => {
    expect(said(decideReturn(out, { nowMs: NOW, atMs: NOW - HOUR }))).toBe('yes')
    expect(said(decideReturn(out, { nowMs: NOW, atMs: NOW - HOUR - 1 }))).toBe('before-hand-over')
    expect(said(decideReturn(out, { nowMs: NOW, atMs: NOW + CLOCK_TOLERANCE_MS + 1 }))).toBe('in-the-future')
    expect(said(decideReturn(booking({ status: 'approved' }), { nowMs: NOW, atMs: NOW }))).toBe(
      'move-not-allowed',
    )
  })

  test('a return of a machine whose hand-over is still to come, because the clock was ahead, may be recorded for any time until now', () => {
    const ahead = booking({ status: 'in-use', handedOverMs: NOW + 30 * DAY })
    const oddMs = NOW + 30 * DAY
    expect(decideReturn(ahead, { nowMs: NOW, atMs: NOW })).toEqual({ ok: true, oddMs })
    expect(decideReturn(ahead, { nowMs: NOW, atMs: NOW - 5 * DAY })).toEqual({ ok: true, oddMs })
    expect(said(decideReturn(ahead, { nowMs: NOW, atMs: NOW + DAY }))).toBe('in-the-future')
    expect(decideReturn(ahead, { nowMs: oddMs, atMs: oddMs })).toEqual({ ok: true, oddMs: null })
  })

  test('a no-show can be recorded only once the booking has started', () => {
    expect(said(decideNoShow(booking({ status: 'approved' }), startMs))).toBe('yes')
    expect(decideNoShow(booking({ status: 'approved' }), startMs - 1)).toMatchObject({
      refusal: { reason: 'not-started', startMs },
    })
    expect(said(decideNoShow(booking(), NOW))).toBe('move-not-allowed')
  })
})
