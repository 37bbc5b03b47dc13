import { expect, test } from 'vitest'
import {
  inOtherMode,
  periodFrom,
  typedFrom,
  withFrom,
} from '../../../../renderer/parts/fields/period-input.tsx'
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

test('a text that cannot be read stays when the machine or the start changes, and is no end', () => {
  const typed = { from: '2026-12-01', to: '', unread: { to: 'until it rains' } }
  expect(withFrom(typed, '2026-12-02', null, null)).toEqual({ ...typed, from: '2026-12-02' })
  expect(inOtherMode(typed, 'time', { from: '08:00', to: '09:00' })).toMatchObject({
    from: '2026-12-01T08:00',
    unread: typed.unread,
  })
  expect(periodFrom('days', typed, manila)).toBeNull()
})
