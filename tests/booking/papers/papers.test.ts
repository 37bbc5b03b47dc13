import { expect, test } from 'vitest'
import { paperState } from '#booking/papers/papers'

const rules = { days: 30, refuse: false }
const state = (expires: string | null, more = {}) =>
  paperState({ expires, replacedById: null, endedMs: null, ...more }, '2026-12-01', rules)

test('a paper holds on its last day, and is told as many days before as the settings say', () => {
  expect(state('2026-11-30')).toBe('expired')
  expect(state('2026-12-01')).toBe('expiring')
  expect(state('2026-12-31')).toBe('expiring')
  expect(state('2027-01-01')).toBe('holds')
  expect(state(null)).toBe('holds')
})

test('a paper that was replaced or ended is told of no more', () => {
  expect(state('2026-11-30', { replacedById: 'x' })).toBe('replaced')
  expect(state('2026-11-30', { endedMs: 1 })).toBe('ended')
})
