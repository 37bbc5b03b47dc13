import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { migrate, readMigrations } from '#db/opening/migrate'
import { migrationsFolder } from '#db/opening/open-database'
import { foreignProgram } from '#tests/support/foreign-program'
import {
  booking,
  CONFLICTS,
  DAY,
  FIRST_DAY,
  HOUR,
  insertRow,
  plantMachines,
  refusalOf,
  updateRow,
} from '#tests/support/raw-rows'

const foreign = foreignProgram()
const { put, set, statusOf } = foreign
const OUT = FIRST_DAY + HOUR
const BACK = FIRST_DAY + 5 * HOUR

const fact = (id: string, change: Parameters<typeof insertRow>[2] = {}) => ({
  id,
  booking_id: 'first',
  kind: 'hand-over',
  machine_id: 'harvester',
  at_ms: OUT,
  ...change,
})
const back = (id: string, change = {}) => fact(id, { kind: 'return', at_ms: BACK, ...change })
const timesOf = (id: string) =>
  foreign.raw.prepare('SELECT handed_over_ms AS out, returned_ms AS back FROM bookings WHERE id = ?').get(id)
const standing = () => foreign.raw.prepare('SELECT id FROM standing_facts ORDER BY at_ms, id').pluck().all()

describe.each(CONFLICTS)('%s', conflict => {
  const add = (row: Parameters<typeof insertRow>[2]) =>
    refusalOf(() => insertRow(foreign.raw, 'booking_facts', row, conflict))

  test('a fact moves its booking along, and its times are those of the facts that hold', () => {
    put('first')
    expect(add(fact('out'))).toBe('')
    expect([statusOf('first'), timesOf('first')]).toEqual(['in-use', { out: OUT, back: null }])
    expect(add(back('back'))).toBe('')
    expect([statusOf('first'), timesOf('first')]).toEqual(['completed', { out: OUT, back: BACK }])
    expect(add(fact('corrected', { at_ms: OUT + HOUR, corrects: 'out' }))).toBe('')
    expect([statusOf('first'), timesOf('first')]).toEqual(['completed', { out: OUT + HOUR, back: BACK }])
    expect(standing()).toEqual(['corrected', 'back'])
  })

  test('a booking cannot be made in use or completed at a time that no fact records', () => {
    put('first')
    const out = { status: 'in-use', handed_over_ms: OUT }
    expect(refusalOf(() => set('first', out, conflict))).toBe('NOT-AS-RECORDED')
    expect(refusalOf(() => set('first', { handed_over_ms: OUT }, conflict))).toBe('NOT-AS-RECORDED')
    add(fact('out'))
    expect(refusalOf(() => set('first', { handed_over_ms: OUT - 1 }, conflict))).toBe('NOT-AS-RECORDED')
    expect(refusalOf(() => set('first', { handed_over_ms: null }, conflict))).toBe('NOT-AS-RECORDED')
    const home = { status: 'completed', returned_ms: BACK }
    expect(refusalOf(() => set('first', home, conflict))).toBe('NOT-AS-RECORDED')
    expect([statusOf('first'), timesOf('first')]).toEqual(['in-use', { out: OUT, back: null }])
  })

  test('a booking keeps the machine that went out', () => {
    put('first')
    add(fact('out'))
    expect(refusalOf(() => set('first', { machine_id: 'other' }, conflict))).toBe('NOT-AS-RECORDED')
    put('second', { machine_id: 'other' })
    expect(add(fact('wrong', { booking_id: 'second' }))).toBe('UNKNOWN-BOOKING')
    expect(add(fact('none', { booking_id: 'third' }))).toBe('UNKNOWN-BOOKING')
  })

  test('one hand-over and one return hold; each is corrected once, and a fact is never changed, taken over or deleted', () => {
    put('first')
    add(fact('out'))
    expect(add(fact('again'))).toBe('NOT-STANDING')
    expect(add(fact('out', { corrects: 'out' }))).toBe('KNOWN-ID')
    expect(add(back('back', { corrects: 'out' }))).toBe('NOT-STANDING')
    expect(add(fact('corrected', { corrects: 'out' }))).toBe('')
    expect(add(fact('twice', { corrects: 'out' }))).toBe('NOT-STANDING')
    const change = () => updateRow(foreign.raw, 'booking_facts', { id: 'out' }, { at_ms: 0 }, conflict)
    expect(refusalOf(change)).toBe('FIXED')
    const remove = () => foreign.raw.exec("DELETE FROM booking_facts WHERE id = 'out'")
    expect(refusalOf(remove)).toBe('KEPT')
    expect(standing()).toEqual(['corrected'])
  })

  test('a machine that is out is not handed over again, and nothing goes out that was not promised', () => {
    put('first')
    put('second', { start_ms: FIRST_DAY + DAY, end_ms: FIRST_DAY + 2 * DAY })
    put('third', { machine_id: 'other', status: 'pending' })
    add(fact('out'))
    expect(add(fact('second out', { booking_id: 'second' }))).toBe('STILL-OUT')
    expect(add(fact('third out', { booking_id: 'third', machine_id: 'other' }))).toBe('MOVE-NOT-ALLOWED')
    expect(add(back('not out', { booking_id: 'second' }))).toBe('MOVE-NOT-ALLOWED')
    expect(standing()).toEqual(['out'])
  })

  test('a booking that is entered as completed brings its facts, and one that is waiting has none', () => {
    put('first', { status: 'completed', handed_over_ms: OUT, returned_ms: BACK }, conflict)
    expect(standing()).toEqual(['first hand-over', 'first return'])
    expect(foreign.raw.prepare('SELECT version FROM bookings').pluck().get()).toBe(1)
    const early = () => put('second', { machine_id: 'other', handed_over_ms: OUT }, conflict)
    expect(refusalOf(early)).toBe('NOT-AS-RECORDED')
    const odd = { machine_id: 'other', status: 'in-use', handed_over_ms: OUT, returned_ms: BACK }
    expect(refusalOf(() => put('second', odd, conflict))).toBe('NOT-AS-RECORDED')
  })
})

test('values that nobody can have read are refused', () => {
  put('first')
  const add = (change: Parameters<typeof fact>[1]) =>
    refusalOf(() => insertRow(foreign.raw, 'booking_facts', fact('out', change)))
  for (const change of [
    { kind: 'lost' },
    { at_ms: -1 },
    { meter_hours: -0.1 },
    { meter_hours: 2_000_000 },
    { fuel: 9, fuel_in: 'eighths' },
    { fuel: 3 },
    { fuel_in: 'litres' },
    { work_quantity: 0, work_per: 'hectare' },
    { work_quantity: 1 },
    { work_quantity: 1, work_per: 'flat' },
    { price_centavos: 100 },
    { implements: 'plough' },
    { slip: 'x'.repeat(41) },
  ]) {
    expect(add(change), JSON.stringify(change)).toMatch(/CHECK constraint|malformed JSON/)
  }
  expect(add({ meter_hours: 12.5, fuel: 8, fuel_in: 'eighths' })).toBe('')
})

test('what an older file says of a booking becomes its facts, with whoever entered them', () => {
  const sqlite = new Database(':memory:')
  const migrations = readMigrations(migrationsFolder())
  const before = migrations.findIndex(({ name }) => name.includes('out-and-back'))
  migrate(sqlite, migrations.slice(0, before))
  plantMachines(sqlite)
  const on = (day: number) => ({ start_ms: FIRST_DAY + day * DAY, end_ms: FIRST_DAY + (day + 1) * DAY })
  const at = (day: number, hour: number) => FIRST_DAY + day * DAY + hour * HOUR
  const rows = [
    booking('used', { ...on(0), status: 'completed', handed_over_ms: at(0, 1), returned_ms: at(0, 9) }),
    booking('out', { ...on(1), status: 'in-use', handed_over_ms: at(1, 1) }),
    booking('promised', on(2)),
    booking('untimed', { ...on(3), status: 'completed' }),
    // Another program left a time on a booking that never went out.
    booking('odd', { ...on(4), handed_over_ms: at(4, 1) }),
  ]
  for (const row of rows) insertRow(sqlite, 'bookings', row)
  insertRow(sqlite, 'history', {
    seq: 1,
    at_ms: at(0, 2),
    user_id: 'clerk',
    user_name: 'Clerk',
    action: 'bookings.handOver',
    entity: 'booking',
    entity_id: 'used',
    title: 'x',
    previous_hash: '',
    hash: 'x',
  })
  migrate(sqlite, migrations)
  const facts = sqlite
    .prepare('SELECT booking_id, kind, at_ms, entered_by, entered_ms FROM booking_facts ORDER BY at_ms')
    .raw()
    .all()
  expect(facts).toEqual([
    ['used', 'hand-over', at(0, 1), 'clerk', at(0, 2)],
    ['used', 'return', at(0, 9), null, at(0, 9)],
    ['out', 'hand-over', at(1, 1), null, at(1, 1)],
  ])
  // Everything goes on from there.
  insertRow(sqlite, 'booking_facts', { ...back('home'), booking_id: 'out', at_ms: at(1, 9) })
  const fix = { booking_id: 'used', corrects: 'used return', at_ms: at(0, 8) }
  insertRow(sqlite, 'booking_facts', { ...back('fixed'), ...fix })
  updateRow(sqlite, 'bookings', { id: 'odd' }, { status: 'cancelled' })
  insertRow(sqlite, 'booking_facts', { ...fact('now'), booking_id: 'promised', at_ms: at(2, 1) })
  expect(
    sqlite.prepare('SELECT id, status, returned_ms FROM bookings ORDER BY start_ms').raw().all(),
  ).toEqual([
    ['used', 'completed', at(0, 8)],
    ['out', 'completed', at(1, 9)],
    ['promised', 'in-use', null],
    ['untimed', 'completed', null],
    ['odd', 'cancelled', null],
  ])
})
