import { describe, expect, test } from 'vitest'
import { measuredPrice, quote } from '#booking/money/price'
import { HOUR, manila } from '#tests/support/booking-facts'

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

describe('the price of measured work', () => {
  test('is the rate times what was measured, rounded once to the centavo', () => {
    const rate = { centavos: 650_000, per: 'hectare' } as const
    expect(measuredPrice(rate, { quantity: 1.25, per: 'hectare' })).toEqual({
      kind: 'measured',
      centavos: 812_500,
      quantity: 1.25,
      rate,
    })
    const odd = { centavos: 333, per: 'kg' } as const
    expect(measuredPrice(odd, { quantity: 0.5, per: 'kg' })).toMatchObject({ centavos: 167 })
  })

  test('has no error of binary fractions, however large', () => {
    // 1.005 × 100 is 100.49999999999999 as a binary fraction.
    expect(measuredPrice({ centavos: 100, per: 'sack' }, { quantity: 1.005, per: 'sack' })).toMatchObject({
      centavos: 101,
    })
    const most = { centavos: 100_000_000_000, per: 'hour' } as const
    expect(measuredPrice(most, { quantity: 9999.9999, per: 'hour' })).toMatchObject({
      centavos: 999_999_990_000_000,
    })
  })

  test('does not exist where the rate is by another unit', () => {
    expect(measuredPrice({ centavos: 3500, per: 'day' }, { quantity: 2, per: 'hectare' })).toBeNull()
  })
})
