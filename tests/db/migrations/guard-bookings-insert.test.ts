import { describe, expect, test } from 'vitest'
import { foreignProgram } from '#tests/support/foreign-program'
import {
  booking,
  CONFLICTS,
  DAY,
  FIRST_DAY,
  HOUR,
  hold,
  insertRow,
  refusalOf,
  repair,
  updateRow,
} from '#tests/support/raw-rows'

const foreign = foreignProgram()
const { put, set, ids } = foreign

test('a booking for an unknown member is refused, and so is a change to one', () => {
  expect(refusalOf(() => put('first', { member_id: 'nobody' }))).toBe('UNKNOWN-MEMBER')
  put('first')
  for (const conflict of CONFLICTS)
    expect(refusalOf(() => set('first', { member_id: 'nobody' }, conflict))).toBe('UNKNOWN-MEMBER')
  expect(ids()).toEqual(['first'])
})

test('the last instant that a booking may reach is the end of the year 9999', () => {
  const late = 253_402_300_799_999
  expect(refusalOf(() => put('last', { start_ms: late - 1, end_ms: late }))).toBe('')
  for (const end_ms of [late + 1, 9e15]) {
    const put = () => insertRow(foreign.raw, 'bookings', booking('later', { start_ms: end_ms - 1, end_ms }))
    expect(refusalOf(put)).toContain('CHECK')
  }
})

test('the connection has SQLite’s default settings', () => {
  expect(foreign.raw.pragma('recursive_triggers', { simple: true })).toBe(0)
  expect(foreign.raw.pragma('foreign_keys', { simple: true })).toBe(0)
  expect(foreign.raw.pragma('trusted_schema', { simple: true })).toBe(1)
})

describe.each(CONFLICTS)('INSERT %s', conflict => {
  test('a second booking of a taken day is refused', () => {
    put('first')
    expect(refusalOf(() => put('second', {}, conflict))).toBe('OVERBOOKED')
    expect(ids()).toEqual(['first'])
  })

  test('a booking whose id already exists is refused, whether or not its time is free', () => {
    put('first')
    expect(refusalOf(() => put('first', {}, conflict))).toBe('KNOWN-ID')
    const elsewhere = { start_ms: FIRST_DAY + 9 * DAY, end_ms: FIRST_DAY + 10 * DAY }
    expect(refusalOf(() => put('first', elsewhere, conflict))).toBe('KNOWN-ID')
    expect(refusalOf(() => put('first', { status: 'cancelled' }, conflict))).toBe('KNOWN-ID')
  })

  test('a booking on a day of a hold or maintenance is refused', () => {
    insertRow(foreign.raw, 'holds', hold('form'))
    expect(refusalOf(() => put('second', {}, conflict))).toBe('OVERBOOKED')
    insertRow(foreign.raw, 'maintenance', repair('belt', { machine_id: 'other' }))
    expect(refusalOf(() => put('second', { machine_id: 'other' }, conflict))).toBe('OVERBOOKED')
  })

  test('a booking of an unknown or retired machine is refused', () => {
    expect(refusalOf(() => put('first', { machine_id: 'nothing' }, conflict))).toBe('OVERBOOKED')
    updateRow(foreign.raw, 'machines', { id: 'harvester' }, { retired_ms: 1 })
    expect(refusalOf(() => put('first', {}, conflict))).toBe('OVERBOOKED')
  })

  test('more units than the machine has are refused', () => {
    expect(refusalOf(() => put('sacks', { machine_id: 'mill', units: 11 }, conflict))).toBe('OVERBOOKED')
    put('sacks', { machine_id: 'mill', units: 10 }, conflict)
  })

  test('an invalid time is refused: not a number, NULL, or longer than 400 days', () => {
    for (const bad of [
      { start_ms: Number.NaN },
      { start_ms: null },
      { end_ms: null },
      { end_ms: Number.NaN },
      { end_ms: FIRST_DAY },
      { end_ms: FIRST_DAY - 1 },
      { start_ms: -1 },
      { start_ms: Number.POSITIVE_INFINITY },
      { end_ms: FIRST_DAY + 401 * DAY },
      { units: 0 },
      { units: -1 },
      { buffer_before_ms: -1 },
      { buffer_after_ms: -HOUR },
      { buffer_after_ms: 400 * DAY },
      { buffer_before_ms: Number.MAX_SAFE_INTEGER, buffer_after_ms: Number.MAX_SAFE_INTEGER },
      { status: 'taken' },
      { start_ms: 'soon' },
    ]) {
      refusalOf(() => put('bad', bad, conflict))
      expect(ids(), JSON.stringify(bad)).toEqual([])
    }
  })

  test('NULL in place of a number is refused, or becomes the column’s default and counts as that', () => {
    put('first')
    for (const bad of [
      { units: null },
      { units: Number.NaN },
      { pending_blocks: null },
      { buffer_after_ms: null },
    ]) {
      refusalOf(() => put('second', { status: 'pending', ...bad }, conflict))
      expect(ids(), JSON.stringify(bad)).not.toContain('second')
      refusalOf(() =>
        put(JSON.stringify(bad), { machine_id: 'other', start_ms: FIRST_DAY + 1, ...bad }, conflict),
      )
    }
  })

  test('a time that is too long leaves no row, neither a booking nor a hold', () => {
    refusalOf(() => put('long', { end_ms: FIRST_DAY + 300 * DAY, buffer_after_ms: 200 * DAY }, conflict))
    refusalOf(() =>
      insertRow(foreign.raw, 'holds', hold('form', { end_ms: FIRST_DAY + 500 * DAY }), conflict),
    )
    expect(ids()).toEqual([])
    expect(foreign.raw.prepare('SELECT count(*) FROM holds').pluck().get()).toBe(0)
  })

  test('numbers at the limits of SQLite’s integers are refused and leave no row', () => {
    const edge = '9223372036854775807'
    for (const columns of [
      `units, buffer_after_ms) VALUES ('x', 'harvester', 'ana', 'approved', 1, 2, ${edge}, 0`,
      `units, buffer_after_ms) VALUES ('x', 'harvester', 'ana', 'approved', 1, 2, 1, ${edge}`,
      `units, buffer_before_ms) VALUES ('x', 'harvester', 'ana', 'approved', 1, 2, 1, ${edge}`,
      `units, buffer_after_ms) VALUES ('x', 'harvester', 'ana', 'approved', ${edge} - 1, ${edge}, 1, 1`,
    ]) {
      const statement = `INSERT ${conflict} INTO bookings (id, machine_id, member_id, status, start_ms, end_ms, ${columns})`
      refusalOf(() => foreign.raw.exec(statement))
      expect(ids()).toEqual([])
    }
    put('sack', { machine_id: 'mill' })
    const huge = `INSERT ${conflict} INTO bookings (id, machine_id, member_id, status, start_ms, end_ms, units)
      VALUES ('x', 'mill', 'ana', 'approved', ${FIRST_DAY}, ${FIRST_DAY + 1}, ${edge})`
    // OR IGNORE skips a row that violates a CHECK, without an error.
    if (conflict !== 'OR IGNORE') expect(refusalOf(() => foreign.raw.exec(huge))).not.toBe('')
    else foreign.raw.exec(huge)
    expect(ids()).toEqual(['sack'])
  })

  test('if one of many rows in a statement does not fit, none or only fitting rows are added', () => {
    put('first')
    const three = `INSERT ${conflict} INTO bookings (id, machine_id, member_id, status, start_ms, end_ms) VALUES
      ('a', 'other', 'ana', 'approved', ${FIRST_DAY}, ${FIRST_DAY + DAY}),
      ('b', 'harvester', 'ana', 'approved', ${FIRST_DAY}, ${FIRST_DAY + DAY}),
      ('c', 'other', 'ana', 'approved', ${FIRST_DAY}, ${FIRST_DAY + DAY})`
    expect(refusalOf(() => foreign.raw.exec(three))).toBe('OVERBOOKED')
    expect(ids()).toEqual(['first'])
  })
})

test('an upsert cannot change an existing booking', () => {
  put('first')
  const upsert = (then: string) =>
    `INSERT INTO bookings (id, machine_id, member_id, status, start_ms, end_ms)
     VALUES ('first', 'other', 'ana', 'approved', ${FIRST_DAY}, ${FIRST_DAY + DAY}) ON CONFLICT ${then}`
  expect(
    refusalOf(() => foreign.raw.exec(upsert('(id) DO UPDATE SET machine_id = excluded.machine_id'))),
  ).toBe('KNOWN-ID')
  expect(refusalOf(() => foreign.raw.exec(upsert('DO NOTHING')))).toBe('KNOWN-ID')
  expect(refusalOf(() => foreign.raw.exec(upsert('DO UPDATE SET start_ms = 0')))).toBe('KNOWN-ID')
})

test('a booking is never deleted', () => {
  put('first')
  expect(refusalOf(() => foreign.raw.exec('DELETE FROM bookings'))).toBe('KEPT')
})
