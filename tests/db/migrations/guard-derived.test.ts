import { beforeEach, describe, expect, test } from 'vitest'
import { BLOCK_KINDS, BLOCKING } from '#booking/in-the-way'
import { foreignProgram } from '#tests/support/foreign-program'
import {
  booking,
  CONFLICTS,
  DAY,
  FIRST_DAY,
  hold,
  insertRow,
  occupancyRow,
  plantBatch,
  plantBlocks,
  plantSession,
  refusalOf,
  repair,
  updateRow,
} from '#tests/support/raw-rows'

const foreign = foreignProgram()
beforeEach(() => {
  plantBlocks(foreign.raw)
  plantSession(foreign.raw)
  plantBatch(foreign.raw)
})

const occupied = () => foreign.raw.prepare('SELECT * FROM occupancy ORDER BY kind').all()

test('each kind of block has the same load in the file and in the rules', () => {
  const taken = foreign.raw.prepare('SELECT kind, whole FROM occupancy ORDER BY kind').all()
  expect(taken).toEqual([...BLOCK_KINDS].sort().map(kind => ({ kind, whole: BLOCKING[kind].whole ? 1 : 0 })))
})

describe.each(CONFLICTS)('occupancy written by hand, INSERT/UPDATE %s', conflict => {
  const plant = (row: ReturnType<typeof occupancyRow>) =>
    refusalOf(() => insertRow(foreign.raw, 'occupancy', row, conflict))

  test('a row without a source, which would block a slot, is refused', () => {
    const free = { start_ms: FIRST_DAY + 5 * DAY, end_ms: FIRST_DAY + 6 * DAY }
    for (const kind of ['batch', 'booking', 'hold', 'maintenance', 'session']) {
      expect(plant(occupancyRow(kind, 'nobody', free)), kind).toBe('NOT-ITS-SOURCE')
    }
    insertRow(foreign.raw, 'bookings', booking('cancelled', { status: 'cancelled', ...free }))
    expect(plant(occupancyRow('booking', 'cancelled', free))).toBe('NOT-ITS-SOURCE')
  })

  test('an existing row cannot be replaced, neither by a smaller one nor by an identical one', () => {
    expect(plant(occupancyRow('booking', 'first'))).toBe('KNOWN-ID')
    expect(plant(occupancyRow('booking', 'first', { end_ms: FIRST_DAY + 1 }))).toBe('KNOWN-ID')
    expect(plant(occupancyRow('booking', 'first', { machine_id: 'other' }))).toBe('KNOWN-ID')
    expect(plant(occupancyRow('booking', 'first', { seg: 1 }))).toBe('NOT-ITS-SOURCE')
    expect(plant(occupancyRow('hold', 'form', { units: 1 }))).toBe('KNOWN-ID')
    expect(plant(occupancyRow('maintenance', 'belt', { whole: 0 }))).toBe('KNOWN-ID')
  })

  test('no row can be changed: not its time, machine, units, source or key', () => {
    const before = occupied()
    for (const change of [
      { start_ms: FIRST_DAY + 1 },
      { end_ms: FIRST_DAY + 1 },
      { machine_id: 'other' },
      { units: 2 },
      { whole: 1 },
      { kind: 'session' },
      { ref_id: 'nobody' },
      { seg: 7 },
      { cls: 2 },
    ]) {
      expect(
        refusalOf(() => updateRow(foreign.raw, 'occupancy', { ref_id: 'first' }, change, conflict)),
      ).toBe('DERIVED')
    }
    expect(
      refusalOf(() =>
        foreign.raw.exec(`UPDATE ${conflict} occupancy SET ref_id = 'first', kind = 'booking'`),
      ),
    ).toBe('DERIVED')
    expect(occupied()).toEqual(before)
  })

  test('holds: a form’s hold cannot be replaced or changed, and never overlaps a taken time', () => {
    const put = (form: string, change = {}) =>
      refusalOf(() => insertRow(foreign.raw, 'holds', hold(form, change), conflict))
    expect(put('late')).toBe('OVERBOOKED')
    expect(put('form', { machine_id: 'other' })).toBe('KNOWN-ID')
    expect(put('form', { start_ms: FIRST_DAY + 9 * DAY, end_ms: FIRST_DAY + 10 * DAY })).toBe('KNOWN-ID')
    expect(put('mill', { machine_id: 'mill' })).toBe('OVERBOOKED')
    expect(put('nobody', { machine_id: 'nothing' })).toBe('OVERBOOKED')
    put('long', { start_ms: FIRST_DAY + DAY, end_ms: FIRST_DAY + 500 * DAY })
    put('none', { start_ms: Number.NaN })
    expect(foreign.raw.prepare('SELECT form_id FROM holds').pluck().all()).toEqual(['form'])
    for (const change of [
      { machine_id: 'harvester' },
      { form_id: 'x' },
      { user_id: 'admin' },
      { start_ms: FIRST_DAY - 1 },
      { end_ms: FIRST_DAY + 1 },
      { units: 2 },
      { buffer_before_ms: 1 },
      { buffer_after_ms: 1 },
    ]) {
      expect(refusalOf(() => updateRow(foreign.raw, 'holds', { form_id: 'form' }, change, conflict))).toBe(
        'FIXED',
      )
    }
    expect(
      refusalOf(() => updateRow(foreign.raw, 'holds', { form_id: 'form' }, { expires_ms: 5 }, conflict)),
    ).toBe('')
  })

  test('maintenance: cannot be replaced or moved, never overlaps a promised time, and cannot be planned again', () => {
    const put = (id: string, change = {}) =>
      refusalOf(() => insertRow(foreign.raw, 'maintenance', repair(id, change), conflict))
    expect(put('clash')).toBe('OVERBOOKED')
    expect(put('clash', { machine_id: 'other' })).toBe('OVERBOOKED')
    expect(put('belt', { machine_id: 'mill' })).toBe('KNOWN-ID')
    put('long', { start_ms: FIRST_DAY + DAY, end_ms: FIRST_DAY + 500 * DAY })
    expect(foreign.raw.prepare('SELECT id FROM maintenance').pluck().all()).toEqual(['belt'])
    const set = (change: Record<string, string | number>) =>
      refusalOf(() => updateRow(foreign.raw, 'maintenance', { id: 'belt' }, change, conflict))
    expect(set({ machine_id: 'harvester' })).toBe('FIXED')
    expect(set({ end_ms: FIRST_DAY + 2 * DAY })).toBe('FIXED')
    expect(set({ id: 'x' })).toBe('FIXED')
    expect(set({ status: 'cancelled' })).toBe('')
    expect(set({ status: 'planned' })).toBe('MOVE-NOT-ALLOWED')
  })

  test('machines: no id or name can be taken over, and no id changes', () => {
    const machine = { type_id: 'any', booking_mode: 'time', capacity: 99 }
    const put = (id: string, name: string) =>
      refusalOf(() => insertRow(foreign.raw, 'machines', { id, name, ...machine }, conflict))
    expect(put('mill', 'a new name')).toBe('KNOWN-ID')
    expect(put('new', 'mill')).toBe('KNOWN-ID')
    expect(put('new', 'MILL')).toBe('KNOWN-ID')
    const set = (change: Record<string, string | number>) =>
      refusalOf(() => updateRow(foreign.raw, 'machines', { id: 'mill' }, change, conflict))
    expect(set({ id: 'new' })).toBe('FIXED')
    expect(set({ name: 'Harvester' })).toBe('KNOWN-ID')
    expect(refusalOf(() => foreign.raw.exec(`UPDATE ${conflict} machines SET name = 'one'`))).toBe('KNOWN-ID')
    expect(foreign.raw.prepare('SELECT count(*) FROM machines').pluck().get()).toBe(3)
  })

  test('members, users and settings: REPLACE cannot take over a key, and no row is lost', () => {
    const put = (table: string, row: Record<string, string | number>) =>
      refusalOf(() => insertRow(foreign.raw, table, row, conflict))
    expect(put('members', { id: 'ana', number: '2', name: 'x', search_key: 'x' })).toBe('KNOWN-ID')
    expect(put('members', { id: 'eva', number: '1', name: 'x', search_key: 'x' })).toBe('KNOWN-ID')
    const user = { name: 'x', role: 'admin', password: 'x' }
    expect(put('users', { id: 'clerk', name_key: 'x', ...user })).toBe('KNOWN-ID')
    expect(put('users', { id: 'x', name_key: 'clerk', ...user })).toBe('KNOWN-ID')
    expect(put('machine_types', { id: 'any', name: 'x' })).toBe('KNOWN-ID')
    expect(put('machine_types', { id: 'x', name: 'ANY' })).toBe('KNOWN-ID')
    for (const table of ['members', 'users', 'machine_types']) {
      expect(
        refusalOf(() => foreign.raw.exec(`UPDATE ${conflict} ${table} SET id = 'x'`)),
        table,
      ).toBe('FIXED')
      expect(
        refusalOf(() => foreign.raw.exec(`DELETE FROM ${table}`)),
        table,
      ).toBe('KEPT')
    }
  })
})

test('an upsert can change neither a derived row nor its sources', () => {
  const into = (table: string, columns: string, values: string, key: string, set: string) =>
    refusalOf(() =>
      foreign.raw.exec(
        `INSERT INTO ${table} (${columns}) VALUES (${values}) ON CONFLICT ${key} DO UPDATE SET ${set}`,
      ),
    )
  const span = `${FIRST_DAY}, ${FIRST_DAY + DAY}`
  const columns = 'machine_id, start_ms, end_ms, cls, units, whole, kind, ref_id, seg'
  const row = `'harvester', ${span}, 0, 1, 0, 'booking', 'first', 0`
  expect(into('occupancy', columns, row, '(kind, ref_id, seg)', "machine_id = 'other'")).toBe('KNOWN-ID')
  const key = '(machine_id, cls, start_ms, kind, ref_id, seg)'
  expect(into('occupancy', columns, row, key, 'units = 0')).toBe('KNOWN-ID')
  const held = `'form', 'other', 'clerk', ${span}, 1, 0, 0, 1`
  const heldColumns =
    'form_id, machine_id, user_id, start_ms, end_ms, units, buffer_before_ms, buffer_after_ms, expires_ms'
  expect(into('holds', heldColumns, held, '(form_id)', "machine_id = 'harvester'")).toBe('KNOWN-ID')
  const repaired = `'belt', 'mill', 'corrective', 'planned', ${span}`
  expect(
    into(
      'maintenance',
      'id, machine_id, kind, status, start_ms, end_ms',
      repaired,
      '(id)',
      "machine_id = 'x'",
    ),
  ).toBe('KNOWN-ID')
  const machine = `'mill', 'any', 'new', 'time', 99`
  expect(into('machines', 'id, type_id, name, booking_mode, capacity', machine, '(id)', 'capacity = 1')).toBe(
    'KNOWN-ID',
  )
  expect(
    into(
      'machines',
      'id, type_id, name, booking_mode, capacity',
      `'x', 'any', 'mill', 'time', 1`,
      '(name)',
      'capacity = 1',
    ),
  ).toBe('KNOWN-ID')
})

test('a derived row is not deleted while its source blocks', () => {
  expect(refusalOf(() => foreign.raw.exec('DELETE FROM occupancy'))).toBe('DERIVED')
  expect(refusalOf(() => foreign.raw.exec("DELETE FROM occupancy WHERE kind = 'hold'"))).toBe('DERIVED')
  expect(occupied()).toHaveLength(5)
})

test('a released hold, finished maintenance and a rejected booking free their time at once', () => {
  foreign.raw.exec('DELETE FROM holds')
  foreign.raw.exec("UPDATE maintenance SET status = 'finished'")
  foreign.raw.exec("UPDATE bookings SET status = 'cancelled'")
  foreign.raw.exec("UPDATE sessions SET status = 'cancelled'")
  foreign.raw.exec("UPDATE batches SET status = 'cancelled'")
  expect(occupied()).toEqual([])
})

test('maintenance and machines are never deleted', () => {
  expect(refusalOf(() => foreign.raw.exec('DELETE FROM maintenance'))).toBe('KEPT')
  expect(refusalOf(() => foreign.raw.exec('DELETE FROM machines'))).toBe('KEPT')
  expect(refusalOf(() => foreign.raw.exec('DELETE FROM settings'))).toBe('')
})
