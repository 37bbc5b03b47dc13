import { describe, expect, test } from 'vitest'
import { daysOf, decideLastJob, decideQuotas, partsOf, type Quota } from '#booking/quotas/quotas'
import { manila } from '#tests/support/booking-facts'

const MONTH: Quota = { typeId: null, counts: 'bookings', most: 2, per: 'month', fromDay: null, toDay: null }

describe('the days of a quota', () => {
  test('are from Monday to Sunday, a calendar month, or the season', () => {
    const week = { ...MONTH, per: 'week' as const }
    for (const day of ['2026-11-30', '2026-12-03', '2026-12-06'])
      expect(daysOf(week, day)).toEqual({ from: '2026-11-30', to: '2026-12-06' })
    expect(daysOf(MONTH, '2026-12-31')).toEqual({ from: '2026-12-01', to: '2026-12-31' })
    expect(daysOf(MONTH, '2028-02-10')).toEqual({ from: '2028-02-01', to: '2028-02-29' })
    const season = { ...MONTH, per: 'season' as const, fromDay: '2026-11-01', toDay: '2027-03-31' }
    expect(daysOf(season, '2026-11-01')).toEqual({ from: '2026-11-01', to: '2027-03-31' })
    expect(daysOf(season, '2027-04-01')).toBeNull()
    expect(daysOf(season, '2026-10-31')).toBeNull()
  })
})

test('a booking counts one, its hours, eight for a whole day, or its hectares', () => {
  const days = { kind: 'days', from: '2026-12-01', to: '2026-12-03' } as const
  const hours = { kind: 'time', startMs: 0, endMs: 5_400_000 } as const
  expect(partsOf('bookings', { period: days, squareMetres: 5 }, manila)).toBe(1)
  expect(partsOf('hours', { period: days, squareMetres: 5 }, manila)).toBe(3 * 8 * 60)
  expect(partsOf('hours', { period: hours, squareMetres: 5 }, manila)).toBe(90)
  expect(partsOf('hectares', { period: hours, squareMetres: 12_500 }, manila)).toBe(12_500)
})

test('the first quota that would be passed is named, with what is used and left; the last unit is granted', () => {
  const use = (used: number, wanted = 1) => ({
    quota: MONTH,
    type: 'Tractor',
    used,
    wanted,
    until: '2026-12-31',
  })
  expect(decideQuotas('Ana', [use(1)])).toEqual({ ok: true })
  expect(decideQuotas('Ana', [use(0), use(2)])).toMatchObject({
    ok: false,
    refusal: { reason: 'quota-reached', type: 'Tractor', used: 2, left: 0, limit: 2, until: '2026-12-31' },
  })
  const hectares = { ...MONTH, counts: 'hectares' as const, most: 20_000 }
  expect(decideQuotas('Ana', [{ ...use(15_000, 5_001), quota: hectares }])).toMatchObject({
    refusal: { used: 1.5, left: 0.5, limit: 2, wanted: 0.5001 },
  })
  // What counts nothing takes nothing, even where a limit was cut below what is used.
  expect(decideQuotas('Ana', [{ ...use(30_000, 0), quota: hectares }])).toEqual({ ok: true })
})

test('an open last job refuses only where the cooperative wants it so', () => {
  const open = { bookingId: 'b', number: 8, machineName: 'Harvester 1', returnedMs: 5 }
  expect(decideLastJob(false, 'Ana', open)).toEqual({ ok: true })
  expect(decideLastJob(true, 'Ana', null)).toEqual({ ok: true })
  expect(decideLastJob(true, 'Ana', open)).toMatchObject({ refusal: { reason: 'last-job-open', number: 8 } })
})
