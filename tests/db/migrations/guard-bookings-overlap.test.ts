import { describe, expect, test } from 'vitest'
import { foreignProgram } from '#tests/support/foreign-program'
import { type booking, DAY, FIRST_DAY, HOUR, insertRow, refusalOf, repair } from '#tests/support/raw-rows'

const foreign = foreignProgram()
const { put, set, ids } = foreign

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
    expect(
      refusalOf(() => insertRow(foreign.raw, 'maintenance', repair('belt', { machine_id: 'mill' }))),
    ).toBe('OVERBOOKED')
    set('one', { status: 'cancelled' })
    insertRow(foreign.raw, 'maintenance', repair('belt', { machine_id: 'mill' }))
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
      refusalOf(() =>
        insertRow(foreign.raw, 'maintenance', repair('bad', { ...said, to_day: '2026-12-03' })),
      ),
    ).toMatch(/CHECK/)
    insertRow(foreign.raw, 'maintenance', repair('good', said))
  })
})
