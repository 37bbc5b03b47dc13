import { expect, test } from 'vitest'
import { ALLOWED_CHANGES, BOOKING_STATUSES, blocks, MOVES_BACK, mayBecome } from '#booking/bookings/status'
import { foreignProgram } from '#tests/support/foreign-program'
import { booking, DAY, FIRST_DAY, insertRow, machine, refusalOf, updateRow } from '#tests/support/raw-rows'
import { plantStep, takeBack } from '#tests/support/raw-steps'

const foreign = foreignProgram()

const pairs = BOOKING_STATUSES.flatMap(from => BOOKING_STATUSES.map(to => [from, to] as const))

test('the file and the rules allow the same changes of status, for every pair', () => {
  for (const [index, [from, to]] of pairs.entries()) {
    const day = { start_ms: FIRST_DAY + index * DAY, end_ms: FIRST_DAY + (index + 1) * DAY }
    insertRow(foreign.raw, 'machines', machine(`m${index}`))
    insertRow(
      foreign.raw,
      'bookings',
      booking(`${from} ${to}`, { machine_id: `m${index}`, status: from, ...day }),
    )
    const said = refusalOf(() =>
      foreign.raw.prepare('UPDATE bookings SET status = ? WHERE id = ?').run(to, `${from} ${to}`),
    )
    const allowed = from === to || mayBecome(from, to)
    expect(said, `${from} → ${to}`).toBe(allowed ? '' : 'MOVE-NOT-ALLOWED')
  }
})

test('of every other pair, an undo moves back exactly where the rules say so, once', () => {
  for (const [index, [from, to]] of pairs.entries()) {
    if (from === to || mayBecome(from, to)) continue
    const id = `${from} ${to}`
    const day = { start_ms: FIRST_DAY + index * DAY, end_ms: FIRST_DAY + (index + 1) * DAY }
    insertRow(foreign.raw, 'machines', machine(`m${index}`))
    insertRow(foreign.raw, 'bookings', booking(id, { machine_id: `m${index}`, status: from, ...day }))
    plantStep(foreign.raw, { entity_id: id, version: 1, was: JSON.stringify({ status: to }) })
    takeBack(foreign.raw, id, 1)
    const move = () => updateRow(foreign.raw, 'bookings', { id }, { status: to, version: 2 })
    const allowed = MOVES_BACK[from].includes(to)
    expect(refusalOf(move), id).toBe(allowed ? '' : 'MOVE-NOT-ALLOWED')
  }
})

test('the file and the rules agree which statuses block', () => {
  for (const [index, status] of BOOKING_STATUSES.entries()) {
    for (const pendingBlocks of [true, false]) {
      const id = `${status} ${pendingBlocks}`
      const machineId = `m${index}${pendingBlocks}`
      insertRow(foreign.raw, 'machines', machine(machineId))
      insertRow(
        foreign.raw,
        'bookings',
        booking(id, { machine_id: machineId, status, pending_blocks: pendingBlocks ? 1 : 0 }),
      )
      const rows = foreign.raw.prepare('SELECT count(*) FROM occupancy WHERE ref_id = ?').pluck().get(id)
      expect(rows, id).toBe(blocks(status, pendingBlocks) ? 1 : 0)
    }
  }
})

test('only a return completes: no status but in-use leads to completed', () => {
  const before = BOOKING_STATUSES.filter(status => ALLOWED_CHANGES[status].includes('completed'))
  expect(before).toEqual(['in-use'])
})
