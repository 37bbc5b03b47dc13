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
  insertRow,
  plantMachines,
  refusalOf,
  updateRow,
} from '#tests/support/raw-rows'

const foreign = foreignProgram()
const at = (day: number) => ({ start_ms: FIRST_DAY + day * DAY, end_ms: FIRST_DAY + (day + 1) * DAY })
const numbers = () => foreign.raw.prepare('SELECT number FROM bookings ORDER BY start_ms').pluck().all()

describe.each(CONFLICTS)('%s', conflict => {
  test('every booking gets the next number, whoever adds it', () => {
    for (const day of [0, 1, 2]) insertRow(foreign.raw, 'bookings', booking(`b${day}`, at(day)), conflict)
    expect(numbers()).toEqual([1, 2, 3])
    insertRow(foreign.raw, 'bookings', booking('put-back', { ...at(3), number: 40 }), conflict)
    insertRow(foreign.raw, 'bookings', booking('after', at(4)), conflict)
    expect(numbers()).toEqual([1, 2, 3, 40, 41])
  })

  test('no number is given twice, and none changes', () => {
    for (const day of [0, 1]) insertRow(foreign.raw, 'bookings', booking(`b${day}`, at(day)), conflict)
    const again = () => insertRow(foreign.raw, 'bookings', booking('c', { ...at(2), number: 1 }), conflict)
    expect(refusalOf(again)).toBe('KNOWN-ID')
    const set = (number: number | null) =>
      refusalOf(() => updateRow(foreign.raw, 'bookings', { id: 'b1' }, { number }, conflict))
    expect([set(1), set(7), set(null)]).toEqual(['FIXED', 'FIXED', 'FIXED'])
    expect(numbers()).toEqual([1, 2])
  })

  test('a booking without a number is not kept, so none can take over the number of another', () => {
    insertRow(foreign.raw, 'bookings', booking('first', at(0)), conflict)
    foreign.raw.pragma('ignore_check_constraints = ON')
    insertRow(foreign.raw, 'bookings', booking('last', { ...at(1), number: 10_001 }), conflict)
    foreign.raw.exec('DROP TRIGGER bookings_get_a_number')
    insertRow(foreign.raw, 'bookings', booking('none', at(2)), conflict)
    const take = () => updateRow(foreign.raw, 'bookings', { id: 'none' }, { number: 1 }, conflict)
    expect(refusalOf(take)).toBe('KNOWN-ID')
    expect(numbers()).toEqual([1, 10_001, null])
  })

  test('a number far ahead of the others is refused, because it would leave none for the next bookings', () => {
    const add = (id: string, day: number, number: number) =>
      refusalOf(() => insertRow(foreign.raw, 'bookings', booking(id, { ...at(day), number }), conflict))
    expect(add('far', 0, 2_000_000_000)).toBe('FAR-NUMBER')
    expect(add('far', 0, 10_001)).toBe('FAR-NUMBER')
    expect(add('near', 0, 10_000)).toBe('')
  })
})

test('bookings from before numbers were given get theirs in the order of their requests', () => {
  const sqlite = new Database(':memory:')
  const migrations = readMigrations(migrationsFolder())
  migrate(sqlite, migrations.slice(0, 5))
  plantMachines(sqlite)
  insertRow(sqlite, 'bookings', booking('late', { ...at(0), requested_ms: 20 }))
  insertRow(sqlite, 'bookings', booking('early', { ...at(1), requested_ms: 10 }))
  migrate(sqlite, migrations)
  expect(sqlite.prepare('SELECT id, number FROM bookings ORDER BY number').all()).toEqual([
    { id: 'early', number: 1 },
    { id: 'late', number: 2 },
  ])
})

test('the last number leaves no booking without one, also where conflicts are ignored', () => {
  foreign.raw.exec('DROP TRIGGER bookings_number_is_new')
  insertRow(foreign.raw, 'bookings', booking('last', { ...at(0), number: 2_000_000_000 }))
  const next = () => insertRow(foreign.raw, 'bookings', booking('next', at(1)), 'OR IGNORE')
  expect(refusalOf(next)).toBe('NOT-KEPT')
  expect(numbers()).toEqual([2_000_000_000])
})
