import { expect, test } from 'vitest'
import { instantOr, isInstant } from '#db/odd-values'

const FIRST = Date.parse('0001-01-01T00:00:00.000Z')
const LAST = Date.parse('9999-12-31T23:59:59.999Z')

test('an instant is a whole number of milliseconds in a year that every window can show', () => {
  for (const instant of [FIRST, -1, 0, LAST]) expect(isInstant(instant), String(instant)).toBe(true)
  for (const odd of [FIRST - 1, LAST + 1, 0.5, Number.NaN, Number.NEGATIVE_INFINITY, '0', null]) {
    expect(isInstant(odd), String(odd)).toBe(false)
  }
})

test('a stored instant before or after those years is shown as its stand-in', () => {
  expect([FIRST - 1, FIRST, LAST, LAST + 1].map(ms => instantOr(ms, null))).toEqual([null, FIRST, LAST, null])
})
