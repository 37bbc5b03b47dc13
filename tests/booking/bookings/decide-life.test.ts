import { describe, expect, test } from 'vitest'
import { blocksOfMachineOut, expectedBackMs, isOverdue } from '#booking/availability/block'
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
import { ALLOWED_CHANGES, BOOKING_STATUSES, blocks, mayBecome } from '#booking/bookings/status'
import { machineStatus } from '#booking/machines/machine-status'
import { decideMaintenance } from '#booking/maintenance/decide-maintenance'
import { quote } from '#booking/money/price'
import type { Decision } from '#booking/refusal'
import {
  bookedBlock,
  bookingInTheWay,
  DAY,
  HOUR,
  heldBlock,
  machine,
  manila,
  member,
  NOW,
  repairBlock,
} from '../facts.ts'

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
  test('the changes of status are these and no others', () => {
    const moves = BOOKING_STATUSES.flatMap(from => ALLOWED_CHANGES[from].map(to => `${from} → ${to}`))
    expect(moves).toEqual([
      'pending → approved',
      'pending → rejected',
      'pending → cancelled',
      'approved → in-use',
      'approved → pending',
      'approved → cancelled',
      'approved → no-show',
      'in-use → completed',
    ])
  })

  test('a refused change names the status now and the requested one', () => {
    expect(decideStatusChange(booking({ status: 'cancelled' }), 'approved')).toEqual({
      ok: false,
      refusal: { reason: 'move-not-allowed', what: 'booking', from: 'cancelled', to: 'approved' },
    })
    expect(mayBecome('in-use', 'cancelled')).toBe(false)
  })

  test('approved and in use block time, pending does by its machine’s setting, and no other status does', () => {
    const blocking = (pendingBlocks: boolean) =>
      BOOKING_STATUSES.filter(status => blocks(status, pendingBlocks))
    expect(blocking(true)).toEqual(['pending', 'approved', 'in-use'])
    expect(blocking(false)).toEqual(['approved', 'in-use'])
  })
})

describe('approving checks again what can have changed since the request', () => {
  const approve = (change: Partial<BookingFact> = {}, facts = {}) =>
    said(decideApproval(booking(change), { nowMs: NOW, machine, member, blocks: [], ...facts }))

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

  test('is allowed only if the booking is pending', () => {
    for (const status of BOOKING_STATUSES.filter(one => one !== 'pending')) {
      expect(approve({ status })).toBe('move-not-allowed')
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

describe('a machine that is out beyond its booked time', () => {
  const from = manila.startOfDay('2026-11-10')
  const out = {
    booking: bookingInTheWay({ startMs: from, endMs: from + DAY }),
    buffers: { bufferBeforeMs: 0, bufferAfterMs: DAY },
    handedOverMs: from,
  }

  test('blocks no more time while it is on time', () => {
    expect(blocksOfMachineOut(out, from + HOUR, manila)).toEqual([])
    expect(isOverdue(out.booking, from + DAY - 1)).toBe(false)
  })

  test('if overdue, blocks the time to the end of today and its buffer, one more day every day', () => {
    for (const late of [0, 1, 30]) {
      const nowMs = from + (1 + late) * DAY
      const backMs = manila.startOfDay(manila.dayOf(nowMs)) + 2 * DAY
      expect(blocksOfMachineOut(out, nowMs, manila)).toEqual([
        expect.objectContaining({
          startMs: from + 2 * DAY,
          endMs: backMs,
          overdue: { expectedBackMs: backMs - DAY },
        }),
      ])
      expect(expectedBackMs(nowMs, manila)).toBe(backMs - DAY)
    }
  })

  test('handed over at a time that is still to come, because the clock was ahead, blocks the time from now on', () => {
    const odd = { ...out, handedOverMs: from + HOUR }
    expect(blocksOfMachineOut(odd, from - 9 * DAY, manila)).toEqual([
      expect.objectContaining({ startMs: from - 9 * DAY, endMs: from }),
    ])
  })

  test('if handed over early, blocks the time before its booking', () => {
    const early = { ...out, handedOverMs: from - HOUR }
    expect(blocksOfMachineOut(early, from, manila)).toEqual([
      expect.objectContaining({ startMs: from - HOUR, endMs: from }),
    ])
  })
})

describe('planned maintenance', () => {
  const from = NOW + DAY
  const plan = (startMs: number, endMs: number, change = {}) =>
    said(
      decideMaintenance(
        { kind: 'time', startMs, endMs },
        { nowMs: NOW, calendar: manila, machine, blocks: [], ...change },
      ),
    )

  test('needs free time of a machine that is in service; the time may have begun, but not be over', () => {
    expect(plan(from, from + HOUR)).toBe('yes')
    expect(plan(NOW - DAY, NOW + 1)).toBe('yes')
    expect(plan(NOW - DAY, NOW)).toBe('in-the-past')
    expect(plan(from, from)).toBe('ends-before-it-starts')
    expect(plan(from, from + HOUR, { machine: { ...machine, retired: true } })).toBe('machine-out-of-service')
  })

  test('is refused while one of ten units is booked, or during other maintenance', () => {
    const mill = { ...machine, capacity: 10 }
    expect(plan(from, from + HOUR, { machine: mill, blocks: [bookedBlock(from, from + 1)] })).toBe(
      'over-capacity',
    )
    expect(plan(from, from + HOUR, { machine: mill, blocks: [repairBlock(from, from + 1)] })).toBe(
      'in-maintenance',
    )
    expect(plan(from, from + HOUR, { blocks: [heldBlock(from, from + 1)] })).toBe('on-hold')
  })

  test('lasts at most 400 days; until the year 9999 is too long, not over', () => {
    expect(plan(from, from + 400 * DAY)).toBe('yes')
    expect(plan(from, from + 400 * DAY + 1)).toBe('too-long')
    const forEver = { kind: 'days', from: '2026-12-01', to: '9999-12-31' } as const
    expect(said(decideMaintenance(forEver, { nowMs: NOW, calendar: manila, machine, blocks: [] }))).toBe(
      'too-long',
    )
  })
})

test('a machine’s status is the first that applies of out of service, rented, in maintenance and available', () => {
  const seen = { retired: false, capacity: 2, unitsOut: 0, inMaintenance: false }
  expect(machineStatus(seen)).toBe('available')
  expect(machineStatus({ ...seen, unitsOut: 1 })).toBe('available')
  expect(machineStatus({ ...seen, unitsOut: 2 })).toBe('rented')
  expect(machineStatus({ ...seen, inMaintenance: true })).toBe('maintenance')
  expect(machineStatus({ ...seen, unitsOut: 2, inMaintenance: true })).toBe('rented')
  expect(machineStatus({ ...seen, unitsOut: 2, retired: true })).toBe('out-of-service')
})

describe('a price', () => {
  const days = { kind: 'days', from: '2026-12-01', to: '2026-12-03' } as const
  const at = manila.startOfDay('2026-12-01')
  const hours = { kind: 'time', startMs: at, endMs: at + 2.5 * HOUR } as const

  test('per day counts the first and the last day, per hour the hours, and per sack the sacks', () => {
    expect(quote({ centavos: 150_000, per: 'day' }, days, 1, manila)).toMatchObject({
      centavos: 450_000,
      quantity: 3,
    })
    expect(quote({ centavos: 33_333, per: 'hour' }, hours, 1, manila)).toMatchObject({
      centavos: 83_333,
      quantity: 2.5,
    })
    expect(quote({ centavos: 4_500, per: 'sack' }, hours, 12, manila)).toMatchObject({ centavos: 54_000 })
    expect(quote({ centavos: 99, per: 'flat' }, days, 5, manila)).toMatchObject({ centavos: 99 })
  })

  test('per hectare or kilogram is known only after the work', () => {
    for (const per of ['hectare', 'kg'] as const) {
      expect(quote({ centavos: 1, per }, days, 1, manila)).toEqual({
        kind: 'measured-later',
        rate: { centavos: 1, per },
      })
    }
  })
})
