import type Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { whatIsWrong } from '#tests/support/occupancy-oracle'
import {
  booking,
  CONFLICTS,
  DAY,
  FIRST_DAY,
  HOUR,
  hold,
  insertRow,
  plantMachines,
  refusalOf,
  repair,
  updateRow,
} from '#tests/support/raw-rows'
import { openTemporary, rawConnection } from '#tests/support/temporary-file'

// A foreign program writes to the file: a plain connection at SQLite's default settings.
let raw: Database.Database
beforeEach(() => {
  const file = openTemporary()
  plantMachines(file.sqlite)
  raw = rawConnection(file.path)
})
/** After every statement, refused or not: occupancy contains what blocks, and nothing is double-booked. */
afterEach(() => expect(whatIsWrong(raw)).toEqual([]))

const put = (id: string, change = {}, conflict = '') =>
  insertRow(raw, 'bookings', booking(id, change), conflict)
const set = (id: string, change: Parameters<typeof updateRow>[3], conflict = '') =>
  updateRow(raw, 'bookings', { id }, change, conflict)
const ids = () => raw.prepare('SELECT id FROM bookings ORDER BY id').pluck().all()
const statusOf = (id: string) => raw.prepare('SELECT status FROM bookings WHERE id = ?').pluck().get(id)

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
    const put = () => insertRow(raw, 'bookings', booking('later', { start_ms: end_ms - 1, end_ms }))
    expect(refusalOf(put)).toContain('CHECK')
  }
})

test('the connection has SQLite’s default settings', () => {
  expect(raw.pragma('recursive_triggers', { simple: true })).toBe(0)
  expect(raw.pragma('foreign_keys', { simple: true })).toBe(0)
  expect(raw.pragma('trusted_schema', { simple: true })).toBe(1)
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
    insertRow(raw, 'holds', hold('form'))
    expect(refusalOf(() => put('second', {}, conflict))).toBe('OVERBOOKED')
    insertRow(raw, 'maintenance', repair('belt', { machine_id: 'other' }))
    expect(refusalOf(() => put('second', { machine_id: 'other' }, conflict))).toBe('OVERBOOKED')
  })

  test('a booking of an unknown or retired machine is refused', () => {
    expect(refusalOf(() => put('first', { machine_id: 'nothing' }, conflict))).toBe('OVERBOOKED')
    updateRow(raw, 'machines', { id: 'harvester' }, { retired_ms: 1 })
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
    refusalOf(() => insertRow(raw, 'holds', hold('form', { end_ms: FIRST_DAY + 500 * DAY }), conflict))
    expect(ids()).toEqual([])
    expect(raw.prepare('SELECT count(*) FROM holds').pluck().get()).toBe(0)
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
      refusalOf(() => raw.exec(statement))
      expect(ids()).toEqual([])
    }
    put('sack', { machine_id: 'mill' })
    const huge = `INSERT ${conflict} INTO bookings (id, machine_id, member_id, status, start_ms, end_ms, units)
      VALUES ('x', 'mill', 'ana', 'approved', ${FIRST_DAY}, ${FIRST_DAY + 1}, ${edge})`
    // OR IGNORE skips a row that violates a CHECK, without an error.
    if (conflict !== 'OR IGNORE') expect(refusalOf(() => raw.exec(huge))).not.toBe('')
    else raw.exec(huge)
    expect(ids()).toEqual(['sack'])
  })

  test('if one of many rows in a statement does not fit, none or only fitting rows are added', () => {
    put('first')
    const three = `INSERT ${conflict} INTO bookings (id, machine_id, member_id, status, start_ms, end_ms) VALUES
      ('a', 'other', 'ana', 'approved', ${FIRST_DAY}, ${FIRST_DAY + DAY}),
      ('b', 'harvester', 'ana', 'approved', ${FIRST_DAY}, ${FIRST_DAY + DAY}),
      ('c', 'other', 'ana', 'approved', ${FIRST_DAY}, ${FIRST_DAY + DAY})`
    expect(refusalOf(() => raw.exec(three))).toBe('OVERBOOKED')
    expect(ids()).toEqual(['first'])
  })
})

describe.each(CONFLICTS)('UPDATE %s', conflict => {
  beforeEach(() => {
    put('first')
    put('second', { start_ms: FIRST_DAY + DAY, end_ms: FIRST_DAY + 2 * DAY })
  })

  test('a booking cannot be moved onto another, nor its machine changed to a taken one', () => {
    expect(refusalOf(() => set('second', { start_ms: FIRST_DAY + DAY - 1 }, conflict))).toBe('OVERBOOKED')
    put('third', { machine_id: 'other' })
    expect(refusalOf(() => set('third', { machine_id: 'harvester' }, conflict))).toBe('OVERBOOKED')
    expect(refusalOf(() => set('third', { machine_id: 'nothing' }, conflict))).toBe('OVERBOOKED')
  })

  test('buffers and units cannot grow into another booking', () => {
    expect(refusalOf(() => set('first', { buffer_after_ms: 1 }, conflict))).toBe('OVERBOOKED')
    expect(refusalOf(() => set('second', { buffer_before_ms: HOUR }, conflict))).toBe('OVERBOOKED')
    expect(refusalOf(() => set('first', { units: 2 }, conflict))).toBe('OVERBOOKED')
  })

  test('an id never changes, neither to a new one nor to an existing one', () => {
    expect(refusalOf(() => set('first', { id: 'third' }, conflict))).toBe('FIXED')
    expect(refusalOf(() => set('first', { id: 'second' }, conflict))).toBe('FIXED')
  })

  test('one statement cannot put all bookings on the same time', () => {
    const all = `UPDATE ${conflict} bookings SET start_ms = ${FIRST_DAY}, end_ms = ${FIRST_DAY + DAY}`
    expect(refusalOf(() => raw.exec(all))).toBe('OVERBOOKED')
  })

  test('an invalid time is refused', () => {
    for (const bad of [
      { start_ms: Number.NaN },
      { end_ms: null },
      { units: 0 },
      { units: 2 ** 40 },
      { end_ms: FIRST_DAY + 500 * DAY },
      { buffer_before_ms: 500 * DAY },
      { buffer_before_ms: Number.MAX_SAFE_INTEGER },
      { machine_id: null },
    ]) {
      const before = raw.prepare('SELECT * FROM bookings').all()
      refusalOf(() => set('first', bad, conflict))
      expect(raw.prepare('SELECT * FROM bookings').all(), JSON.stringify(bad)).toEqual(before)
    }
  })

  test('NULL in place of a number changes nothing, or becomes the default and counts as that', () => {
    put('sacks', { machine_id: 'mill', units: 6, buffer_after_ms: HOUR })
    for (const bad of [
      { units: null },
      { buffer_after_ms: null },
      { pending_blocks: null },
      { status: null },
    ]) {
      refusalOf(() => set('sacks', bad, conflict))
      expect(whatIsWrong(raw), JSON.stringify(bad)).toEqual([])
    }
  })

  test('a cancelled booking can never be reopened, on a free time or a taken one', () => {
    set('first', { status: 'cancelled' })
    expect(refusalOf(() => set('first', { status: 'approved' }, conflict))).toBe('MOVE-NOT-ALLOWED')
    put('newer')
    expect(refusalOf(() => set('first', { status: 'approved' }, conflict))).toBe('MOVE-NOT-ALLOWED')
    expect(refusalOf(() => set('first', { status: 'pending' }, conflict))).toBe('MOVE-NOT-ALLOWED')
  })

  test('a pending booking that did not block cannot be approved on a taken time', () => {
    put('waiting', { status: 'pending', pending_blocks: 0 })
    expect(refusalOf(() => set('waiting', { status: 'approved' }, conflict))).toBe('OVERBOOKED')
    expect(refusalOf(() => set('waiting', { pending_blocks: 1 }, conflict))).toBe('OVERBOOKED')
    expect(statusOf('waiting')).toBe('pending')
    set('first', { status: 'cancelled' })
    expect(refusalOf(() => set('waiting', { status: 'approved' }, conflict))).toBe('')
  })
})

test('an upsert cannot change an existing booking', () => {
  put('first')
  const upsert = (then: string) =>
    `INSERT INTO bookings (id, machine_id, member_id, status, start_ms, end_ms)
     VALUES ('first', 'other', 'ana', 'approved', ${FIRST_DAY}, ${FIRST_DAY + DAY}) ON CONFLICT ${then}`
  expect(refusalOf(() => raw.exec(upsert('(id) DO UPDATE SET machine_id = excluded.machine_id')))).toBe(
    'KNOWN-ID',
  )
  expect(refusalOf(() => raw.exec(upsert('DO NOTHING')))).toBe('KNOWN-ID')
  expect(refusalOf(() => raw.exec(upsert('DO UPDATE SET start_ms = 0')))).toBe('KNOWN-ID')
})

test('a booking is never deleted', () => {
  put('first')
  expect(refusalOf(() => raw.exec('DELETE FROM bookings'))).toBe('KEPT')
})

test('back-to-back bookings are allowed, to the millisecond: half-open times do not overlap', () => {
  put('first', { start_ms: 1000, end_ms: 1001 })
  put('second', { start_ms: 1001, end_ms: 1002 })
  put('before', { start_ms: 999, end_ms: 1000 })
  expect(refusalOf(() => put('across', { start_ms: 999, end_ms: 1002 }))).toBe('OVERBOOKED')
})

test('enclosing, enclosed, at either edge: every overlap is refused', () => {
  put('middle', { start_ms: FIRST_DAY + 10 * HOUR, end_ms: FIRST_DAY + 14 * HOUR })
  for (const [from, to] of [
    [9, 11],
    [13, 15],
    [9, 15],
    [11, 13],
    [10, 14],
    [10, 11],
    [13, 14],
  ] as const) {
    const when = { start_ms: FIRST_DAY + from * HOUR, end_ms: FIRST_DAY + to * HOUR }
    expect(
      refusalOf(() => put('other', when)),
      `${from} to ${to}`,
    ).toBe('OVERBOOKED')
  }
})

test('two bookings are separated by the first one’s buffer after and the second one’s buffer before', () => {
  const buffers = { buffer_before_ms: HOUR, buffer_after_ms: 2 * HOUR }
  put('first', { ...buffers, end_ms: FIRST_DAY + HOUR })
  const at = (hours: number) => ({
    ...buffers,
    start_ms: FIRST_DAY + hours * HOUR,
    end_ms: FIRST_DAY + (hours + 1) * HOUR,
  })
  expect(refusalOf(() => put('second', at(3)))).toBe('OVERBOOKED')
  expect(refusalOf(() => put('second', at(4)))).toBe('')
})

test('a booking of 400 days is found from its start to its end, and one millisecond longer is refused', () => {
  const end = FIRST_DAY + 400 * DAY
  put('long', { end_ms: end })
  expect(refusalOf(() => put('at its end', { start_ms: end - 1, end_ms: end }))).toBe('OVERBOOKED')
  expect(refusalOf(() => put('after', { start_ms: end, end_ms: end + 1 }))).toBe('')
  expect(refusalOf(() => put('longer', { machine_id: 'other', end_ms: end + 1 }))).toMatch(/CHECK/)
})

test.each([
  [1, 'a day'],
  [32, '32 days'],
  [400, '400 days'],
])('a booking of the longest in its length class (%i days: %s) is found from its last millisecond', days => {
  put('long', { end_ms: FIRST_DAY + days * DAY })
  const last = { start_ms: FIRST_DAY + days * DAY - 1, end_ms: FIRST_DAY + days * DAY + HOUR }
  expect(refusalOf(() => put('late', last))).toBe('OVERBOOKED')
  expect(refusalOf(() => put('later', { ...last, start_ms: last.start_ms + 1 }))).toBe('')
})

describe('a mill of ten sacks', () => {
  const sacks = (id: string, units: number, from: number, to: number, conflict = '') => {
    const when = { start_ms: FIRST_DAY + from * HOUR, end_ms: FIRST_DAY + to * HOUR }
    return put(id, { machine_id: 'mill', units, ...when }, conflict)
  }

  test('counts the true peak, not the rows that overlap: 6 then 6 leave room for 4 across both', () => {
    sacks('early', 6, 8, 10)
    sacks('late', 6, 10, 12)
    expect(refusalOf(() => sacks('across', 5, 9, 11))).toBe('OVERBOOKED')
    expect(refusalOf(() => sacks('across', 4, 9, 11))).toBe('')
  })

  test('finds a peak that lies deep inside the new booking', () => {
    sacks('a', 4, 10, 12)
    sacks('b', 4, 11, 13)
    expect(refusalOf(() => sacks('wide', 3, 8, 16))).toBe('OVERBOOKED')
    expect(refusalOf(() => sacks('wide', 2, 8, 16))).toBe('')
  })

  test('ten single sacks fit at one time and the eleventh does not', () => {
    for (let n = 0; n < 10; n++) put(`sack ${n}`, { machine_id: 'mill', purpose: `slot ${n}` })
    expect(refusalOf(() => put('eleventh', { machine_id: 'mill', purpose: 'a slot of its own' }))).toBe(
      'OVERBOOKED',
    )
  })

  test('is taken whole by maintenance, which is refused while one sack is promised', () => {
    sacks('one', 1, 8, 9)
    expect(refusalOf(() => insertRow(raw, 'maintenance', repair('belt', { machine_id: 'mill' })))).toBe(
      'OVERBOOKED',
    )
    set('one', { status: 'cancelled' })
    insertRow(raw, 'maintenance', repair('belt', { machine_id: 'mill' }))
    expect(refusalOf(() => sacks('another', 1, 8, 9))).toBe('OVERBOOKED')
  })
})

describe('days', () => {
  const days = (id: string, change: Parameters<typeof booking>[1]) =>
    put(id, { from_day: '2026-12-01', to_day: '2026-12-01', from_offset: 480, to_offset: 480, ...change })

  test('a booking by days is accepted if dates and instants agree', () => {
    expect(refusalOf(() => days('good', {}))).toBe('')
  })

  test('dates that do not exist, or that do not agree with the instants, are refused', () => {
    for (const bad of [
      { from_day: '2026-11-31' },
      { from_day: '2026-02-30', to_day: '2026-02-30' },
      { to_day: '2026-12-02' },
      { from_day: '2026-11-30' },
      { from_offset: 420 },
      { to_offset: 540 },
      { from_offset: null },
      { from_day: null },
      { to_day: null },
      { from_day: 'now' },
      { from_day: '2026-12-1' },
      { from_day: '' },
      { start_ms: FIRST_DAY + 1 },
    ]) {
      expect(
        refusalOf(() => days('bad', bad)),
        JSON.stringify(bad),
      ).not.toBe('')
      expect(ids()).toEqual([])
    }
  })

  test('the same holds for maintenance', () => {
    const said = { from_day: '2026-12-01', to_day: '2026-12-01', from_offset: 480, to_offset: 480 }
    expect(
      refusalOf(() => insertRow(raw, 'maintenance', repair('bad', { ...said, to_day: '2026-12-03' }))),
    ).toMatch(/CHECK/)
    insertRow(raw, 'maintenance', repair('good', said))
  })
})

describe('handing over', () => {
  beforeEach(() => {
    put('first')
    put('second', { start_ms: FIRST_DAY + DAY, end_ms: FIRST_DAY + 2 * DAY })
    set('first', { status: 'in-use' })
  })

  test('a machine that is still out cannot be handed over to anyone else', () => {
    expect(refusalOf(() => set('second', { status: 'in-use' }))).toBe('STILL-OUT')
    set('first', { status: 'completed' })
    expect(refusalOf(() => set('second', { status: 'in-use' }))).toBe('')
  })

  test('a booking in use cannot be added or moved to a machine that is out', () => {
    const later = { status: 'in-use', start_ms: FIRST_DAY + 5 * DAY, end_ms: FIRST_DAY + 6 * DAY }
    expect(refusalOf(() => put('third', later))).toBe('STILL-OUT')
    put('third', { ...later, machine_id: 'other' })
    expect(refusalOf(() => set('third', { machine_id: 'harvester' }))).toBe('STILL-OUT')
  })

  test('a booking is not completed by its end passing: it stays in use until the return', () => {
    put('newer', { start_ms: FIRST_DAY + 30 * DAY, end_ms: FIRST_DAY + 31 * DAY })
    expect(statusOf('first')).toBe('in-use')
  })
})

test('two bookings can swap their times only if one of them is moved away first', () => {
  put('first')
  put('second', { start_ms: FIRST_DAY + DAY, end_ms: FIRST_DAY + 2 * DAY })
  const swap = () => {
    set('first', { start_ms: FIRST_DAY + DAY, end_ms: FIRST_DAY + 2 * DAY })
    set('second', { start_ms: FIRST_DAY, end_ms: FIRST_DAY + DAY })
  }
  expect(refusalOf(() => raw.transaction(swap)())).toBe('OVERBOOKED')
})
