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
  test('the moves are these and no others', () => {
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

  test('a refused move says from where to where', () => {
    expect(decideStatusChange(booking({ status: 'cancelled' }), 'approved')).toEqual({
      ok: false,
      refusal: { reason: 'move-not-allowed', what: 'booking', from: 'cancelled', to: 'approved' },
    })
    expect(mayBecome('in-use', 'cancelled')).toBe(false)
  })

  test('approved and in use block, pending by its machine’s setting, nothing else does', () => {
    const blocking = (pendingBlocks: boolean) =>
      BOOKING_STATUSES.filter(status => blocks(status, pendingBlocks))
    expect(blocking(true)).toEqual(['pending', 'approved', 'in-use'])
    expect(blocking(false)).toEqual(['approved', 'in-use'])
  })
})

describe('approving asks again what still matters', () => {
  const approve = (change: Partial<BookingFact> = {}, facts = {}) =>
    said(decideApproval(booking(change), { nowMs: NOW, machine, member, blocks: [], ...facts }))

  test('yes, also after its start, though notice and horizon would not allow it today', () => {
    expect(approve()).toBe('yes')
    expect(approve({ startMs: NOW + 500 * DAY, endMs: NOW + 501 * DAY })).toBe('yes')
  })

  test('no when its time is over, its machine retired, its member suspended or no longer verified', () => {
    expect(approve({ endMs: NOW })).toBe('in-the-past')
    expect(approve({}, { machine: { ...machine, retired: true } })).toBe('machine-out-of-service')
    expect(approve({}, { member: { ...member, suspended: true } })).toBe('member-suspended')
    expect(approve({}, { member: { ...member, verified: false } })).toBe('member-not-verified')
  })

  test('no when the time was given away meanwhile, with the booking’s own buffers and not the machine’s', () => {
    const after = bookedBlock(startMs + DAY, startMs + 2 * DAY)
    expect(approve({}, { blocks: [bookedBlock(startMs, startMs + HOUR)] })).toBe('already-booked')
    expect(approve({}, { blocks: [after], machine: { ...machine, bufferAfterMs: DAY } })).toBe('yes')
    expect(approve({ bufferAfterMs: 1 }, { blocks: [after] })).toBe('already-booked')
  })

  test('only what is pending is approved', () => {
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

  test('only what is approved is handed over', () => {
    expect(handOver()).toBe('yes')
    expect(handOver({}, { status: 'pending' })).toBe('move-not-allowed')
    expect(handOver({}, { status: 'in-use' })).toBe('move-not-allowed')
  })

  test('not while it is out with somebody, on time or overdue, wherever their times lie', () => {
    expect(handOver({ out: [bookedBlock(NOW - 9 * DAY, NOW - 8 * DAY)] })).toBe('already-booked')
    const overdue = { expectedBackMs: NOW + DAY }
    expect(handOver({ out: [{ ...bookedBlock(NOW - 9 * DAY, NOW - 8 * DAY), overdue }] })).toBe('overdue')
  })

  test('of a machine with room for two, the second unit is handed over and the third is not', () => {
    const one = bookedBlock(startMs, startMs + DAY)
    expect(handOver({ capacity: 2, out: [one] })).toBe('yes')
    expect(handOver({ capacity: 2, out: [one, one] })).toBe('over-capacity')
  })

  test('early, but not out of somebody else’s promise or a repair; a form being filled does not matter', () => {
    const later = { startMs: NOW + DAY, endMs: NOW + 2 * DAY }
    expect(handOver({}, later)).toBe('yes')
    expect(handOver({ blocks: [bookedBlock(NOW - HOUR, NOW + HOUR)] }, later)).toBe('already-booked')
    expect(handOver({ blocks: [repairBlock(NOW - HOUR, NOW + HOUR)] }, later)).toBe('in-maintenance')
    expect(handOver({ blocks: [heldBlock(NOW - HOUR, NOW + HOUR)] }, later)).toBe('yes')
  })

  test('now, give or take the clocks of two PCs; not tomorrow, not before it was asked for, not after its end', () => {
    expect(handOver({ atMs: NOW + CLOCK_TOLERANCE_MS })).toBe('yes')
    expect(handOver({ atMs: NOW + CLOCK_TOLERANCE_MS + 1 })).toBe('in-the-future')
    expect(handOver({ atMs: NOW - 5 * DAY })).toBe('before-request')
    expect(handOver({ atMs: startMs + DAY, nowMs: startMs + 2 * DAY })).toBe('booking-over')
  })
})

describe('coming back', () => {
  const out = booking({ status: 'in-use', handedOverMs: NOW - HOUR })

  test('any time since it went out, but not tomorrow', () => {
    expect(said(decideReturn(out, { nowMs: NOW, atMs: NOW - HOUR }))).toBe('yes')
    expect(said(decideReturn(out, { nowMs: NOW, atMs: NOW - HOUR - 1 }))).toBe('before-hand-over')
    expect(said(decideReturn(out, { nowMs: NOW, atMs: NOW + CLOCK_TOLERANCE_MS + 1 }))).toBe('in-the-future')
    expect(said(decideReturn(booking({ status: 'approved' }), { nowMs: NOW, atMs: NOW }))).toBe(
      'move-not-allowed',
    )
  })

  test('a no-show can be recorded only once its booking has started', () => {
    expect(said(decideNoShow(booking({ status: 'approved' }), startMs))).toBe('yes')
    expect(decideNoShow(booking({ status: 'approved' }), startMs - 1)).toMatchObject({
      refusal: { reason: 'not-started', startMs },
    })
    expect(said(decideNoShow(booking(), NOW))).toBe('move-not-allowed')
  })
})

describe('a machine that is out beyond its promise', () => {
  const from = manila.startOfDay('2026-11-10')
  const out = {
    booking: bookingInTheWay({ startMs: from, endMs: from + DAY }),
    buffers: { bufferBeforeMs: 0, bufferAfterMs: DAY },
    handedOverMs: from,
  }

  test('takes nothing more while it is on time', () => {
    expect(blocksOfMachineOut(out, from + HOUR, manila)).toEqual([])
    expect(isOverdue(out.booking, from + DAY - 1)).toBe(false)
  })

  test('overdue, it takes the time to the end of today and its buffer, and that rolls on every day', () => {
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

  test('handed over early, it takes the time before its promise', () => {
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

  test('takes free time of any machine, also time under way, but not time that is over', () => {
    expect(plan(from, from + HOUR)).toBe('yes')
    expect(plan(NOW - DAY, NOW + 1)).toBe('yes')
    expect(plan(NOW - DAY, NOW)).toBe('in-the-past')
    expect(plan(from, from)).toBe('ends-before-it-starts')
    expect(plan(from, from + HOUR, { machine: { ...machine, retired: true } })).toBe('machine-out-of-service')
  })

  test('not while one of ten units is promised, and not on another repair', () => {
    const mill = { ...machine, capacity: 10 }
    expect(plan(from, from + HOUR, { machine: mill, blocks: [bookedBlock(from, from + 1)] })).toBe(
      'over-capacity',
    )
    expect(plan(from, from + HOUR, { machine: mill, blocks: [repairBlock(from, from + 1)] })).toBe(
      'in-maintenance',
    )
    expect(plan(from, from + HOUR, { blocks: [heldBlock(from, from + 1)] })).toBe('on-hold')
  })

  test('is counted by its length: at most 400 days, and to the year 9999 is too long, not over', () => {
    expect(plan(from, from + 400 * DAY)).toBe('yes')
    expect(plan(from, from + 400 * DAY + 1)).toBe('too-long')
    const forEver = { kind: 'days', from: '2026-12-01', to: '9999-12-31' } as const
    expect(said(decideMaintenance(forEver, { nowMs: NOW, calendar: manila, machine, blocks: [] }))).toBe(
      'too-long',
    )
  })
})

test('a machine’s status is what can be seen of it: out of service, rented, in maintenance, available', () => {
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

  test('by the day counts both ends, by the hour the clock, by the sack the sacks', () => {
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

  test('by the hectare or the kilogram it is known only after the work', () => {
    for (const per of ['hectare', 'kg'] as const) {
      expect(quote({ centavos: 1, per }, days, 1, manila)).toEqual({
        kind: 'measured-later',
        rate: { centavos: 1, per },
      })
    }
  })
})
