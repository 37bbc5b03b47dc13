import { beforeEach, describe, expect, test } from 'vitest'
import { foreignProgram } from '#tests/support/foreign-program'
import {
  booking,
  CONFLICTS,
  DAY,
  FIRST_DAY,
  hold,
  insertRow,
  plantBlocks,
  refusalOf,
  repair,
  updateRow,
} from '#tests/support/raw-rows'

const foreign = foreignProgram()
beforeEach(() => plantBlocks(foreign.raw))

describe('capacity and retirement', () => {
  const set = (id: string, change: Record<string, number | null>, conflict = '') =>
    refusalOf(() => updateRow(foreign.raw, 'machines', { id }, change, conflict))

  test('a higher capacity admits more; one below the peak load is refused', () => {
    expect(set('harvester', { capacity: 2 })).toBe('')
    insertRow(foreign.raw, 'bookings', booking('second', { start_ms: FIRST_DAY + 1 }))
    for (const conflict of CONFLICTS) expect(set('harvester', { capacity: 1 }, conflict)).toBe('OVERBOOKED')
    foreign.raw.exec("UPDATE bookings SET status = 'cancelled' WHERE id = 'second'")
    expect(set('harvester', { capacity: 1 })).toBe('')
  })

  test.each([1, 32, 400])('lowered, it still sees a booking of %i days in its last millisecond', days => {
    expect(set('other', { capacity: 2 })).toBe('')
    foreign.raw.exec('DELETE FROM holds')
    const end = FIRST_DAY + days * DAY
    insertRow(foreign.raw, 'bookings', booking('long', { machine_id: 'other', end_ms: end }))
    const last = { machine_id: 'other', start_ms: end - 1, end_ms: end + DAY }
    insertRow(foreign.raw, 'bookings', booking('last', last))
    for (const conflict of CONFLICTS) expect(set('other', { capacity: 1 }, conflict)).toBe('OVERBOOKED')
    expect(refusalOf(() => updateRow(foreign.raw, 'bookings', { id: 'last' }, { start_ms: end }))).toBe('')
    expect(set('other', { capacity: 1 })).toBe('')
  })

  test('an invalid capacity is refused', () => {
    for (const conflict of CONFLICTS) {
      for (const capacity of [0, -1, null, Number.NaN]) set('harvester', { capacity }, conflict)
    }
    expect(foreign.raw.prepare("SELECT capacity FROM machines WHERE id = 'harvester'").pluck().get()).toBe(1)
  })

  test('maintenance does not prevent a change of capacity', () => {
    expect(set('mill', { capacity: 3 })).toBe('')
    expect(set('mill', { capacity: 30 })).toBe('')
    expect(refusalOf(() => insertRow(foreign.raw, 'bookings', booking('sack', { machine_id: 'mill' })))).toBe(
      'OVERBOOKED',
    )
  })

  test('units that are out are counted together even if their booked times do not overlap', () => {
    expect(set('harvester', { capacity: 2 })).toBe('')
    const later = { start_ms: FIRST_DAY + 5 * DAY, end_ms: FIRST_DAY + 6 * DAY }
    insertRow(foreign.raw, 'bookings', booking('later', later))
    foreign.raw.exec("UPDATE bookings SET status = 'in-use'")
    for (const conflict of CONFLICTS) expect(set('harvester', { capacity: 1 }, conflict)).toBe('STILL-OUT')
  })

  test('a machine that is promised, held, under maintenance or out cannot be retired', () => {
    for (const conflict of CONFLICTS) {
      for (const id of ['harvester', 'other', 'mill'])
        expect(set(id, { retired_ms: 1 }, conflict)).toBe('STILL-PROMISED')
    }
    foreign.raw.exec("UPDATE bookings SET status = 'in-use'")
    expect(set('harvester', { retired_ms: 1 })).toBe('STILL-PROMISED')
    foreign.raw.exec("UPDATE bookings SET status = 'completed'")
    expect(set('harvester', { retired_ms: 1 })).toBe('')
  })

  test('a retired machine accepts no booking, approval, hold or maintenance', () => {
    const waiting = { status: 'pending', pending_blocks: 0, machine_id: 'other' }
    foreign.raw.exec('DELETE FROM holds')
    insertRow(foreign.raw, 'bookings', booking('waiting', waiting))
    expect(set('other', { retired_ms: 1 })).toBe('')
    expect(
      refusalOf(() => foreign.raw.exec("UPDATE bookings SET status = 'approved' WHERE id = 'waiting'")),
    ).toBe('OVERBOOKED')
    expect(refusalOf(() => insertRow(foreign.raw, 'bookings', booking('new', { machine_id: 'other' })))).toBe(
      'OVERBOOKED',
    )
    expect(refusalOf(() => insertRow(foreign.raw, 'holds', hold('new', { machine_id: 'other' })))).toBe(
      'OVERBOOKED',
    )
    expect(
      refusalOf(() => insertRow(foreign.raw, 'maintenance', repair('new', { machine_id: 'other' }))),
    ).toBe('OVERBOOKED')
    expect(
      refusalOf(() => updateRow(foreign.raw, 'bookings', { id: 'first' }, { machine_id: 'other' })),
    ).toBe('OVERBOOKED')
  })
})

test('with CHECKs turned off, a booking of zero or minus one units is still refused', () => {
  foreign.raw.pragma('ignore_check_constraints = ON')
  const minus = booking('minus', { units: -1, start_ms: FIRST_DAY + 5 * DAY, end_ms: FIRST_DAY + 6 * DAY })
  expect(refusalOf(() => insertRow(foreign.raw, 'bookings', minus))).toBe('NO-LOAD')
  expect(refusalOf(() => insertRow(foreign.raw, 'bookings', { ...minus, units: 0 }))).toBe('NO-LOAD')
  const backwards = { ...minus, units: 1, end_ms: FIRST_DAY + 4 * DAY }
  expect(refusalOf(() => insertRow(foreign.raw, 'bookings', backwards))).toBe('NO-LOAD')
})
