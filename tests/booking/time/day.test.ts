import { expect, test } from 'vitest'
import { addDays, dayOfUtcMs, daysBetween, daysInclusive, isLocalDay, utcMsOfDay } from '#booking/time/day'

test('a date is a local day exactly if it exists', () => {
  for (const day of ['2026-12-01', '0001-01-01', '9999-12-31', '2024-02-29', '2000-02-29', '0004-02-29']) {
    expect(isLocalDay(day), day).toBe(true)
  }
  for (const day of [
    '2026-02-29',
    '1900-02-29',
    '2026-02-30',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-04-31',
    '0000-01-01',
    '2026-2-3',
    '26-02-03',
    '2026-12-01T00:00',
    ' 2026-12-01',
    '２０２６-12-01',
    '',
    '+010000-01-01',
  ]) {
    expect(isLocalDay(day), day).toBe(false)
  }
})

test('years below 100 are themselves and not in the twentieth century', () => {
  expect(dayOfUtcMs(utcMsOfDay('0001-01-01'))).toBe('0001-01-01')
  expect(utcMsOfDay('0001-01-01')).toBe(-62_135_596_800_000)
  expect(addDays('0099-12-31', 1)).toBe('0100-01-01')
})

test('days are counted inclusively, and adding crosses months, leap days and years', () => {
  expect(daysInclusive('2026-11-30', '2026-12-02')).toBe(3)
  expect(daysInclusive('2026-12-01', '2026-12-01')).toBe(1)
  expect(daysBetween('2026-12-02', '2026-11-30')).toBe(-2)
  expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
  expect(addDays('2026-02-28', 1)).toBe('2026-03-01')
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
  expect(addDays('2026-01-01', -1)).toBe('2025-12-31')
})
