import { beforeEach, describe, expect, test } from 'vitest'
import { foreignProgram } from '#tests/support/foreign-program'
import { booking, CONFLICTS, DAY, FIRST_DAY, insertRow, refusalOf, updateRow } from '#tests/support/raw-rows'

const foreign = foreignProgram()
const RATE = { machine_id: 'harvester', valid_from: '2026-12-01', per: 'day', centavos: 100, set_ms: 1 }
const put = (id: string, change = {}, conflict = '') =>
  insertRow(foreign.raw, 'rates', { id, nth: 1, ...RATE, ...change }, conflict)
const rows = () => foreign.raw.prepare('SELECT * FROM rates ORDER BY id').all()
beforeEach(() => {
  put('first')
})

describe.each(CONFLICTS)('%s', conflict => {
  const add = (id: string, change: object) => refusalOf(() => put(id, change, conflict))

  test('a rate is never changed, replaced or deleted, and comes after the others of its machine', () => {
    const before = rows()
    expect(add('first', { nth: 2 })).toBe('KNOWN-ID')
    expect(add('second', { nth: 1 })).toBe('KNOWN-ID')
    expect(add('second', { nth: 3 })).toBe('KNOWN-ID')
    const changes = {
      id: 'x',
      version: 2,
      machine_id: null,
      type_id: 'type',
      valid_from: '2026-12-02',
      per: 'kg',
    }
    const more = { centavos: 1, for_others_centavos: 5, included: 'fuel', set_by: 'x', set_ms: 9, nth: 7 }
    for (const [column, value] of Object.entries({ ...changes, ...more })) {
      const change = { [column]: value }
      expect(
        refusalOf(() => updateRow(foreign.raw, 'rates', { id: 'first' }, change, conflict)),
        column,
      ).toBe('FIXED')
    }
    expect(refusalOf(() => foreign.raw.exec('DELETE FROM rates'))).toBe('KEPT')
    expect(rows()).toEqual(before)
    expect(add('second', { nth: 2 })).toBe('')
  })

  test('a rate is of one machine or one type that exists', () => {
    expect(add('a', { machine_id: 'nothing' })).toMatch(/UNKNOWN-MACHINE/)
    expect(add('b', { machine_id: null, type_id: 'nothing' })).toMatch(/UNKNOWN-TYPE/)
    expect(rows()).toHaveLength(1)
  })

  test('a machine brings the rate that it is added with, and keeps that', () => {
    const machine = {
      id: 'new',
      type_id: typeOf('harvester'),
      name: 'New',
      booking_mode: 'days',
      capacity: 1,
    }
    insertRow(foreign.raw, 'machines', { ...machine, rate_per: 'kg', rate_centavos: 7 }, conflict)
    expect(rows()).toContainEqual(
      expect.objectContaining({
        id: 'new',
        machine_id: 'new',
        valid_from: '0001-01-01',
        per: 'kg',
        centavos: 7,
      }),
    )
    const change = (columns: Parameters<typeof insertRow>[2]) =>
      refusalOf(() => updateRow(foreign.raw, 'machines', { id: 'new' }, columns, conflict))
    expect(change({ rate_centavos: 8 })).toBe('FIXED')
    expect(change({ rate_per: null, rate_centavos: null })).toBe('FIXED')
    expect(change({ note: 'red' })).toBe('')
  })

  test('a promise keeps its rate while its machine and its member stay, and names only one of its machine', () => {
    put('of another', { machine_id: 'mill', nth: 1 })
    put('second', { nth: 2 })
    const bring = (id: string, change: Parameters<typeof booking>[1]) =>
      refusalOf(() => insertRow(foreign.raw, 'bookings', booking(id, change), conflict))
    expect(bring('wrong', { rate_id: 'of another' })).toBe('NOT-ITS-RATE')
    expect(bring('unknown', { rate_id: 'nothing' })).toBe('NOT-ITS-RATE')
    expect(bring('b', { status: 'approved', rate_id: 'first', member_kind: 'member' })).toBe('')
    const change = (columns: { [column: string]: string | null }) =>
      refusalOf(() => updateRow(foreign.raw, 'bookings', { id: 'b' }, columns, conflict))
    expect(change({ rate_id: 'of another' })).toMatch(/NOT-ITS-RATE|FIXED/)
    expect(change({ rate_id: 'second' })).toBe('FIXED')
    expect(change({ rate_id: null })).toBe('FIXED')
    expect(change({ member_kind: 'other' })).toBe('FIXED')
    expect(change({ purpose: 'ploughing' })).toBe('')
    const kept = foreign.raw.prepare("SELECT rate_id, member_kind FROM bookings WHERE id = 'b'").get()
    expect(kept).toEqual({ rate_id: 'first', member_kind: 'member' })
    const later = { start_ms: FIRST_DAY + 40 * DAY, end_ms: FIRST_DAY + 41 * DAY }
    const free = { from_day: null, to_day: null, from_offset: null, to_offset: null }
    expect(bring('waits', { ...later, ...free, status: 'pending' })).toBe('')
  })
})

function typeOf(machineId: string): string {
  return foreign.raw.prepare('SELECT type_id FROM machines WHERE id = ?').pluck().get(machineId) as string
}
