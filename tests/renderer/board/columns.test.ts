import { expect, test } from 'vitest'
import { calendarFrom } from '#booking/time/calendar'
import { DAY_MS, HOUR_MS } from '#booking/time/day'
import { columnAt, columnsOf, drawnColumns, placeOf, SPANS } from '../../../renderer/board/columns.ts'
import { formatFor } from '../../../renderer/words/format.ts'

const { calendar } = formatFor('en', 'Asia/Manila')
const MIDNIGHT = Date.parse('2026-12-01T00:00:00+08:00')

test.each(SPANS)('the columns of %s follow each other without a gap, from the first to the last', span => {
  const columns = columnsOf(span, '2026-12-01', calendar)
  const { list, startMs, endMs } = columns
  expect(list[0]?.startMs).toBe(startMs)
  expect(list.at(-1)?.endMs).toBe(endMs)
  for (const [index, column] of list.entries()) {
    if (index > 0) expect(column.startMs).toBe(list[index - 1]?.endMs)
    expect(column.day).toBe(calendar.dayOf(column.startMs))
    expect(columnAt(column.startMs, columns)).toBe(index)
    expect(columnAt(column.endMs - 1, columns)).toBe(index)
  }
})

test('among days, something takes each day that it touches; a half-open end at midnight touches no other day', () => {
  const week = columnsOf('week', '2026-12-01', calendar)
  const place = (from: number, to: number) =>
    placeOf({ startMs: MIDNIGHT + from * HOUR_MS, endMs: MIDNIGHT + to * HOUR_MS }, week)
  expect(place(24, 72)).toEqual({ start: 1, end: 3 })
  expect(place(30, 31)).toEqual({ start: 1, end: 2 })
  expect(place(47, 49)).toEqual({ start: 1, end: 3 })
  // What reaches beyond the columns is cut off there, and what lies outside is not shown.
  expect(place(-48, 24)).toEqual({ start: 0, end: 1 })
  expect(place(6 * 24, 20 * 24)).toEqual({ start: 6, end: 7 })
  expect(place(-24, 0)).toBeNull()
  expect(place(7 * 24, 8 * 24)).toBeNull()
})

test('among the hours of a day, something takes its part of an hour', () => {
  const day = columnsOf('day', '2026-12-01', calendar)
  const at = (hours: number) => MIDNIGHT + hours * HOUR_MS
  expect(placeOf({ startMs: at(8.5), endMs: at(10.25) }, day)).toEqual({ start: 8.5, end: 10.25 })
  expect(placeOf({ startMs: at(-5), endMs: at(2) }, day)).toEqual({ start: 0, end: 2 })
  expect(placeOf({ startMs: at(20), endMs: at(30) }, day)).toEqual({ start: 20, end: 24 })
})

test('a day on which clocks go back has 25 hours, and two months with it are 62 days all the same', () => {
  // An hour is lived twice at the end of 1 November.
  const change = Date.UTC(2026, 10, 1, 10)
  const west = calendarFrom(ms => (ms < change ? -420 : -480))
  expect(columnsOf('day', '2026-11-01', west).list).toHaveLength(25)
  const { list, startMs, endMs } = columnsOf('months', '2026-10-10', west)
  expect(list).toHaveLength(62)
  expect(endMs - startMs).toBe(62 * DAY_MS + HOUR_MS)
})

test('a row draws at least the columns in view, some more at once, and not at the same moment as its neighbours', () => {
  const count = 62
  const changes = new Map<number, number>()
  for (let row = 0; row < 16; row++) {
    let before = ''
    for (let from = 0; from + 20 <= count; from++) {
      const [first, last] = drawnColumns(row, from, from + 20, count)
      expect(first).toBeGreaterThanOrEqual(0)
      expect(first).toBeLessThanOrEqual(from)
      expect(last).toBeGreaterThanOrEqual(from + 20)
      expect(last).toBeLessThanOrEqual(count)
      expect(last - first).toBeLessThanOrEqual(20 + 14)
      if (from > 0 && before !== `${first} ${last}`) changes.set(from, (changes.get(from) ?? 0) + 1)
      before = `${first} ${last}`
    }
  }
  expect(Math.max(...changes.values())).toBeLessThan(8)
})
