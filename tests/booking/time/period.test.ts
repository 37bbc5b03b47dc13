import { expect, test } from 'vitest'
import { calendarDays, endsAfterItStarts, firstDay, hoursOf, intervalOf } from '#booking/time/period'
import { calendarOf } from '#office/law/time-zone'
import { DAY, manila } from '#tests/support/booking-facts'

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

test('a day on which clocks change has 23 or 25 hours, and two days around it 47 or 49', () => {
  const berlin = calendarOf('Europe/Berlin')
  const hours = (from: string, to: string) => hoursOf({ kind: 'days', from, to }, berlin)
  expect(hours('2026-03-29', '2026-03-29')).toBe(23)
  expect(hours('2026-10-25', '2026-10-25')).toBe(25)
  expect(hours('2026-03-28', '2026-03-29')).toBe(47)
  expect(calendarDays({ kind: 'days', from: '2026-10-24', to: '2026-10-26' }, berlin)).toBe(3)
})
