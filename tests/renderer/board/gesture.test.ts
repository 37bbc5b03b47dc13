import { expect, test } from 'vitest'
import { DAY_MS, HOUR_MS } from '#booking/time/day'
import type { BoardEvent } from '#calls/board'
import { carriedTo, carry, draggedOf, dragsAs, isWhereItWas } from '../../../renderer/board/gesture.ts'
import { formatFor } from '../../../renderer/words/format.ts'

const { calendar } = formatFor('en', 'Asia/Manila')
const MIDNIGHT = Date.parse('2026-12-01T00:00:00+08:00')

/** A booking from 1 to 2 December. */
function booking(more: Partial<BoardEvent<'booking'>> = {}): BoardEvent {
  return {
    id: 'booking',
    kind: 'booking',
    status: 'approved',
    machineId: 'tractor',
    from: '2026-12-01',
    to: '2026-12-02',
    startMs: MIDNIGHT,
    endMs: MIDNIGHT + 2 * DAY_MS,
    overdue: false,
    ...more,
  } as BoardEvent
}

const MAINTENANCE = { ...booking(), kind: 'maintenance', status: 'planned' } as BoardEvent

test('a promise drags as a whole, a machine that is out only by its end, and nothing else does', () => {
  expect(dragsAs(booking())).toBe('whole')
  expect(dragsAs(booking({ status: 'in-use' }))).toBe('end')
  expect(dragsAs(booking({ status: 'completed' }))).toBeUndefined()
  expect(dragsAs(MAINTENANCE)).toBeUndefined()
  expect(carry(MAINTENANCE)).toBeNull()
})

test('of a machine that is out the end alone moves, and it stays on its machine', () => {
  const taken = carry(booking({ status: 'in-use' }))!
  expect(taken.edge).toBe('end')
  expect(carriedTo(taken, 2, 'another', 'day', calendar).spot).toEqual({
    machineId: 'tractor',
    period: { kind: 'days', from: '2026-12-01', to: '2026-12-04' },
  })
})

test('the end of a late machine goes on from where it is expected, where its bar ends', () => {
  const late = carry(booking({ status: 'in-use', lastsUntilMs: MIDNIGHT + 4 * DAY_MS + 8 * HOUR_MS }))!
  expect(carriedTo(late, 1, 'tractor', 'day', calendar).spot.period).toMatchObject({ to: '2026-12-06' })
  expect(carriedTo(late, -1, 'tractor', 'day', calendar).spot.period).toMatchObject({ to: '2026-12-04' })
  expect(isWhereItWas(carriedTo(late, 0, 'tractor', 'day', calendar))).toBe(true)
})

test('a figure drags the one booking that it is about, and none of several', () => {
  const cell = (...events: BoardEvent[]) =>
    ({ column: 0, start: 0, end: 1, lane: 0, units: 20, takenMs: 0, events }) as const
  const out = booking({ id: 'out', status: 'in-use' })
  expect(draggedOf(cell(booking()))?.id).toBe('booking')
  expect(draggedOf(cell(out, booking()))?.id).toBe('booking')
  expect(draggedOf(cell(booking(), booking({ id: 'other' })))).toBeUndefined()
  expect(draggedOf(cell(out))).toBeUndefined()
})
