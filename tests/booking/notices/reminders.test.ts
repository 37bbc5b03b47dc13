import { expect, test } from 'vitest'
import { reminderOfOut } from '#booking/notices/reminders'
import { calendarFrom } from '#booking/time/calendar'
import { DAY_MS, HOUR_MS } from '#booking/time/day'

const calendar = calendarFrom(() => 0)
const out = (endMs: number) => ({ startMs: 0, endMs })
const NOW = 10 * DAY_MS + 9 * HOUR_MS

test('what is out is said to be due on the day before its last day, and late from its end on', () => {
  const kind = (endMs: number) => reminderOfOut(out(endMs), NOW, calendar)?.kind ?? null
  // A booking by days ends at midnight after its last day.
  expect(kind(12 * DAY_MS)).toBe('due-tomorrow')
  expect(kind(11 * DAY_MS + 1)).toBe('due-tomorrow')
  expect(kind(11 * DAY_MS)).toBeNull()
  expect(kind(12 * DAY_MS + 1)).toBeNull()
  expect(kind(NOW)).toBe('overdue')
  expect(kind(NOW + 1)).toBeNull()
})

test('late is said once for each end: a booking that was given more time is late again', () => {
  expect(reminderOfOut(out(NOW - DAY_MS), NOW, calendar)).toEqual({ kind: 'overdue', sinceMs: NOW - DAY_MS })
})
