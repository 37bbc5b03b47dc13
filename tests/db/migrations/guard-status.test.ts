import type Database from 'better-sqlite3'
import { beforeEach, expect, test } from 'vitest'
import { ALLOWED_CHANGES, BOOKING_STATUSES, blocks, mayBecome } from '#booking/bookings/status'
import { booking, DAY, FIRST_DAY, insertRow, plantMachines, refusalOf } from '#tests/support/raw-rows'
import { openTemporary, rawConnection } from '#tests/support/temporary-file'

let raw: Database.Database
beforeEach(() => {
  const file = openTemporary()
  plantMachines(file.sqlite)
  raw = rawConnection(file.path)
})

const pairs = BOOKING_STATUSES.flatMap(from => BOOKING_STATUSES.map(to => [from, to] as const))

test('the file and the rules allow the same changes of status, for every pair', () => {
  for (const [index, [from, to]] of pairs.entries()) {
    const day = { start_ms: FIRST_DAY + index * DAY, end_ms: FIRST_DAY + (index + 1) * DAY }
    insertRow(raw, 'machines', {
      id: `m${index}`,
      type_id: 'any',
      name: `m${index}`,
      booking_mode: 'time',
      capacity: 1,
    })
    insertRow(raw, 'bookings', booking(`${from} ${to}`, { machine_id: `m${index}`, status: from, ...day }))
    const said = refusalOf(() =>
      raw.prepare('UPDATE bookings SET status = ? WHERE id = ?').run(to, `${from} ${to}`),
    )
    const allowed = from === to || mayBecome(from, to)
    expect(said, `${from} → ${to}`).toBe(allowed ? '' : 'MOVE-NOT-ALLOWED')
  }
})

test('the file and the rules agree which statuses block', () => {
  for (const [index, status] of BOOKING_STATUSES.entries()) {
    for (const pendingBlocks of [true, false]) {
      const id = `${status} ${pendingBlocks}`
      const machine = `m${index}${pendingBlocks}`
      insertRow(raw, 'machines', {
        id: machine,
        type_id: 'any',
        name: machine,
        booking_mode: 'time',
        capacity: 1,
      })
      insertRow(
        raw,
        'bookings',
        booking(id, { machine_id: machine, status, pending_blocks: pendingBlocks ? 1 : 0 }),
      )
      const rows = raw.prepare('SELECT count(*) FROM occupancy WHERE ref_id = ?').pluck().get(id)
      expect(rows, id).toBe(blocks(status, pendingBlocks) ? 1 : 0)
    }
  }
})

test('only a return completes: no status but in-use leads to completed', () => {
  const before = BOOKING_STATUSES.filter(status => ALLOWED_CHANGES[status].includes('completed'))
  expect(before).toEqual(['in-use'])
})
