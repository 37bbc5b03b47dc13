import { beforeEach, describe, expect, test } from 'vitest'
import { foreignProgram } from '#tests/support/foreign-program'
import { booking, CONFLICTS, DAY, FIRST_DAY, insertRow, refusalOf, updateRow } from '#tests/support/raw-rows'

const foreign = foreignProgram()
beforeEach(() => {
  insertRow(foreign.raw, 'members', { id: 'eva', number: '2', name: 'Eva', search_key: 'eva' })
  put('river')
  put('hers', { member_id: 'eva' })
})

function put(id: string, change = {}, conflict = ''): void {
  insertRow(
    foreign.raw,
    'fields',
    { id, member_id: 'ana', name: id, square_metres: 5_000, ...change },
    conflict,
  )
}

describe.each(CONFLICTS)('%s', conflict => {
  test('a booking names only a field of its own member, when added and after every change', () => {
    const book = (id: string, change: { [column: string]: string | number | null }) =>
      refusalOf(() => insertRow(foreign.raw, 'bookings', booking(id, change), conflict))
    expect(book('a', { field_id: 'hers' })).toBe('NOT-ITS-FIELD')
    expect(book('a', { field_id: 'nowhere' })).toBe('NOT-ITS-FIELD')
    expect(book('a', { field_id: 'river' })).toBe('')
    const later = { start_ms: FIRST_DAY + 40 * DAY, end_ms: FIRST_DAY + 41 * DAY }
    expect(book('b', { ...later, from_day: null, to_day: null, from_offset: null, to_offset: null })).toBe('')
    const set = (change: { [column: string]: string }) =>
      refusalOf(() => updateRow(foreign.raw, 'bookings', { id: 'a' }, change, conflict))
    expect(set({ field_id: 'hers' })).toBe('NOT-ITS-FIELD')
    expect(set({ member_id: 'eva' })).toBe('NOT-ITS-FIELD')
    expect(set({ member_id: 'eva', field_id: 'hers' })).toBe('')
  })

  test('a field keeps its id and its member, cannot be replaced, and is never deleted', () => {
    const add = (id: string, change: object) => refusalOf(() => put(id, change, conflict))
    expect(add('river', { name: 'other' })).toBe('KNOWN-ID')
    expect(add('new', { name: 'RIVER' })).toBe('KNOWN-ID')
    expect(add('new', { member_id: 'nobody' })).toBe('UNKNOWN-MEMBER')
    const set = (change: { [column: string]: string }) =>
      refusalOf(() => updateRow(foreign.raw, 'fields', { id: 'river' }, change, conflict))
    expect(set({ id: 'x' })).toBe('FIXED')
    expect(set({ member_id: 'eva' })).toBe('FIXED')
    put('upper')
    expect(set({ name: 'Upper' })).toBe('KNOWN-ID')
    expect(refusalOf(() => foreign.raw.exec('DELETE FROM fields'))).toBe('KEPT')
    expect(foreign.raw.prepare('SELECT count(*) FROM fields').pluck().get()).toBe(3)
  })
})

test('a field has an area, and its planting day is a real date', () => {
  expect(refusalOf(() => put('a', { square_metres: 0 }))).toContain('CHECK')
  expect(refusalOf(() => put('a', { planted_on: '2026-02-30' }))).toContain('CHECK')
  expect(refusalOf(() => put('a', { planted_on: '2026-02-28' }))).toBe('')
})
