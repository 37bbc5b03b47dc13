import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decideBooking, decidePeriod, isWalkIn } from '#booking/bookings/decide-booking'
import { DEFAULT_RULES, rulesFor } from '#booking/settings/rules'
import { addDays } from '#booking/time/day'
import { LONGEST_BLOCK_MS, type Period } from '#booking/time/period'
import {
  bookedBlock,
  DAY,
  facts,
  HOUR,
  heldBlock,
  machine,
  manila,
  member,
  NOW,
  repairBlock,
  TODAY,
} from '#tests/support/booking-facts'
import { printedSeed } from '#tests/support/seeded'

const days = (from: string, to = from): Period => ({ kind: 'days', from, to })
const ahead = (n: number, length = 1) => days(addDays(TODAY, n), addDays(TODAY, n + length - 1))
const time = (startMs: number, endMs: number): Period => ({ kind: 'time', startMs, endMs })
const ask = (period: Period, change: Parameters<typeof facts>[0] = {}, units = 1) => {
  const decision = decideBooking({ period, units }, facts(change))
  return decision.ok ? 'yes' : decision.refusal.reason
}
const mill = { ...machine, bookingMode: 'time' as const, capacity: 10 }

describe('the rules of a request', () => {
  test('thirty days are allowed and thirty-one refused, counting the first and the last', () => {
    expect(ask(ahead(1, 30))).toBe('yes')
    expect(ask(ahead(1, 31))).toBe('too-long')
    expect(decideBooking({ period: ahead(1, 31), units: 1 }, facts())).toEqual({
      ok: false,
      refusal: { reason: 'too-long', maxDays: 30, days: 31 },
    })
  })

  test('by clock time, thirty days are allowed, and a minute more is refused', () => {
    const startMs = manila.startOfDay('2026-12-01')
    const harvester = { ...machine, bookingMode: 'time' as const }
    expect(ask(time(startMs, startMs + 30 * DAY), { machine: harvester })).toBe('yes')
    expect(ask(time(startMs, startMs + 30 * DAY + 60_000), { machine: harvester })).toBe('too-long')
    expect(ask(time(startMs + 12 * HOUR, startMs + 30 * DAY + HOUR), { machine: harvester })).toBe('too-long')
  })

  test('a clerk may book for tomorrow and not for today; the refusal names the earliest day', () => {
    expect(ask(ahead(1))).toBe('yes')
    expect(decideBooking({ period: ahead(0), units: 1 }, facts())).toEqual({
      ok: false,
      refusal: {
        reason: 'too-soon',
        minNoticeDays: 1,
        earliestDay: '2026-11-20',
        walkInRoles: ['manager', 'admin'],
      },
    })
  })

  test('a walk-in for today is allowed to managers and administrators, or to the roles in the settings', () => {
    expect(ask(ahead(0), { role: 'manager' })).toBe('yes')
    expect(ask(ahead(0), { role: 'admin' })).toBe('yes')
    const forClerks = { ...machine, rules: { ...DEFAULT_RULES, walkInRoles: ['clerk' as const] } }
    expect(ask(ahead(0), { machine: forClerks })).toBe('yes')
    expect(ask(ahead(0), { role: 'admin', machine: forClerks })).toBe('too-soon')
    expect(isWalkIn(ahead(1), facts({ role: 'manager' }))).toBe(false)
  })

  test('a walk-in is for today only: with three days’ notice, a manager may not book for tomorrow', () => {
    const early = { ...machine, rules: { ...DEFAULT_RULES, minNoticeDays: 3 } }
    expect(ask(ahead(0), { role: 'manager', machine: early })).toBe('yes')
    expect(ask(ahead(1), { role: 'manager', machine: early })).toBe('too-soon')
    expect(ask(ahead(3), { role: 'clerk', machine: early })).toBe('yes')
  })

  test('a day 365 days ahead is allowed and 366 refused', () => {
    expect(ask(ahead(365))).toBe('yes')
    expect(ask(ahead(366))).toBe('too-far-ahead')
  })

  test('yesterday is in the past, and so is this morning for a booking by clock time', () => {
    expect(ask(ahead(-1))).toBe('in-the-past')
    expect(ask(days('0001-01-01'))).toBe('in-the-past')
    expect(ask(time(NOW - 1, NOW + HOUR), { machine: mill, role: 'manager' })).toBe('in-the-past')
    expect(ask(time(NOW, NOW + HOUR), { machine: mill, role: 'manager' })).toBe('yes')
  })

  test('today is the day in the cooperative’s time zone: at midnight in Manila a new day begins, although not in UTC', () => {
    const midnight = manila.startOfDay(addDays(TODAY, 1))
    expect(ask(ahead(1), { nowMs: midnight - 1 })).toBe('yes')
    expect(ask(ahead(1), { nowMs: midnight })).toBe('too-soon')
    expect(ask(ahead(0), { nowMs: midnight })).toBe('in-the-past')
  })

  test('a period that ends before it starts is refused, and so is the wrong kind of period', () => {
    expect(ask(days('2026-12-02', '2026-12-01'))).toBe('ends-before-it-starts')
    expect(ask(time(NOW + DAY, NOW + DAY), { machine: mill })).toBe('ends-before-it-starts')
    expect(ask(time(NOW + DAY, NOW + 2 * DAY))).toBe('wrong-period')
    expect(ask(ahead(1), { machine: mill })).toBe('wrong-period')
  })

  test('until the end of the year 9999 is too long, and from there is too far ahead', () => {
    expect(ask(days(addDays(TODAY, 1), '9999-12-31'))).toBe('too-long')
    expect(ask(days('9999-12-31'))).toBe('too-far-ahead')
  })

  test('only a verified member who is not suspended can book; a suspension is named first, with its reason', () => {
    expect(ask(ahead(1), { member: { ...member, verified: false } })).toBe('member-not-verified')
    const suspended = { ...member, verified: false, suspended: true, suspendedReason: 'unpaid' }
    expect(decideBooking({ period: ahead(1), units: 1 }, facts({ member: suspended }))).toEqual({
      ok: false,
      refusal: { reason: 'member-suspended', memberId: 'ana', memberName: 'Ana Reyes', why: 'unpaid' },
    })
  })

  test('a machine that is out of service cannot be booked', () => {
    expect(ask(ahead(1), { machine: { ...machine, retired: true } })).toBe('machine-out-of-service')
  })

  test('a type’s own rules replace the cooperative’s, which apply where the type has none', () => {
    const rules = rulesFor(DEFAULT_RULES, { minNoticeDays: 0, maxDays: null, horizonDays: 10 })
    expect(rules).toEqual({
      minNoticeDays: 0,
      maxDays: 30,
      horizonDays: 10,
      walkInRoles: ['manager', 'admin'],
    })
    expect(ask(ahead(0), { machine: { ...machine, rules } })).toBe('yes')
    expect(ask(ahead(11), { machine: { ...machine, rules } })).toBe('too-far-ahead')
  })

  test('a booking with its buffers is never longer than the storage allows, whatever the rules say', () => {
    const rules = { ...DEFAULT_RULES, maxDays: 400 }
    const buffered = { ...machine, rules, bufferBeforeMs: 30 * DAY, bufferAfterMs: 30 * DAY }
    expect(ask(ahead(40, 340), { machine: buffered })).toBe('yes')
    expect(ask(ahead(40, 341), { machine: buffered })).toBe('too-long')
    expect(LONGEST_BLOCK_MS).toBe(400 * DAY)
  })

  test('a move that keeps the start need not keep the notice period again', () => {
    const keptStartMs = manila.startOfDay(TODAY)
    expect(decidePeriod({ period: ahead(0, 3), units: 1, keptStartMs }, facts()).ok).toBe(true)
    expect(decidePeriod({ period: ahead(0, 31), units: 1, keptStartMs }, facts()).ok).toBe(false)
    expect(decidePeriod({ period: ahead(-1, 3), units: 1, keptStartMs }, facts()).ok).toBe(false)
  })
})

describe('what is in the way', () => {
  const from = manila.startOfDay('2026-12-01')
  const first = days('2026-12-01')

  test('a yes names the booked time and the blocked time', () => {
    const buffered = { ...machine, bufferBeforeMs: DAY, bufferAfterMs: 2 * DAY }
    expect(decideBooking({ period: first, units: 1 }, facts({ machine: buffered }))).toEqual({
      ok: true,
      interval: { startMs: from, endMs: from + DAY },
      blocked: { startMs: from - DAY, endMs: from + 3 * DAY },
    })
  })

  test('a refusal names the booking in the way, with whom to ask', () => {
    const decision = decideBooking(
      { period: first, units: 1 },
      facts({ blocks: [bookedBlock(from, from + DAY)] }),
    )
    expect(decision).toMatchObject({
      ok: false,
      refusal: {
        reason: 'already-booked',
        by: { bookingId: 'other', memberName: 'Ben', memberPhone: '0917' },
      },
    })
  })

  test('back to back is free; an overlap of one millisecond is not', () => {
    expect(
      ask(first, { blocks: [bookedBlock(from - DAY, from), bookedBlock(from + DAY, from + 2 * DAY)] }),
    ).toBe('yes')
    expect(ask(first, { blocks: [bookedBlock(from - DAY, from + 1)] })).toBe('already-booked')
  })

  test('a hold and maintenance have their own reasons, and maintenance is named first', () => {
    expect(ask(first, { blocks: [heldBlock(from, from + DAY)] })).toBe('on-hold')
    expect(ask(first, { blocks: [repairBlock(from + HOUR, from + 2 * HOUR)] })).toBe('in-maintenance')
    expect(ask(first, { blocks: [heldBlock(from, from + HOUR), bookedBlock(from + HOUR, from + DAY)] })).toBe(
      'already-booked',
    )
    const blocks = [bookedBlock(from, from + HOUR), repairBlock(from + 2 * HOUR, from + DAY)]
    expect(ask(first, { blocks })).toBe('in-maintenance')
  })

  test('too few free units have their own reason, with how many are free and who has the others', () => {
    const period = time(from, from + HOUR)
    const blocks = [bookedBlock(from, from + HOUR, 7)]
    const decision = decideBooking({ period, units: 4 }, facts({ machine: mill, blocks }))
    expect(decision).toMatchObject({ refusal: { reason: 'over-capacity', capacity: 10, free: 3, units: 4 } })
    expect(ask(period, { machine: mill, blocks }, 3)).toBe('yes')
    expect(ask(period, { machine: mill }, 11)).toBe('over-capacity')
    expect(ask(first, {}, 2)).toBe('over-capacity')
  })

  test('a refused load is told how much is free, and who has how much where it does not fit', () => {
    const period = time(from, from + 4 * HOUR)
    const morning = bookedBlock(from, from + 2 * HOUR, 5)
    const allDay = bookedBlock(from, from + 4 * HOUR, 2)
    // Beside this one the load fits, so it is not in the way.
    const later = bookedBlock(from + 3 * HOUR, from + 4 * HOUR, 1)
    const blocks = [later, morning, allDay, heldBlock(from + HOUR, from + 2 * HOUR)]
    const decision = decideBooking({ period, units: 7 }, facts({ machine: mill, blocks }))
    if (decision.ok || decision.refusal.reason !== 'over-capacity') throw new Error('this should not fit')
    expect(decision.refusal.free).toBe(2)
    expect(decision.refusal.by.map(one => 'units' in one && one.units)).toEqual([5, 2, 1])
  })

  test('of many that have units, five are named and one more says that there are others', () => {
    const blocks = Array.from({ length: 9 }, () => bookedBlock(from, from + HOUR))
    const request = { period: time(from, from + HOUR), units: 4 }
    const decision = decideBooking(request, facts({ machine: mill, blocks }))
    expect(decision).toMatchObject({ refusal: { free: 1, by: Array(6).fill({ units: 1 }) } })
  })

  test('an overdue machine is out until the end of today, not only until it was due', () => {
    const overdue = { expectedBackMs: manila.startOfDay('2026-12-02') }
    const block = { ...bookedBlock(from - 3 * DAY, from + DAY), overdue }
    expect(decideBooking({ period: first, units: 1 }, facts({ blocks: [block] }))).toMatchObject({
      refusal: { reason: 'overdue', by: { memberName: 'Ben' }, ...overdue },
    })
  })
})

const seed = printedSeed('decisions')

test(`seed ${seed}: the decision is yes exactly if the capacity is not exceeded in any minute`, () => {
  const minute = 60_000
  const startOf = NOW + 2 * DAY
  const span = fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 40 }))
  const other = fc.tuple(
    span,
    fc.integer({ min: 1, max: 6 }),
    fc.constantFrom('booking', 'booking', 'hold', 'repair'),
  )
  fc.assert(
    fc.property(
      span,
      fc.integer({ min: 1, max: 6 }),
      fc.integer({ min: 1, max: 8 }),
      fc.tuple(fc.nat(5), fc.nat(5)),
      fc.array(other, { maxLength: 8 }),
      ([at, length], units, capacity, [before, after], others) => {
        const ms = (minutes: number) => startOf + minutes * minute
        const blocks = others.map(([[from, long], taken, kind]) => {
          if (kind === 'repair') return repairBlock(ms(from), ms(from + long))
          return kind === 'hold'
            ? heldBlock(ms(from), ms(from + long))
            : bookedBlock(ms(from), ms(from + long), taken)
        })
        let peak = 0
        for (let m = at - before; m < at + length + after; m++) {
          const load = others
            .filter(([[from, long]]) => from <= m && m < from + long)
            .reduce(
              (sum, [, taken, kind]) => sum + (kind === 'repair' ? capacity : kind === 'hold' ? 1 : taken),
              0,
            )
          peak = Math.max(peak, load)
        }
        const buffered = { ...mill, capacity, bufferBeforeMs: before * minute, bufferAfterMs: after * minute }
        const decision = decideBooking(
          { period: time(ms(at), ms(at + length)), units },
          facts({ machine: buffered, blocks }),
        )
        expect(decision.ok).toBe(peak + units <= capacity)
      },
    ),
    { seed, numRuns: 3000 },
  )
})
