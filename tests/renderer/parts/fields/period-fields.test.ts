import { expect, test } from 'vitest'
import { periodFrom, typedFrom } from '../../../../renderer/parts/fields/period-input.tsx'
import { fieldFrom, instantFrom } from '../../../../renderer/parts/fields/wall-field.ts'
import { officeCalendar } from '../../../../renderer/words/office-calendar.ts'

const manila = officeCalendar('Asia/Manila')
const rome = officeCalendar('Europe/Rome')

test('two filled fields are a period of whole days; a half-filled pair is no period', () => {
  expect(periodFrom('days', { from: '2026-12-01', to: '2026-12-03' }, manila)).toEqual({
    kind: 'days',
    from: '2026-12-01',
    to: '2026-12-03',
  })
  expect(periodFrom('days', { from: '2026-12-01', to: '' }, manila)).toBeNull()
})

test('while a year is being typed, its first digits are no period', () => {
  expect(periodFrom('days', { from: '0002-12-01', to: '2026-12-03' }, manila)).toBeNull()
  expect(periodFrom('days', { from: '0202-12-01', to: '0202-12-03' }, manila)).toBeNull()
})

test('clock times are in the cooperative’s time zone', () => {
  expect(instantFrom('2026-12-01T08:00', manila)).toBe(Date.UTC(2026, 11, 1, 0, 0))
  expect(fieldFrom(Date.UTC(2026, 11, 1, 0, 0), manila)).toBe('2026-12-01T08:00')
  expect(instantFrom('2026-02-30T08:00', manila)).toBeNull()
})

test('a period is unchanged after going into the fields and out again, also where clocks change', () => {
  for (const calendar of [manila, rome]) {
    for (let startMs = Date.UTC(2026, 2, 28); startMs < Date.UTC(2026, 2, 31); startMs += 1_800_000) {
      const period = { kind: 'time' as const, startMs, endMs: startMs + 7_200_000 }
      expect(periodFrom('time', typedFrom(period, calendar), calendar)).toEqual(period)
    }
  }
})

test('a period that ends before it starts is still read, so that the rules can refuse it', () => {
  expect(periodFrom('days', { from: '2026-12-03', to: '2026-12-01' }, manila)).toEqual({
    kind: 'days',
    from: '2026-12-03',
    to: '2026-12-01',
  })
})
