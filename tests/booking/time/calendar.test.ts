import { expect, test } from 'vitest'
import { calendarFrom, endOfDay, type OfficeCalendar } from '#booking/time/calendar'
import { addDays } from '#booking/time/day'
import { calendarOf } from '#office/law/time-zone'
import { HOUR, MINUTE, manila } from '#tests/support/booking-facts'

test('in Manila a day begins eight hours before the UTC day of the same name', () => {
  expect(manila.startOfDay('2026-12-01')).toBe(Date.UTC(2026, 10, 30, 16))
  expect(endOfDay(manila, '2026-12-01')).toBe(Date.UTC(2026, 11, 1, 16))
  expect(manila.dayOf(Date.UTC(2026, 10, 30, 15, 59, 59, 999))).toBe('2026-11-30')
  expect(manila.dayOf(Date.UTC(2026, 10, 30, 16))).toBe('2026-12-01')
})

// Zones in which clocks change at three in the morning, at midnight, across midnight, by half an hour or by a whole day.
const ZONES = [
  'Europe/Berlin',
  'America/New_York',
  'Africa/Cairo',
  'America/Santiago',
  'America/Sao_Paulo',
  'America/Havana',
  'Asia/Beirut',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'Asia/Manila',
]

test.each(ZONES)('%s: every day begins with its first instant and ends where the next day begins', zone => {
  const calendar = calendarOf(zone)
  for (const year of [2011, 2018, 2026]) {
    for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1)) {
      const startMs = calendar.startOfDay(day)
      const endMs = endOfDay(calendar, day)
      if (endMs === startMs) {
        expect(`${zone} ${day}`).toBe('Pacific/Apia 2011-12-30')
        continue
      }
      expect(calendar.dayOf(startMs), day).toBe(day)
      expect(calendar.dayOf(startMs - 1) < day, day).toBe(true)
      expect([22.5, 23, 23.5, 24, 24.5, 25, 25.5]).toContain((endMs - startMs) / HOUR)
    }
  }
})

test('where clocks go forward across midnight, the day begins with the change: Cairo, Santiago', () => {
  const begins = (zone: string, day: string) => new Date(calendarOf(zone).startOfDay(day)).toISOString()
  expect(begins('Africa/Cairo', '2026-04-24')).toBe('2026-04-23T22:00:00.000Z')
  expect(begins('America/Santiago', '2026-09-06')).toBe('2026-09-06T04:00:00.000Z')
})

test('where midnight occurs twice, the day begins with the first: Havana', () => {
  const havana = calendarOf('America/Havana')
  const startMs = havana.startOfDay('2026-11-01')
  expect(new Date(startMs).toISOString()).toBe('2026-11-01T04:00:00.000Z')
  expect((endOfDay(havana, '2026-11-01') - startMs) / HOUR).toBe(25)
})

test('a calendar needs only the offset at an instant', () => {
  const changesAt = Date.UTC(2026, 5, 1, 12)
  const calendar: OfficeCalendar = calendarFrom(at => (at < changesAt ? 60 : 120))
  expect(calendar.startOfDay('2026-06-01')).toBe(Date.UTC(2026, 4, 31, 23))
  expect(endOfDay(calendar, '2026-06-01')).toBe(Date.UTC(2026, 5, 1, 22))
  expect(calendar.offsetMinutesAt(changesAt)).toBe(120)
  expect(calendar.dayOf(changesAt - MINUTE)).toBe('2026-06-01')
})
