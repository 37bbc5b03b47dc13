import { expect, test } from 'vitest'
import type { CalendarEvent } from '#calls/calendar'
import { drawnEvent, periodOfMoved, periodOfSpan } from '../../../renderer/calendar/calendar-events.ts'
import { officeCalendar } from '../../../renderer/words/office-calendar.ts'

const manila = officeCalendar('Asia/Manila')
const HOUR = 3_600_000
const dayBooking: CalendarEvent = {
  id: 'b1',
  kind: 'booking',
  machineId: 'm1',
  status: 'approved',
  title: 'Sample Member',
  startMs: manila.startOfDay('2026-12-01'),
  endMs: manila.startOfDay('2026-12-04'),
  from: '2026-12-01',
  to: '2026-12-03',
  units: 1,
  version: 1,
  overdue: false,
}
const { from: _from, to: _to, ...untilHours } = dayBooking
const timeBooking: CalendarEvent = {
  ...untilHours,
  startMs: Date.UTC(2026, 11, 1, 0, 0),
  endMs: Date.UTC(2026, 11, 1, 2, 0),
}

test('a day booking is drawn to the end of its last day', () => {
  expect(drawnEvent(dayBooking, 'x', manila)).toMatchObject({
    start: '2026-12-01',
    end: '2026-12-04',
    allDay: true,
  })
})

test('a booking by clock time is drawn in the cooperative’s time zone', () => {
  expect(drawnEvent(timeBooking, 'x', manila)).toMatchObject({
    start: '2026-12-01T08:00:00Z',
    end: '2026-12-01T10:00:00Z',
    allDay: false,
  })
})

test('only pending and approved bookings can be dragged', () => {
  expect(drawnEvent(dayBooking, 'x', manila).editable).toBe(true)
  expect(drawnEvent({ ...dayBooking, status: 'in-use' }, 'x', manila).editable).toBe(false)
  expect(drawnEvent({ ...dayBooking, kind: 'hold', status: 'held' }, 'x', manila).editable).toBe(false)
})

test('a drag over days books them all, although the calendar’s end is exclusive', () => {
  const span = { startStr: '2026-12-08', endStr: '2026-12-10', allDay: true }
  expect(periodOfSpan(span, 'days', manila)).toEqual({ kind: 'days', from: '2026-12-08', to: '2026-12-09' })
})

test('a booking by clock time keeps its clock time when it is dragged to another day of the month', () => {
  const moved = { startStr: '2026-12-08', endStr: '2026-12-09', allDay: true }
  expect(periodOfMoved(moved, timeBooking, manila)).toEqual({
    kind: 'time',
    startMs: timeBooking.startMs + 7 * 24 * HOUR,
    endMs: timeBooking.endMs + 7 * 24 * HOUR,
  })
})
