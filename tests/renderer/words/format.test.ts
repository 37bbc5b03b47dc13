import { expect, test } from 'vitest'
import { formatFor } from '../../../renderer/words/format.ts'
import { countedUnit } from '../../../renderer/words/money/rate-units.ts'

const nextYear = () => Date.UTC(2027, 0, 15)
const english = formatFor('en', 'Asia/Manila', nextYear)
const filipino = formatFor('fil', 'Asia/Manila', nextYear)
/** 08:30 in Manila. */
const MORNING = Date.UTC(2026, 11, 1, 0, 30)
const HOUR = 3_600_000

test('a day is written in the form that offices use, in both languages', () => {
  expect(english.day('2026-12-01')).toBe('Tue 1 Dec 2026')
  expect(filipino.day('2026-12-01')).toBe('Mar 1 Dis 2026')
})

test('times are in the cooperative’s time zone, in twelve hours, whatever the computer’s own zone is', () => {
  expect(english.time(MORNING)).toBe('8:30\u00a0AM')
  expect(english.time(MORNING + 12 * HOUR)).toBe('8:30\u00a0PM')
  expect(english.time(Date.UTC(2026, 11, 1, 16, 0))).toBe('12:00\u00a0AM')
  expect(formatFor('en', 'Europe/Rome').time(MORNING)).toBe('1:30\u00a0AM')
})

test('a period names its year only once, and a single day only once', () => {
  expect(english.period({ kind: 'days', from: '2026-12-01', to: '2026-12-03' })).toBe(
    'Tue 1 Dec – Thu 3 Dec 2026',
  )
  expect(english.period({ kind: 'days', from: '2026-12-31', to: '2027-01-02' })).toBe(
    'Thu 31 Dec 2026 – Sat 2 Jan',
  )
  expect(english.period({ kind: 'days', from: '2026-12-01', to: '2026-12-01' })).toBe('Tue 1 Dec 2026')
  expect(english.period({ kind: 'time', startMs: MORNING, endMs: MORNING + 2 * HOUR })).toBe(
    'Tue 1 Dec 2026, 8:30\u00a0AM – 10:30\u00a0AM',
  )
})

test('the year is left out when it is this one, but never in a field', () => {
  const now = formatFor('en', 'Asia/Manila', () => MORNING)
  expect(now.day('2026-12-01')).toBe('Tue 1 Dec')
  expect(now.day('2027-01-01')).toBe('Fri 1 Jan 2027')
  expect(now.instant(MORNING)).toBe('Tue 1 Dec, 8:30\u00a0AM')
  expect(now.period({ kind: 'days', from: '2026-12-01', to: '2026-12-03' })).toBe('Tue 1 Dec – Thu 3 Dec')
  expect(now.period({ kind: 'days', from: '2026-12-31', to: '2027-01-02' })).toBe(
    'Thu 31 Dec – Sat 2 Jan 2027',
  )
  expect(now.fullDay('2026-12-01')).toBe('Tue 1 Dec 2026')
  expect(now.fullInstant(MORNING)).toBe('Tue 1 Dec 2026, 8:30 AM')
  // New Year comes with the cooperative's midnight, not with that of Greenwich.
  const newYear = formatFor('en', 'Asia/Manila', () => Date.UTC(2026, 11, 31, 16))
  expect(newYear.day('2026-12-31')).toBe('Thu 31 Dec 2026')
})

test('money is in pesos with both centavos', () => {
  expect(english.money(120_000)).toBe('₱1,200.00')
  expect(english.money(5)).toBe('₱0.05')
})

test('a length of whole days is said in days, also a single one', () => {
  expect(english.duration(24 * HOUR)).toBe('1 day')
  expect(filipino.duration(24 * HOUR)).toBe('1 araw')
  expect(english.duration(48 * HOUR)).toBe('2 days')
  expect(english.duration(30 * HOUR)).toBe('30 hours')
})

test('an unknown time zone falls back to the Philippines instead of showing nothing', () => {
  expect(formatFor('en', 'Nowhere/Land').time(MORNING)).toBe('8:30\u00a0AM')
})

test('a known unit is counted in the language of the screen, and any other as the cooperative wrote it', () => {
  expect(countedUnit('sack', 60, 'fil')).toBe('sako')
  expect(countedUnit('Sako', 60, 'en')).toBe('sacks')
  expect(countedUnit('kg', 60, 'en')).toBe('kg')
  expect(countedUnit('bigkis', 60, 'fil')).toBe('bigkis')
})
