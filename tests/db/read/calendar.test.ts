import { expect, test, vi } from 'vitest'
import { readEvents } from '#db/read/calendar'
import { booking, DAY, FIRST_DAY, insertRow, plantMachines } from '#tests/support/raw-rows'
import { openTemporary } from '#tests/support/temporary-file'

const file = openTemporary()
plantMachines(file.sqlite)
const range = { fromMs: FIRST_DAY, toMs: FIRST_DAY + 2 * DAY }

test.each([
  ['the board', range],
  ['the board with what has ended', { ...range, withEnded: true }],
  ['one machine', { ...range, machineIds: ['harvester'] }],
  ['one machine with what has ended', { ...range, machineIds: ['harvester'], withEnded: true }],
])('a calendar reads its bookings from an index alone and never goes to each row: %s', (_, asked) => {
  const prepare = vi.spyOn(file.sqlite, 'prepare')
  readEvents(file.db, asked, FIRST_DAY)
  const [query = ''] = prepare.mock.calls.map(([text]) => text)
  prepare.mockRestore()
  const plan = file.sqlite.prepare(`EXPLAIN QUERY PLAN ${query.replaceAll('?', '1')}`).all() as {
    detail: string
  }[]
  const [ofBookings, ...others] = plan.map(step => step.detail).filter(step => / b\b/.test(step))
  expect(ofBookings).toMatch(
    /^SEARCH b USING COVERING INDEX bookings_by_machine \(machine_id=\? AND <expr>=\?/,
  )
  // The few machines that are out are found by an index of their own.
  expect(others).toEqual([expect.stringMatching(/^SEARCH b USING INDEX bookings_out \(machine_id=\?\)/)])
})

test('a booking of any length is shown on each day that it overlaps, and on no other', () => {
  const lengths = [DAY / 4, DAY, 3 * DAY, 32 * DAY, 33 * DAY, 400 * DAY]
  for (const [index, length] of lengths.entries()) {
    const start_ms = FIRST_DAY + index * 500 * DAY
    const id = `long-${index}`
    insertRow(file.sqlite, 'bookings', booking(id, { start_ms, end_ms: start_ms + length }))
    const shown = (fromMs: number) =>
      readEvents(file.db, { fromMs, toMs: fromMs + 1 }, 0).map(event => event.id)
    expect(shown(start_ms - 1)).toEqual([])
    expect(shown(start_ms)).toEqual([id])
    expect(shown(start_ms + length - 1)).toEqual([id])
    expect(shown(start_ms + length)).toEqual([])
  }
})

test('a machine that is overdue is shown on each day until now, and not beyond', () => {
  const [start_ms, end_ms] = [FIRST_DAY + 9_000 * DAY, FIRST_DAY + 9_001 * DAY]
  const out = { status: 'in-use', start_ms, end_ms, handed_over_ms: start_ms }
  insertRow(file.sqlite, 'bookings', booking('overdue', out))
  const nowMs = end_ms + 2.5 * DAY
  const shownOn = (days: number, machineIds?: string[]) => {
    const fromMs = end_ms + days * DAY
    return readEvents(file.db, { fromMs, toMs: fromMs + DAY, machineIds }, nowMs).map(event => event.id)
  }
  expect([-1, 0, 1, 2, 3].map(days => shownOn(days))).toEqual([
    ['overdue'],
    ['overdue'],
    ['overdue'],
    ['overdue'],
    [],
  ])
  expect(shownOn(2, ['harvester'])).toEqual(['overdue'])
})
