import { expect, test } from 'vitest'
import { HOUR_MS } from '#booking/time/day'
import type { BoardEvent } from '#calls/board'
import { columnsOf } from '../../../renderer/board/columns.ts'
import { layoutOf } from '../../../renderer/board/row-layout.ts'
import { itemsAt } from '../../../renderer/board/walk.ts'
import { formatFor } from '../../../renderer/words/format.ts'

const { calendar } = formatFor('en', 'Asia/Manila')
const MIDNIGHT = Date.parse('2026-12-01T00:00:00+08:00')
const week = columnsOf('week', '2026-12-01', calendar)
const day = columnsOf('day', '2026-12-01', calendar)
const TRACTOR = { bookingMode: 'days', capacity: 1 } as const
const MILL = { bookingMode: 'time', capacity: 1 } as const
const DRYER = { bookingMode: 'time', capacity: 60 } as const

let made = 0
/** An event of so many hours from the beginning of the first day. */
function event(from: number, to: number, more: Partial<BoardEvent> = {}): BoardEvent {
  return {
    id: `event ${made++}`,
    kind: 'booking',
    status: 'approved',
    startMs: MIDNIGHT + from * HOUR_MS,
    endMs: MIDNIGHT + to * HOUR_MS,
    overdue: false,
    ...more,
  } as BoardEvent
}

test('bookings that do not meet share a lane; those that do lie under each other', () => {
  const events = [event(0, 48), event(48, 72), event(24, 96, { status: 'pending' }), event(96, 120)]
  const { bars, lanes } = layoutOf(TRACTOR, events, [], week)
  expect(bars.map(bar => [bar.start, bar.end, bar.lane])).toEqual([
    [0, 2, 0],
    [1, 4, 1],
    [2, 3, 0],
    [4, 5, 0],
  ])
  expect(lanes).toBe(2)
})

test('a row always has a lane, and what is not shown takes none', () => {
  expect(layoutOf(TRACTOR, [], [], week)).toEqual({ bars: [], cells: [], lanes: 1 })
  expect(layoutOf(TRACTOR, [event(-48, -24)], [], week)).toMatchObject({ bars: [], lanes: 1 })
})

test('a machine that is overdue is away until it is expected back, and says how long it was promised', () => {
  const late = event(-24, 24, { status: 'in-use', overdue: true, lastsUntilMs: MIDNIGHT + 72 * HOUR_MS })
  const [bar] = layoutOf(TRACTOR, [late], [], week).bars
  expect(bar).toMatchObject({ start: 0, end: 3, dueAt: 1, before: true, after: false })
  // Its booking ended before the first day that is shown.
  const older = event(-72, -24, { status: 'in-use', overdue: true, lastsUntilMs: MIDNIGHT + 24 * HOUR_MS })
  expect(layoutOf(TRACTOR, [older], [], week).bars[0]).toMatchObject({ start: 0, end: 1, dueAt: 0 })
})

test('a machine by the hour shows a figure a day, and along the hours of one what there is', () => {
  const events = [event(8, 10), event(9, 11.5), event(30, 31), event(22, 26)]
  const { cells, bars } = layoutOf(MILL, events, [], week)
  expect(bars).toEqual([])
  expect(cells.map(cell => [cell.column, cell.events.length, cell.takenMs / HOUR_MS, cell.units])).toEqual([
    [0, 3, 5.5, null],
    [1, 2, 3, null],
  ])
  const ofDay = layoutOf(MILL, events, [], day)
  expect(ofDay.cells).toEqual([])
  expect(ofDay.bars.map(bar => [bar.start, bar.end, bar.lane])).toEqual([
    [8, 10, 0],
    [9, 11.5, 1],
    [22, 24, 0],
  ])
})

test('a shared machine shows how full it is at its fullest in each column, as the office says', () => {
  const at = (from: number, to: number, units: number) => ({
    startMs: MIDNIGHT + from * HOUR_MS,
    endMs: MIDNIGHT + to * HOUR_MS,
    units,
  })
  const steps = [at(8, 10, 20), at(10, 13, 47), at(24, 48, 60)]
  const repair = event(24, 48, { kind: 'maintenance', status: 'planned' } as Partial<BoardEvent>)
  const { cells, bars } = layoutOf(DRYER, [event(8, 12), repair], steps, week)
  expect(cells.map(cell => [cell.column, cell.units, cell.events.length])).toEqual([
    [0, 47, 1],
    [1, 60, 0],
  ])
  // What takes it whole is a bar, and the figure of that day does not lie under it.
  expect(bars.map(bar => [bar.start, bar.end, bar.lane])).toEqual([[1, 2, 1]])
  const hours = layoutOf(DRYER, [event(8, 12)], steps, day).cells
  expect(hours.map(cell => [cell.column, cell.units])).toEqual([
    [8, 20],
    [9, 20],
    [10, 47],
    [11, 47],
    [12, 47],
  ])
})

test('what is in a column is named from the uppermost on', () => {
  const events = [event(0, 72), event(24, 48), event(48, 72)]
  const layout = layoutOf(TRACTOR, events, [], week)
  const inColumn = (column: number) =>
    itemsAt(layout, column).map(item => ('event' in item ? item.event.id : ''))
  const [long, second, third] = events.map(one => one.id)
  expect(inColumn(0)).toEqual([long])
  expect(inColumn(1)).toEqual([long, second])
  expect(inColumn(2)).toEqual([long, third])
  expect(inColumn(3)).toEqual([])
})
