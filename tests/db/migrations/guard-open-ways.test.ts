import Database from 'better-sqlite3'
import { beforeEach, expect, test } from 'vitest'
import { foreignProgram } from '#tests/support/foreign-program'
import { whatIsWrong } from '#tests/support/occupancy-oracle'
import {
  booking,
  DAY,
  FIRST_DAY,
  HOUR,
  insertRow,
  place,
  plantSession,
  refusalOf,
  repair,
  session,
  sessionMachine,
  updateRow,
} from '#tests/support/raw-rows'
import { openTemporary, temporaryFolder } from '#tests/support/temporary-file'

// Every way in which another program could write into the gaps of a machine that is not back. After each test, the oracle in
// `foreignProgram` looks at every gap.
const foreign = foreignProgram()
const END = FIRST_DAY + DAY
const IN_THE_GAP = { start_ms: END + HOUR, end_ms: END + 2 * HOUR }

beforeEach(() => {
  foreign.put('out', { status: 'in-use' })
  foreign.put('promised', { start_ms: END + 10 * HOUR, end_ms: END + 20 * HOUR })
  foreign.put('elsewhere', { machine_id: 'other', ...IN_THE_GAP })
  foreign.put('waits', { status: 'pending', pending_blocks: 0, ...IN_THE_GAP })
  const shut = { kind: 'booking', machine_id: 'harvester', from_ms: END, until_ms: END + 3 * DAY }
  insertRow(foreign.raw, 'open_blocks', { ...shut, ref_id: 'out', units: 1, whole: 0 })
})

const VALUES = `(id, machine_id, member_id, status, start_ms, end_ms)
  VALUES ('new', 'harvester', 'ana', 'approved', ${IN_THE_GAP.start_ms}, ${IN_THE_GAP.end_ms})`
const INTO = `UPDATE bookings SET machine_id = 'harvester' WHERE id = 'elsewhere'`

/** Each statement that would promise the gap, and what the file may say to it. */
const WAYS: [string, string, RegExp?][] = [
  ['an UPSERT', `INSERT INTO bookings ${VALUES} ON CONFLICT DO NOTHING`],
  [
    'an UPSERT over a row that is there',
    `INSERT INTO bookings ${VALUES.replace("'new'", "'elsewhere'")}
     ON CONFLICT (id) DO UPDATE SET machine_id = excluded.machine_id`,
    /KNOWN-ID/,
  ],
  ['REPLACE', `REPLACE INTO bookings ${VALUES}`],
  [
    'REPLACE of a row that is there',
    `REPLACE INTO bookings ${VALUES.replace("'new'", "'elsewhere'")}`,
    /KNOWN-ID/,
  ],
  ['a new row under the id of one that was deleted', `DELETE FROM bookings WHERE id = 'elsewhere'`, /KEPT/],
  [
    'a SELECT',
    `INSERT INTO bookings (id, machine_id, member_id, status, start_ms, end_ms)
     SELECT 'new', 'harvester', member_id, status, start_ms, end_ms FROM bookings WHERE id = 'elsewhere'`,
  ],
  ['an approval', `UPDATE bookings SET status = 'approved' WHERE id = 'waits'`],
  ['an approval that says OR IGNORE', `UPDATE OR IGNORE bookings SET status = 'approved' WHERE id = 'waits'`],
  [
    'a pending row that blocks',
    `UPDATE bookings SET pending_blocks = 1 WHERE id = 'waits'`,
    /OVERBOOKED|FIXED/,
  ],
  ['a move', INTO],
  ['a move that says OR REPLACE', INTO.replace('UPDATE', 'UPDATE OR REPLACE')],
  ['a longer promise', `UPDATE bookings SET start_ms = start_ms - ${HOUR} WHERE id = 'promised'`],
  ['a longer buffer', `UPDATE bookings SET buffer_before_ms = ${HOUR} WHERE id = 'promised'`],
  ['more units', `UPDATE bookings SET units = 2 WHERE id = 'promised'`],
  ['occupancy itself', `UPDATE occupancy SET start_ms = start_ms - 1`, /DERIVED/],
  ['no open-ended block', `DELETE FROM open_blocks`, /KEPT/],
  ['a shorter one', `UPDATE open_blocks SET until_ms = ${END - 1}`, /TOO-LONG/],
  [
    'UPDATE FROM',
    `UPDATE bookings SET machine_id = m.id FROM machines m
     WHERE m.id = 'harvester' AND bookings.id = 'elsewhere'`,
  ],
  ['RETURNING', `INSERT INTO bookings ${VALUES} RETURNING id`],
]

const PRAGMAS = [
  '',
  'recursive_triggers = ON',
  'ignore_check_constraints = ON',
  'foreign_keys = ON',
  'defer_foreign_keys = ON',
  'legacy_alter_table = ON',
  'reverse_unordered_selects = ON',
  'automatic_index = OFF',
]

test.each(PRAGMAS)('with PRAGMA %s, nobody gets into the gap by any statement', pragma => {
  const { raw } = foreign
  if (pragma) raw.pragma(pragma)
  for (const [way, statement, said = /OVERBOOKED/] of WAYS) {
    expect(
      refusalOf(() => raw.exec(statement)),
      way,
    ).toMatch(said)
  }
  raw.exec('BEGIN')
  for (const [way, statement, said = /OVERBOOKED/] of WAYS) {
    expect(
      refusalOf(() => raw.exec(statement)),
      way,
    ).toMatch(said)
  }
  expect(whatIsWrong(raw)).toEqual([])
  raw.exec('COMMIT')
})

test('a trigger of the other program, lasting or its own, gets no further than the program itself', () => {
  const { raw } = foreign
  for (const kind of ['TEMP TRIGGER', 'TRIGGER']) {
    const on = kind === 'TRIGGER' ? 'members' : 'main.members'
    raw.exec(`CREATE ${kind} sneak AFTER UPDATE ON ${on} BEGIN INSERT INTO bookings ${VALUES}; END`)
    expect(refusalOf(() => raw.exec("UPDATE members SET phone = '1'"))).toBe('OVERBOOKED')
    raw.exec('DROP TRIGGER sneak')
    raw.exec(`CREATE ${kind} sneak AFTER UPDATE ON ${on} BEGIN ${INTO}; END`)
    expect(refusalOf(() => raw.exec("UPDATE OR REPLACE members SET phone = '1'"))).toBe('OVERBOOKED')
    raw.exec('DROP TRIGGER sneak')
  }
})

test('a file that is attached to another one refuses as it does by itself, in one transaction with it', () => {
  const other = new Database(':memory:')
  const elsewhere = new Database(`${temporaryFolder()}/other.db`)
  for (const sqlite of [other, elsewhere]) {
    sqlite.exec(`ATTACH '${foreign.raw.name}' AS office`)
    sqlite.exec('CREATE TABLE mine (id TEXT); BEGIN')
    sqlite.exec("INSERT INTO mine VALUES ('x')")
    expect(refusalOf(() => sqlite.exec(`INSERT INTO office.bookings ${VALUES}`))).toBe('OVERBOOKED')
    expect(refusalOf(() => sqlite.exec(INTO.replace('bookings', 'office.bookings')))).toBe('OVERBOOKED')
    sqlite.exec('COMMIT')
    sqlite.close()
  }
})

test('neither a repair, a session, a hold nor a smaller rest of a statement takes the gap', () => {
  const { raw } = foreign
  plantSession(raw)
  const planned = session('field day', IN_THE_GAP)
  insertRow(raw, 'sessions', planned)
  insertRow(raw, 'enrolments', place('ben', 'field day'))
  expect(refusalOf(() => insertRow(raw, 'session_machines', sessionMachine('it', 'field day')))).toBe(
    'OVERBOOKED',
  )
  expect(refusalOf(() => insertRow(raw, 'maintenance', repair('oil', IN_THE_GAP)))).toBe('OVERBOOKED')
  insertRow(raw, 'sessions', session('later', { start_ms: END + 9 * DAY, end_ms: END + 10 * DAY }))
  insertRow(raw, 'session_machines', sessionMachine('later', 'later'))
  expect(refusalOf(() => updateRow(raw, 'sessions', { id: 'later' }, IN_THE_GAP))).toBe('OVERBOOKED')
  // OR FAIL keeps what a statement did before it failed: the first row is in order.
  const rows = [booking('first', { ...IN_THE_GAP, machine_id: 'mill' }), booking('second', IN_THE_GAP)]
  const values = rows.map(
    row =>
      `('${row['id']}', '${row['machine_id']}', 'ana', 'approved', ${row['start_ms']}, ${row['end_ms']})`,
  )
  const both = `(id, machine_id, member_id, status, start_ms, end_ms) VALUES ${values}`
  expect(refusalOf(() => raw.exec(`INSERT OR FAIL INTO bookings ${both}`))).toBe('OVERBOOKED')
  expect(foreign.ids()).not.toContain('second')
})

test('whoever rewrites the schema by hand gets a file that Araro does not open', () => {
  const { raw } = foreign
  raw.unsafeMode(true)
  raw.pragma('writable_schema = ON')
  raw.exec(
    "UPDATE sqlite_schema SET sql = replace(sql, 'OVERBOOKED', 'overbooked') WHERE name = 'occupancy_guard'",
  )
  raw.pragma('writable_schema = RESET')
  expect(refusalOf(() => raw.exec(`INSERT INTO bookings ${VALUES}`))).toBe('overbooked')
  expect(() => openTemporary(raw.name)).toThrow('The guard against double-booking')
})
