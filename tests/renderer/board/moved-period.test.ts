import { expect, test } from 'vitest'
import { HOUR_MS } from '#booking/time/day'
import { columnsOf } from '../../../renderer/board/columns.ts'
import { type Edge, movedPeriod, periodOfColumns } from '../../../renderer/board/moved-period.ts'
import { formatFor } from '../../../renderer/words/format.ts'

const { calendar } = formatFor('en', 'Asia/Manila')
const MIDNIGHT = Date.parse('2026-12-01T00:00:00+08:00')
const days = (from: number, to: number) => ({
  kind: 'days' as const,
  from: `2026-12-${String(from).padStart(2, '0')}`,
  to: `2026-12-${String(to).padStart(2, '0')}`,
})
const hours = (from: number, to: number) => ({
  kind: 'time' as const,
  startMs: MIDNIGHT + from * HOUR_MS,
  endMs: MIDNIGHT + to * HOUR_MS,
})

test.each<[steps: number, edge: Edge, from: number, to: number]>([
  [3, null, 8, 10],
  [-4, null, 1, 3],
  [2, 'end', 5, 9],
  [-1, 'end', 5, 6],
  [-9, 'end', 5, 5],
  [-2, 'start', 3, 7],
  [1, 'start', 6, 7],
  [9, 'start', 7, 7],
])('whole days, 5 to 7 December, by %i steps at the edge %s', (steps, edge, from, to) => {
  expect(movedPeriod(days(5, 7), steps, edge, 'day', calendar)).toEqual(days(from, to))
})

test.each<[steps: number, edge: Edge, from: number, to: number]>([
  [1, null, 8.5, 10.5],
  [-16, null, 0, 2],
  [3, 'end', 8, 11.5],
  [-9, 'end', 8, 8.5],
  [-1, 'start', 7.5, 10],
  [9, 'start', 9.5, 10],
])('among hours, 8 to 10, by %i half hours at the edge %s', (steps, edge, from, to) => {
  expect(movedPeriod(hours(8, 10), steps, edge, 'hour', calendar)).toEqual(hours(from, to))
})

test('among hours, a booking by whole days stays on its days', () => {
  expect(movedPeriod(days(5, 7), 6, null, 'hour', calendar)).toEqual(days(5, 7))
})

test('among days, a booking by clock time keeps its time on the clock, also where clocks change', () => {
  expect(movedPeriod(hours(8, 10), 2, null, 'day', calendar)).toEqual(hours(56, 58))
  const newYork = formatFor('en', 'America/New_York').calendar
  const at = (text: string) => Date.parse(text)
  // Clocks go back on 1 November.
  const before = {
    kind: 'time' as const,
    startMs: at('2026-10-31T08:00-04:00'),
    endMs: at('2026-10-31T10:00-04:00'),
  }
  expect(movedPeriod(before, 1, null, 'day', newYork)).toMatchObject({
    startMs: at('2026-11-01T08:00-05:00'),
  })
})

test('chosen columns are whole days, hours, or for a machine by the hour the first hour of a day', () => {
  const week = columnsOf('week', '2026-12-01', calendar)
  const day = columnsOf('day', '2026-12-01', calendar)
  const period = (columns: typeof week, first: number, last: number, mode: 'days' | 'time') =>
    periodOfColumns(columns.list[first]!, columns.list[last]!, { unit: columns.unit, mode, calendar })
  expect(period(week, 1, 3, 'days')).toEqual(days(2, 4))
  expect(period(day, 8, 9, 'time')).toEqual(hours(8, 10))
  expect(period(day, 8, 9, 'days')).toEqual(days(1, 1))
  expect(period(week, 1, 1, 'time')).toEqual(hours(32, 33))
})
