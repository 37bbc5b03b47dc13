import { describe, expect, test } from 'vitest'
import { timesFraction, timesQuantity } from '#booking/money/centavos'
import { quote, quoteFor, RATE_UNITS } from '#booking/money/price'
import {
  type DatedRate,
  decideRate,
  keepsItsRate,
  rateFor,
  rateOn,
  standingOfRate,
} from '#booking/money/rates'
import { addDays } from '#booking/time/day'
import { manila } from '#tests/support/booking-facts'
import { dice, printedSeed } from '#tests/support/seeded'

const DAY = '2026-12-01'
const rate = (validFrom: string, centavos: number | null, more: Partial<DatedRate> = {}): DatedRate => ({
  machineId: 'm',
  typeId: null,
  validFrom,
  per: centavos === null ? null : 'day',
  centavos,
  forOthersCentavos: null,
  with: 'nothing',
  ...more,
})
const ofType = { machineId: null, typeId: 't' }

describe('the rate on a day', () => {
  test('is the one with the latest day that has come, and of one day the one added last', () => {
    const rates = [rate('2026-01-01', 100), rate('2026-12-02', 300), rate('2026-12-02', 250), rate(DAY, 200)]
    expect(rateOn('2025-12-31', rates)).toBeNull()
    expect(rateOn('2026-11-30', rates)?.centavos).toBe(100)
    expect(rateOn(DAY, rates)?.centavos).toBe(200)
    expect(rateOn('2026-12-02', rates)?.centavos).toBe(250)
  })

  test('is the machine’s own, also where its type’s began later; its type’s before and after that', () => {
    const rates = [
      rate('2026-03-01', 100),
      rate('2026-06-01', null),
      rate('2026-01-01', 70, ofType),
      rate('2026-05-01', 90, ofType),
    ]
    expect(rateOn('2026-02-28', rates)?.centavos).toBe(70)
    expect(rateOn('2026-05-31', rates)?.centavos).toBe(100)
    expect(rateOn('2026-06-01', rates)?.centavos).toBe(90)
  })

  test('agrees with a look at every row, for random rates', () => {
    const { number } = dice(printedSeed('rates'))
    for (let round = 0; round < 300; round += 1) {
      const rates = Array.from({ length: number(9) }, () =>
        rate(addDays(DAY, number(11) - 5), number(4) === 0 ? null : number(1000), {
          ...(number(2) ? ofType : {}),
        }),
      )
      const day = addDays(DAY, number(13) - 6)
      expect(rateOn(day, rates)).toBe(byEveryRow(day, rates))
    }
  })
})

/** The other way round: day by day backwards, and on each day the rows from the last to the first. */
function byEveryRow(day: string, rates: readonly DatedRate[]): DatedRate | null {
  for (const own of [true, false]) {
    for (let back = day; back > '2026-11-01'; back = addDays(back, -1)) {
      const found = [...rates]
        .reverse()
        .find(one => one.validFrom === back && (one.machineId !== null) === own)
      if (found?.per) return found
      if (found) break
    }
  }
  return null
}

test('others pay their own rate where there is one, and it says what it includes', () => {
  const both = rate(DAY, 50_000, { forOthersCentavos: 70_000, with: 'fuel' })
  expect(rateFor(both, 'member')).toEqual({ centavos: 50_000, per: 'day', with: 'fuel' })
  expect(rateFor(both, 'other')).toEqual({ centavos: 70_000, per: 'day', with: 'fuel', forOthers: true })
  expect(rateFor(rate(DAY, 50_000), 'other')).toEqual({ centavos: 50_000, per: 'day' })
  expect(rateFor(rate(DAY, 50_000, { forOthersCentavos: 50_000 }), 'other')).toEqual({
    centavos: 50_000,
    per: 'day',
  })
  expect(rateFor(rate(DAY, 50_000, { forOthersCentavos: 0 }), 'other')).toMatchObject({ centavos: 0 })
  expect(rateFor(rate(DAY, null), 'member')).toBeNull()
})

test('a rate begins today at the earliest, but for the first', () => {
  const yesterday = addDays(DAY, -1)
  expect(decideRate({ validFrom: DAY, today: DAY, isFirst: false })).toEqual({ ok: true })
  expect(decideRate({ validFrom: yesterday, today: DAY, isFirst: true })).toEqual({ ok: true })
  expect(decideRate({ validFrom: yesterday, today: DAY, isFirst: false })).toEqual({
    ok: false,
    refusal: { reason: 'rate-in-the-past', earliestDay: DAY },
  })
})

test('a rate holds now, later, or no more', () => {
  const old = rate('2026-01-01', 1)
  const replaced = rate('2026-11-01', 2)
  const now = rate('2026-11-01', 3)
  const later = rate('2026-12-24', 4)
  const own = [old, replaced, later, now]
  expect(own.map(one => standingOfRate(one, own, DAY))).toEqual(['before', 'before', 'later', 'now'])
})

test('a promise keeps its rate with its machine and its member, whatever else changes', () => {
  const was = { machineId: 'm', memberId: 'a', memberKind: 'member' } as const
  expect(keepsItsRate(was, { machineId: 'm', memberId: 'a' })).toBe(true)
  expect(keepsItsRate(was, { machineId: 'n', memberId: 'a' })).toBe(false)
  expect(keepsItsRate(was, { machineId: 'm', memberId: 'b' })).toBe(false)
  expect(keepsItsRate({ ...was, memberKind: null }, { machineId: 'm', memberId: 'a' })).toBe(false)
})

describe('centavos', () => {
  test('are rounded once, half up, as in schoolbook long division', () => {
    const { number } = dice(printedSeed('centavos'))
    for (let round = 0; round < 500; round += 1) {
      const [centavos, over, under] = [number(1_000_001), number(50_001), 1 + number(40_000)]
      const whole = Math.floor((centavos * over) / under)
      const rest = centavos * over - whole * under
      expect(timesFraction(centavos, over, under)).toBe(whole + (2 * rest >= under ? 1 : 0))
    }
    expect(timesQuantity(100, 1.005)).toBe(101)
    expect(timesQuantity(100_000_000_000, 9999.9999)).toBe(999_999_990_000_000)
  })

  test('are the same for a time that is counted and for its hours, in every unit', () => {
    const startMs = manila.startOfDay(DAY)
    for (const per of RATE_UNITS) {
      const counted = quote(
        { centavos: 33_333, per },
        { kind: 'time', startMs, endMs: startMs + 5_400_000 },
        1,
        manila,
      )
      if (per === 'hour') expect(counted).toEqual(quoteFor({ centavos: 33_333, per }, 1.5))
      expect(quoteFor({ centavos: 33_333, per }, 2)).toMatchObject({
        centavos: per === 'flat' ? 33_333 : 66_666,
      })
    }
    // Twenty minutes are a third of an hour.
    const third = quote(
      { centavos: 100, per: 'hour' },
      { kind: 'time', startMs, endMs: startMs + 1_200_000 },
      1,
      manila,
    )
    expect(third).toMatchObject({ centavos: 33 })
  })
})
