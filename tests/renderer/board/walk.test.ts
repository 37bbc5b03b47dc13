import { expect, test } from 'vitest'
import { HOUR_MS } from '#booking/time/day'
import type { BoardEvent } from '#calls/board'
import type { MachineRow } from '#calls/machines'
import { layoutsOf, rowsOf } from '../../../renderer/board/board-rows.ts'
import { columnsOf } from '../../../renderer/board/columns.ts'
import { type At, HEADING, itemAt, stillThere, walk } from '../../../renderer/board/walk.ts'
import { formatFor } from '../../../renderer/words/format.ts'

const { calendar } = formatFor('en', 'Asia/Manila')
const MIDNIGHT = Date.parse('2026-12-01T00:00:00+08:00')
const week = columnsOf('week', '2026-12-01', calendar)

const machine = (id: string, type: string) =>
  ({ id, name: id, typeId: type, type, bookingMode: 'days', capacity: 1 }) as MachineRow
const machines = [machine('T1', 'Tractor'), machine('H1', 'Harvester'), machine('T2', 'Tractor')]
const event = (id: string, machineId: string, from: number, to: number) =>
  ({
    id,
    machineId,
    kind: 'booking',
    status: 'approved',
    startMs: MIDNIGHT + from * 24 * HOUR_MS,
    endMs: MIDNIGHT + to * 24 * HOUR_MS,
  }) as BoardEvent
const events = [event('a', 'T1', 1, 4), event('b', 'T1', 2, 3), event('c', 'T2', 0, 1)]
const layouts = layoutsOf(machines, { events, shared: [] }, week)
const rows = rowsOf(machines, layouts, new Set())

/** Where the keyboard is after these steps, in short: the row, the column, and the booking there. */
function after(from: At, ...steps: Parameters<typeof walk>[3][]): string {
  const at = steps.reduce((here, step) => walk(rows, 7, here, step), from)
  const item = itemAt(
    rows.find(row => row.key === at.row),
    at,
  )
  return `${at.row} ${at.column} ${item && 'event' in item ? item.event.id : '-'}`
}
const at = (row: string, column: number, item = 0): At => ({ row, column, item })

test('machines stand under their type, in the order of the types’ names; a folded type shows none', () => {
  expect(rows.map(row => row.key)).toEqual(['type Harvester', 'H1', 'type Tractor', 'T1', 'T2'])
  const folded = rowsOf(machines, layouts, new Set(['Tractor']))
  expect(folded.map(row => row.key)).toEqual(['type Harvester', 'H1', 'type Tractor'])
})

test('to the side, free days are walked one by one, and a booking of several days is one step', () => {
  expect(after(at('T1', 0), 'right')).toBe('T1 1 a')
  expect(after(at('T1', 0), 'right', 'right')).toBe('T1 4 -')
  expect(after(at('T1', 4), 'left')).toBe('T1 3 a')
  expect(after(at('T1', 4), 'left', 'left')).toBe('T1 0 -')
  expect(after(at('T1', 0), 'left')).toBe(`T1 ${HEADING} -`)
  expect(after(at('T1', HEADING), 'left')).toBe(`T1 ${HEADING} -`)
  expect(after(at('T1', HEADING), 'right')).toBe('T1 0 -')
  expect(after(at('T1', 6), 'right')).toBe('T1 6 -')
})

test('downwards, everything in a column is met, and then the next row', () => {
  expect(after(at('T1', 2), 'down')).toBe('T1 2 b')
  expect(after(at('T1', 2), 'down', 'down')).toBe('T2 2 -')
  expect(after(at('T2', 2), 'up')).toBe('T1 2 b')
  expect(after(at('T2', 2), 'up', 'up')).toBe('T1 2 a')
  expect(after(at('H1', 2), 'down')).toBe('type Tractor 2 -')
  expect(after(at('H1', 2), 'down', 'down')).toBe('T1 2 a')
  expect(after(at('type Harvester', 2), 'up')).toBe('type Harvester 2 -')
  expect(after(at('T2', 2), 'down')).toBe('T2 2 -')
})

test('to the side of a booking that lies under another, the lane is kept where it can be', () => {
  expect(after(at('T1', 2, 1), 'left')).toBe('T1 1 a')
  expect(after(at('T1', 2, 1), 'right')).toBe('T1 3 a')
})

test('a place that is gone is exchanged for one that exists: the first machine, on today', () => {
  expect(stillThere(rows, 7, null, 3)).toEqual(at('H1', 3))
  expect(stillThere(rows, 7, at('gone', 5), 3)).toEqual(at('H1', 3))
  expect(stillThere(rows, 7, at('T1', 30, 4), 3)).toEqual(at('T1', 6))
  expect(stillThere(rows, 7, at('T1', 2, 9), 3)).toEqual(at('T1', 2, 1))
  expect(stillThere([], 7, at('T1', 2), 3)).toBeNull()
})
