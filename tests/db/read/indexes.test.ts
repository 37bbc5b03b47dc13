import { beforeAll, beforeEach, expect, test } from 'vitest'
import { BOOKING_STATUSES } from '#booking/bookings/status'
import { RECORD_ENTITIES } from '#booking/entities'
import type { OfficeFile } from '#db/file'
import { type HistoryFilter, listHistory, listRefused } from '#db/read/history'
import { listBookings } from '#db/read/list-bookings'
import { readNotices, readUnread } from '#db/read/notices'
import { openTemporary } from '#tests/support/temporary-file'

// A question must not look at every row of a table that grows for years. SQLite is asked how it would answer each.

let file: OfficeFile
let asked: string[]
beforeAll(() => {
  file = openTemporary()
  const prepare = file.sqlite.prepare.bind(file.sqlite)
  file.sqlite.prepare = ((text: string) => {
    asked.push(text)
    return prepare(text)
  }) as typeof file.sqlite.prepare
})
beforeEach(() => {
  asked = []
})

/** How SQLite finds the rows of each query that was prepared: "SEARCH history USING INDEX …". */
function plans(): string[] {
  const queries = asked.filter(text => text.trimStart().toUpperCase().startsWith('SELECT'))
  return queries.flatMap(text => {
    const plan = file.sqlite.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${text}`)
    return plan.all(...Array(text.split('?').length - 1).fill('x')).map(row => row.detail)
  })
}
/** In the order of an index, a list with a limit stops when its page is full, if nothing else is asked of its rows. */
const scans = (table: string) => plans().filter(detail => new RegExp(`^SCAN ${table}\\b`).test(detail))

const PERSON = { userId: 'somebody', limit: 51 }
const QUESTIONS: (readonly [string, HistoryFilter])[] = [
  ['of a person', PERSON],
  ['of a person, further back', { ...PERSON, after: { seq: 1000, atMs: 1000 } }],
  ...RECORD_ENTITIES.map(entity => [`of a person about a ${entity}`, { ...PERSON, entity }] as const),
  ...RECORD_ENTITIES.map(entity => [`of one ${entity}`, { entity, entityId: 'x', limit: 200 }] as const),
  ['of one record, whatever its kind', { entityId: 'x', limit: 51 }],
]
test.each(QUESTIONS)('the history %s is found by an index', (_, filter) => {
  listHistory(file.db, filter)
  expect(plans().join()).toMatch(/SEARCH history USING INDEX history_by_(user|entity)/)
  expect(scans('history')).toEqual([])
})

const DAYS = { fromMs: 1000, toMs: 2000, limit: 51 }
const OF_DAYS: (readonly [string, HistoryFilter])[] = [
  ['some days', DAYS],
  ['some days, further back', { ...DAYS, after: { seq: 1000, atMs: 1500 } }],
  ['all time until a day', { toMs: 2000, limit: 51 }],
  ['all time since a day', { fromMs: 1000, limit: 51 }],
  ['a person on some days', { ...DAYS, ...PERSON }],
  ['bookings on some days', { ...DAYS, entity: 'booking' }],
  ['a person and bookings on some days', { ...DAYS, ...PERSON, entity: 'booking' }],
]
test.each(OF_DAYS)('the history of %s is found by an index and in its order', (_, filter) => {
  listHistory(file.db, filter)
  expect(plans().join()).toMatch(/SEARCH history USING INDEX history_by_time \(at_ms[<>]/)
  expect(plans().join()).not.toMatch(/TEMP B-TREE/)
})

const found = (members: number, machines: number) => ({
  memberIds: Array.from({ length: members }, (_, n) => `member ${n}`),
  machineIds: Array.from({ length: machines }, (_, n) => `machine ${n}`),
})
const TEXTS = [found(1, 0), found(0, 20), found(500, 0), found(500, 200)]

test.each(BOOKING_STATUSES)('bookings that a text finds with the status %s are found by an index', status => {
  for (const text of TEXTS) listBookings(file.db, { status: [status], found: text, limit: 51 }, 0)
  expect(plans().join()).toMatch(/SEARCH bookings USING INDEX bookings_by_status/)
  expect(scans('bookings')).toEqual([])
})

test('bookings that a text finds are found by an index while they are few', () => {
  for (const text of TEXTS) listBookings(file.db, { found: text, limit: 51 }, 0)
  expect(plans().join()).toMatch(/SEARCH bookings USING INDEX bookings_by_member/)
  expect(scans('bookings')).toEqual([])
})

test('refused attempts are found by an index', () => {
  listRefused(file.db, undefined, 51)
  expect(plans().join()).toMatch(/commands_refused/)
})

test('a person’s own notices are found by an index, and those of a permission by the newest ids', () => {
  readNotices(file.db, 'somebody', ['see-office'], 0)
  readUnread(file.db, 'somebody', ['see-office'], 0)
  expect(plans().join()).toMatch(/SEARCH notices USING INDEX notices_by_user/)
  expect(asked.every(text => !/FROM notices/.test(text) || /ORDER BY id DESC LIMIT 1000/.test(text))).toBe(
    true,
  )
})
