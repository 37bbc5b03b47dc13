import { describe, expect, test } from 'vitest'
import { quote } from '#booking/money/price'
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
