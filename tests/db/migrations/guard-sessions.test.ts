import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { migrate, readMigrations } from '#db/opening/migrate'
import { migrationsFolder } from '#db/opening/open-database'
import { foreignProgram } from '#tests/support/foreign-program'
import { whatIsWrong } from '#tests/support/occupancy-oracle'
import {
  booking,
  CONFLICTS,
  DAY,
  FIRST_DAY,
  HOUR,
  insertRow,
  place,
  plantMachines,
  refusalOf,
  session,
  sessionMachine,
  updateRow,
} from '#tests/support/raw-rows'

// Sessions and their places as another program would write them, in every form of SQL. After each test the oracle counts
// all places and all time again.

const foreign = foreignProgram()
const START = FIRST_DAY + 10 * DAY

const put = (id: string, change = {}, conflict = '') =>
  insertRow(foreign.raw, 'sessions', session(id, change), conflict)
const take = (id: string, sessionId: string, change = {}, conflict = '') =>
  insertRow(foreign.raw, 'session_machines', sessionMachine(id, sessionId, change), conflict)
const enrol = (id: string, change = {}, conflict = '') =>
  insertRow(foreign.raw, 'enrolments', place(id, 'training', change), conflict)
const set = (table: string, id: string, change: Record<string, string | number>, conflict = '') =>
  updateRow(foreign.raw, table, { id }, change, conflict)
const statusOf = (id: string) =>
  foreign.raw.prepare('SELECT status FROM enrolments WHERE id = ?').pluck().get(id)
const run = (sql: string) => refusalOf(() => foreign.raw.exec(sql))
const OTHERS = `INTO enrolments (id, session_id, guest, status, turn, enrolled_ms)`

describe.each(CONFLICTS)('INSERT/UPDATE %s', conflict => {
  test('a place beyond the last is refused, also if it was given back or waited for', () => {
    put('training')
    for (const id of ['ana', 'ben']) enrol(id)
    expect(refusalOf(() => enrol('carla', {}, conflict))).toBe('SESSION-FULL')
    enrol('carla', { status: 'waiting' })
    enrol('dan', { status: 'cancelled' })
    for (const id of ['carla', 'dan']) {
      expect(
        refusalOf(() => set('enrolments', id, { status: 'active' }, conflict)),
        id,
      ).toBe('SESSION-FULL')
    }
    set('enrolments', 'ana', { status: 'cancelled' })
    set('enrolments', 'dan', { status: 'active' }, conflict)
    expect(statusOf('dan')).toBe('active')
  })

  test('several places in one statement are counted one after the other', () => {
    put('training')
    const rows = ['ana', 'ben', 'carla'].map(id => `('${id}', 'training', '${id}', 'active', 1, 1)`)
    expect(run(`INSERT ${conflict} ${OTHERS} VALUES ${rows.join(', ')}`)).toBe('SESSION-FULL')
    for (const id of ['x', 'y', 'z']) enrol(id, { status: 'waiting' })
    expect(run(`UPDATE ${conflict} enrolments SET status = 'active'`)).toBe('SESSION-FULL')
  })

  test('a person has one place, and none is taken over by its key', () => {
    put('training', { capacity: 9 })
    enrol('first', { guest: null, member_id: 'ana' })
    const again = (change: object) => refusalOf(() => enrol('again', change, conflict))
    expect(again({ guest: null, member_id: 'ana' })).toBe('KNOWN-ID')
    expect(again({ guest: null, member_id: 'ana', status: 'waiting' })).toBe('KNOWN-ID')
    enrol('guest', { guest: 'Ben' })
    expect(again({ guest: 'BEN' })).toBe('KNOWN-ID')
    expect(refusalOf(() => enrol('first', {}, conflict))).toBe('KNOWN-ID')
    enrol('back', { guest: 'Ben', status: 'cancelled' })
    expect(refusalOf(() => set('enrolments', 'back', { status: 'active' }, conflict))).toBe('KNOWN-ID')
    expect([statusOf('first'), statusOf('guest')]).toEqual(['active', 'active'])
  })

  test('the capacity is not cut below the places that are taken', () => {
    put('training')
    for (const id of ['ana', 'ben']) enrol(id)
    expect(refusalOf(() => set('sessions', 'training', { capacity: 1 }, conflict))).toBe('SESSION-FULL')
    expect(refusalOf(() => set('sessions', 'training', { capacity: 0 }, conflict))).toBe('NO-LOAD')
  })

  test('a cancelled session has no place, and does not come back by itself', () => {
    put('training')
    enrol('ana', { status: 'waiting' })
    set('sessions', 'training', { status: 'cancelled' })
    expect(refusalOf(() => enrol('ben', {}, conflict))).toBe('SESSION-FULL')
    expect(refusalOf(() => set('enrolments', 'ana', { status: 'active' }, conflict))).toBe('SESSION-FULL')
    expect(refusalOf(() => set('sessions', 'training', { status: 'planned' }, conflict))).toBe(
      'MOVE-NOT-ALLOWED',
    )
  })

  test('a session takes its machines whole, and neither gets nor gives time that is promised', () => {
    put('training')
    take('its mill', 'training', { machine_id: 'mill' })
    const sack = booking('one sack', { machine_id: 'mill', start_ms: START, end_ms: START + HOUR })
    expect(refusalOf(() => insertRow(foreign.raw, 'bookings', sack, conflict))).toBe('OVERBOOKED')
    foreign.put('promised')
    expect(refusalOf(() => put('other', { start_ms: FIRST_DAY, end_ms: FIRST_DAY + 1 }, conflict))).toBe('')
    expect(refusalOf(() => take('its own', 'other', {}, conflict))).toBe('OVERBOOKED')
  })

  test('a session is not moved onto a taken machine, and keeps its time where it is refused', () => {
    put('training')
    take('its machine', 'training')
    foreign.put('promised')
    const move = { start_ms: FIRST_DAY + HOUR, end_ms: FIRST_DAY + 2 * HOUR }
    expect(refusalOf(() => set('sessions', 'training', move, conflict))).toBe('OVERBOOKED')
    expect(refusalOf(() => set('sessions', 'training', { end_ms: START + 5 * HOUR }, conflict))).toBe('')
    put('second', { start_ms: START + 5 * HOUR, end_ms: START + 6 * HOUR })
    take('again', 'second')
    expect(refusalOf(() => set('sessions', 'second', { start_ms: START }, conflict))).toBe('OVERBOOKED')
    set('session_machines', 'its machine', { status: 'removed' }, conflict)
    expect(refusalOf(() => set('sessions', 'second', { start_ms: START }, conflict))).toBe('')
    expect(refusalOf(() => set('session_machines', 'its machine', { status: 'taken' }, conflict))).toBe(
      'OVERBOOKED',
    )
  })
})

test('an upsert takes no place either', () => {
  put('training', { capacity: 1 })
  enrol('ana')
  enrol('ben', { status: 'cancelled' })
  const upsert = (id: string, how: string) =>
    run(`INSERT ${OTHERS} VALUES ('${id}', 'training', 'x', 'active', 1, 1) ON CONFLICT ${how}`)
  expect(upsert('ben', `(id) DO UPDATE SET status = 'active'`)).toBe('KNOWN-ID')
  expect(upsert('ben', 'DO NOTHING')).toBe('KNOWN-ID')
  expect(upsert('carla', 'DO NOTHING')).toBe('SESSION-FULL')
  expect(statusOf('ben')).toBe('cancelled')
})

test('nothing is deleted, exchanged, or about a session, a member or a user that is not there', () => {
  put('training')
  take('its machine', 'training')
  enrol('ana')
  for (const table of ['sessions', 'session_machines', 'enrolments']) {
    expect(run(`DELETE FROM ${table}`), table).toBe('KEPT')
    expect(run(`UPDATE ${table} SET id = id || '!'`), table).toBe('FIXED')
  }
  expect(refusalOf(() => set('enrolments', 'ana', { guest: 'Ben' }))).toBe('FIXED')
  expect(refusalOf(() => set('enrolments', 'ana', { session_id: 'other' }))).toBe('FIXED')
  expect(refusalOf(() => set('session_machines', 'its machine', { machine_id: 'mill' }))).toBe('FIXED')
  expect(refusalOf(() => enrol('ben', { session_id: 'nowhere' }))).toBe('UNKNOWN-SESSION')
  expect(refusalOf(() => enrol('ben', { guest: null, member_id: 'nobody' }))).toBe('UNKNOWN-MEMBER')
  expect(refusalOf(() => take('x', 'nowhere', { machine_id: 'mill' }))).toBe('UNKNOWN-SESSION')
  expect(refusalOf(() => take('x', 'training', { machine_id: 'nothing' }))).toBe('OVERBOOKED')
  expect(refusalOf(() => put('other', { organizer_id: 'nobody' }))).toBe('UNKNOWN-USER')
  expect(refusalOf(() => set('sessions', 'training', { organizer_id: 'nobody' }))).toBe('UNKNOWN-USER')
  expect(refusalOf(() => put('training', {}, 'OR REPLACE'))).toBe('KNOWN-ID')
  expect(refusalOf(() => take('other', 'training', {}, 'OR REPLACE'))).toBe('KNOWN-ID')
  expect(refusalOf(() => put('short', { end_ms: START }))).toBe('NO-LOAD')
})

test('with CHECKs turned off, a session without places and a place without its capacity are refused too', () => {
  foreign.raw.pragma('ignore_check_constraints = ON')
  expect(refusalOf(() => put('none', { capacity: 0 }))).toBe('NO-LOAD')
  put('training')
  expect(refusalOf(() => set('sessions', 'training', { capacity: -1 }))).toBe('NO-LOAD')
})

// Each trigger dropped from a copy: it then accepts one statement that the whole guard refuses.
const NEEDED: { [trigger: string]: { given?: string; attempt: string; refusal: string } } = {
  sessions_are_new: {
    attempt:
      "INSERT OR REPLACE INTO sessions SELECT 'training', 9, title, description, organizer_id, place, start_ms, end_ms, 1, open_to, status, reason, added_ms FROM sessions",
    refusal: 'KNOWN-ID',
  },
  sessions_move_as_allowed: {
    given: "UPDATE sessions SET status = 'cancelled'",
    attempt: "UPDATE sessions SET status = 'planned'",
    refusal: 'MOVE-NOT-ALLOWED',
  },
  sessions_are_kept: { attempt: 'DELETE FROM sessions', refusal: 'KEPT' },
  sessions_keep_their_places: { attempt: 'UPDATE sessions SET capacity = 1', refusal: 'SESSION-FULL' },
  sessions_occupy_anew: {
    given: `INSERT INTO bookings (id, machine_id, member_id, status, start_ms, end_ms)
      VALUES ('promised', 'harvester', 'ana', 'approved', ${FIRST_DAY}, ${FIRST_DAY + DAY})`,
    attempt: `UPDATE sessions SET start_ms = ${FIRST_DAY}, end_ms = ${FIRST_DAY + HOUR}`,
    refusal: 'OVERBOOKED',
  },
  session_machines_are_new: {
    attempt: "INSERT INTO session_machines VALUES ('x', 'nowhere', 'mill', 'taken')",
    refusal: 'UNKNOWN-SESSION',
  },
  session_machines_stay: {
    attempt: "UPDATE session_machines SET machine_id = 'mill'",
    refusal: 'FIXED',
  },
  session_machines_are_kept: { attempt: 'DELETE FROM session_machines', refusal: 'KEPT' },
  session_machines_occupy: {
    given: `INSERT INTO bookings (id, machine_id, member_id, status, start_ms, end_ms)
      VALUES ('promised', 'other', 'ana', 'approved', ${START}, ${START + DAY})`,
    attempt: "INSERT INTO session_machines VALUES ('second', 'training', 'other', 'taken')",
    refusal: 'OVERBOOKED',
  },
  session_machines_occupy_anew: {
    given: `INSERT INTO session_machines VALUES ('second', 'training', 'other', 'removed');
      INSERT INTO bookings (id, machine_id, member_id, status, start_ms, end_ms)
      VALUES ('promised', 'other', 'ana', 'approved', ${START}, ${START + DAY})`,
    attempt: "UPDATE session_machines SET status = 'taken' WHERE id = 'second'",
    refusal: 'OVERBOOKED',
  },
  enrolments_are_new: {
    attempt: `INSERT OR REPLACE ${OTHERS} VALUES ('ana', 'training', 'Zoe', 'active', 1, 1)`,
    refusal: 'KNOWN-ID',
  },
  enrolments_move_as_allowed: {
    attempt: "UPDATE enrolments SET guest = 'Zoe' WHERE id = 'ana'",
    refusal: 'FIXED',
  },
  enrolments_are_kept: { attempt: 'DELETE FROM enrolments', refusal: 'KEPT' },
  enrolments_fit: {
    attempt: `INSERT ${OTHERS} VALUES ('zoe', 'training', 'Zoe', 'active', 1, 1)`,
    refusal: 'SESSION-FULL',
  },
  enrolments_still_fit: {
    attempt: "UPDATE enrolments SET status = 'active' WHERE id = 'dan'",
    refusal: 'SESSION-FULL',
  },
}

describe('each trigger is needed', () => {
  test.each(Object.entries(NEEDED))('without %s, the file accepts what it refuses', (trigger, one) => {
    const [whole, broken] = [planted(), planted()]
    broken.exec(`DROP TRIGGER ${trigger}`)
    for (const sqlite of [whole, broken]) if (one.given) sqlite.exec(one.given)
    expect(refusalOf(() => whole.exec(one.attempt))).toBe(one.refusal)
    expect(whatIsWrong(whole)).toEqual([])
    expect(refusalOf(() => broken.exec(one.attempt))).toBe('')
  })

  test('the list has every trigger of sessions, their machines and their places', () => {
    const all = planted()
      .prepare(
        "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name IN ('sessions', 'session_machines', 'enrolments')",
      )
      .pluck()
      .all()
    expect(all.sort()).toEqual(Object.keys(NEEDED).sort())
  })
})

/** A full session with the harvester, and somebody who gave a place back. */
function planted(): Database.Database {
  const sqlite = new Database(':memory:')
  migrate(sqlite, readMigrations(migrationsFolder()))
  sqlite.pragma('foreign_keys = OFF')
  plantMachines(sqlite)
  insertRow(sqlite, 'sessions', session('training'))
  insertRow(sqlite, 'session_machines', sessionMachine('its machine', 'training'))
  for (const id of ['ana', 'ben']) insertRow(sqlite, 'enrolments', place(id, 'training'))
  insertRow(sqlite, 'enrolments', place('dan', 'training', { status: 'cancelled' }))
  return sqlite
}
