import { expect, test } from 'vitest'
import { calendarFrom, endOfDay, type OfficeCalendar } from '#booking/time/calendar'
import { addDays, dayOfUtcMs, daysBetween, daysInclusive, isLocalDay, utcMsOfDay } from '#booking/time/day'
import { calendarDays, endsAfterItStarts, firstDay, hoursOf, intervalOf } from '#booking/time/period'
import { calendarOf, isTimeZone } from '#office/settings/time-zone'
import { DAY, HOUR, MINUTE, manila } from '#tests/support/booking-facts'

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

test('in Manila a day begins eight hours before the UTC day of the same name', () => {
  expect(manila.startOfDay('2026-12-01')).toBe(Date.UTC(2026, 10, 30, 16))
  expect(endOfDay(manila, '2026-12-01')).toBe(Date.UTC(2026, 11, 1, 16))
  expect(manila.dayOf(Date.UTC(2026, 10, 30, 15, 59, 59, 999))).toBe('2026-11-30')
  expect(manila.dayOf(Date.UTC(2026, 10, 30, 16))).toBe('2026-12-01')
})

test('a period of days covers its first and last day completely; one of clock time is half-open', () => {
  const three = { kind: 'days', from: '2026-12-01', to: '2026-12-03' } as const
  expect(intervalOf(three, manila)).toEqual({
    startMs: Date.UTC(2026, 10, 30, 16),
    endMs: Date.UTC(2026, 11, 3, 16),
  })
  expect(calendarDays(three, manila)).toBe(3)
  expect(hoursOf(three, manila)).toBe(72)
  const startMs = manila.startOfDay('2026-12-01')
  expect(calendarDays({ kind: 'time', startMs, endMs: startMs + DAY }, manila)).toBe(1)
  expect(calendarDays({ kind: 'time', startMs, endMs: startMs + DAY + 1 }, manila)).toBe(2)
  expect(calendarDays({ kind: 'time', startMs: startMs - 1, endMs: startMs + 1 }, manila)).toBe(2)
  expect(firstDay({ kind: 'time', startMs: startMs - 1, endMs: startMs + 1 }, manila)).toBe('2026-11-30')
})

test('the last day of the year 9999 ends after it began', () => {
  const last = { kind: 'days', from: '9999-12-31', to: '9999-12-31' } as const
  const { startMs, endMs } = intervalOf(last, manila)
  expect(endMs - startMs).toBe(DAY)
})

test('a period must end after it starts', () => {
  expect(endsAfterItStarts({ kind: 'days', from: '2026-12-01', to: '2026-12-01' })).toBe(true)
  expect(endsAfterItStarts({ kind: 'days', from: '2026-12-02', to: '2026-12-01' })).toBe(false)
  expect(endsAfterItStarts({ kind: 'time', startMs: 5, endMs: 5 })).toBe(false)
  expect(endsAfterItStarts({ kind: 'time', startMs: 5, endMs: 6 })).toBe(true)
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

test('a day on which clocks change has 23 or 25 hours, and two days around it 47 or 49', () => {
  const berlin = calendarOf('Europe/Berlin')
  const hours = (from: string, to: string) => hoursOf({ kind: 'days', from, to }, berlin)
  expect(hours('2026-03-29', '2026-03-29')).toBe(23)
  expect(hours('2026-10-25', '2026-10-25')).toBe(25)
  expect(hours('2026-03-28', '2026-03-29')).toBe(47)
  expect(calendarDays({ kind: 'days', from: '2026-10-24', to: '2026-10-26' }, berlin)).toBe(3)
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

test('a time zone is valid exactly if the zone database has it', () => {
  expect(isTimeZone('Asia/Manila')).toBe(true)
  expect(isTimeZone('Asia/Nowhere')).toBe(false)
  expect(isTimeZone('')).toBe(false)
})
