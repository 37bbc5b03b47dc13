import { beforeEach, describe, expect, test } from 'vitest'
import { foreignProgram } from '#tests/support/foreign-program'
import {
  CONFLICTS,
  DAY,
  FIRST_DAY,
  HOUR,
  hold,
  insertRow,
  occupancyRow,
  refusalOf,
  repair,
  updateRow,
} from '#tests/support/raw-rows'

// After each test, the oracle in `foreignProgram` looks at every gap.
const foreign = foreignProgram()
const END = FIRST_DAY + DAY
const UNTIL = END + 3 * DAY

function shut(refId: string, change: object = {}) {
  const row = { kind: 'booking', machine_id: 'harvester', from_ms: END, until_ms: UNTIL, units: 1, whole: 0 }
  return { ...row, ref_id: refId, ...change }
}
const keepShut = (refId: string, change: object = {}) =>
  insertRow(foreign.raw, 'open_blocks', shut(refId, change))
const during = (fromHour: number, toHour: number, change: object = {}) => ({
  start_ms: END + fromHour * HOUR,
  end_ms: END + toHour * HOUR,
  ...change,
})
const gaps = (refId: string) =>
  foreign.raw
    .prepare<[string], { start_ms: number; end_ms: number; units: number }>(
      'SELECT start_ms, end_ms, units FROM occupancy WHERE ref_id = ? AND seg > 0 ORDER BY start_ms',
    )
    .all(refId)
    .map(row => [(row.start_ms - END) / HOUR, (row.end_ms - END) / HOUR, row.units])

describe('a machine that is out past its end, with a promise in the time that it is expected to take', () => {
  beforeEach(() => {
    foreign.put('out', { status: 'in-use' })
    foreign.put('promised', during(10, 20))
    keepShut('out')
  })

  test.each(CONFLICTS)('refuses every other program in each gap, with INSERT %s', conflict => {
    const times = [
      [0, 10],
      [9, 11],
      [20, 21],
      [0, 1],
      [71, 72],
      [71, 99],
      [-5, 99],
    ]
    for (const [from, to] of times) {
      const when = during(from!, to!)
      expect(
        refusalOf(() => foreign.put(`${from}`, when, conflict)),
        `${from}`,
      ).toBe('OVERBOOKED')
      const held = hold(`${from}`, when)
      expect(refusalOf(() => insertRow(foreign.raw, 'holds', held, conflict))).toBe('OVERBOOKED')
      const repaired = repair(`${from}`, when)
      expect(refusalOf(() => insertRow(foreign.raw, 'maintenance', repaired, conflict))).toBe('OVERBOOKED')
    }
    expect(refusalOf(() => foreign.put('after it', during(72, 90), conflict))).toBe('')
    expect(refusalOf(() => foreign.put('another machine', during(0, 10, { machine_id: 'other' })))).toBe('')
  })

  test('keeps the promise, and fills the gap that it leaves when it is cancelled, moved or displaced', () => {
    expect(gaps('out')).toEqual([
      [0, 10, 1],
      [20, 72, 1],
    ])
    expect(refusalOf(() => foreign.set('promised', during(12, 22)))).toBe('OVERBOOKED')
    foreign.set('promised', { machine_id: 'other' })
    expect(gaps('out')).toEqual([[0, 72, 1]])
    expect(refusalOf(() => foreign.set('promised', { machine_id: 'harvester' }))).toBe('OVERBOOKED')
    foreign.set('promised', { ...during(80, 90), machine_id: 'harvester' })
    expect(gaps('out')).toEqual([[0, 72, 1]])
  })

  test.each(['cancelled', 'displaced', 'no-show'])('fills the gap of a promise that became %s', status => {
    foreign.set('promised', { status })
    expect(gaps('out')).toEqual([[0, 72, 1]])
    expect(refusalOf(() => foreign.put('quick', during(10, 20)))).toBe('OVERBOOKED')
  })

  test('frees its time in the statement that takes it back', () => {
    foreign.set('out', { status: 'completed' })
    expect(gaps('out')).toEqual([])
    expect(refusalOf(() => foreign.put('next', during(0, 10)))).toBe('')
    expect(foreign.raw.prepare('SELECT count(*) FROM open_blocks').pluck().get()).toBe(0)
  })

  test('rolls forward, and gives back what is later', () => {
    updateRow(foreign.raw, 'open_blocks', { ref_id: 'out' }, { until_ms: UNTIL + DAY })
    expect(refusalOf(() => foreign.put('later', during(72, 80)))).toBe('OVERBOOKED')
    updateRow(foreign.raw, 'open_blocks', { ref_id: 'out' }, { until_ms: END + HOUR })
    expect(gaps('out')).toEqual([[0, 1, 1]])
    updateRow(foreign.raw, 'open_blocks', { ref_id: 'out' }, { until_ms: END })
    expect(gaps('out')).toEqual([])
  })

  test('follows its booking to another end, as far as nobody else was promised that time', () => {
    foreign.set('out', { end_ms: END + 4 * HOUR })
    expect(gaps('out')).toEqual([
      [4, 10, 1],
      [20, 72, 1],
    ])
    expect(refusalOf(() => foreign.set('out', { end_ms: END + 11 * HOUR }))).toBe('OVERBOOKED')
    foreign.set('out', { end_ms: END })
    expect(gaps('out')).toEqual([
      [0, 10, 1],
      [20, 72, 1],
    ])
    foreign.set('out', { machine_id: 'other' })
    expect(refusalOf(() => foreign.put('quick', during(0, 10)))).toBe('')
    expect(refusalOf(() => foreign.put('quick there', during(0, 10, { machine_id: 'other' })))).toBe(
      'OVERBOOKED',
    )
  })

  test.each(CONFLICTS)('cannot be undone by hand, with %s', conflict => {
    const { raw } = foreign
    const segment = {
      kind: 'booking',
      ref_id: 'out',
      seg: 9,
      machine_id: 'harvester',
      ...during(30, 31),
      units: 1,
    }
    expect(refusalOf(() => insertRow(raw, 'open_segments', segment, conflict))).toBe('DERIVED')
    expect(refusalOf(() => raw.exec(`UPDATE ${conflict} open_segments SET end_ms = end_ms - 1`))).toBe(
      'DERIVED',
    )
    expect(refusalOf(() => raw.exec('DELETE FROM open_segments'))).toBe('DERIVED')
    expect(refusalOf(() => raw.exec('DELETE FROM occupancy WHERE seg > 0'))).toBe('DERIVED')
    expect(refusalOf(() => raw.exec('DELETE FROM open_blocks'))).toBe('KEPT')
    const planted = occupancyRow('booking', 'out', { ...during(0, 1), seg: 9 })
    expect(refusalOf(() => insertRow(raw, 'occupancy', planted, conflict))).toBe('NOT-ITS-SOURCE')
    expect(refusalOf(() => insertRow(raw, 'open_blocks', shut('out'), conflict))).toBe('KNOWN-ID')
    const set = (change: object) =>
      refusalOf(() => updateRow(raw, 'open_blocks', { ref_id: 'out' }, { ...change }, conflict))
    expect(set({ ref_id: 'promised' })).toBe('FIXED')
    for (const change of [{ machine_id: 'other' }, { from_ms: END + 1 }, { units: 2 }, { whole: 1 }])
      expect(set(change)).toBe('NOT-ITS-SOURCE')
    expect(set({ until_ms: END - 1 })).toBe('TOO-LONG')
    expect(set({ until_ms: END + 4000 * DAY })).toBe('TOO-LONG')
    // Filling again changes nothing.
    expect(refusalOf(() => insertRow(raw, 'filling', { machine_id: 'harvester' }, conflict))).toBe('')
    expect(gaps('out')).toEqual([
      [0, 10, 1],
      [20, 72, 1],
    ])
  })
})

test('only what is out, or under a repair without a known end, is kept shut', () => {
  foreign.put('approved')
  insertRow(foreign.raw, 'maintenance', repair('planned', { machine_id: 'other' }))
  expect(refusalOf(() => keepShut('approved'))).toBe('NOT-ITS-SOURCE')
  const maintenance = { kind: 'maintenance', machine_id: 'other', from_ms: FIRST_DAY, whole: 1 }
  expect(refusalOf(() => keepShut('planned', maintenance))).toBe('NOT-ITS-SOURCE')
  foreign.set('approved', { status: 'in-use' })
  expect(refusalOf(() => keepShut('approved'))).toBe('')
})

describe('of a machine with ten units', () => {
  const mill = { machine_id: 'mill' }

  test('a late booking fills only what it has, and as much as the promises leave', () => {
    foreign.put('out', { ...mill, status: 'in-use', units: 4 })
    foreign.put('eight', during(10, 20, { ...mill, units: 8 }))
    keepShut('out', { ...mill, units: 4 })
    expect(gaps('out')).toEqual([
      [0, 10, 4],
      [10, 20, 2],
      [20, 72, 4],
    ])
    expect(refusalOf(() => foreign.put('seven', during(0, 5, { ...mill, units: 7 })))).toBe('OVERBOOKED')
    expect(refusalOf(() => foreign.put('six', during(0, 5, { ...mill, units: 6 })))).toBe('')
    expect(refusalOf(() => foreign.put('one', during(15, 25, { ...mill, units: 1 })))).toBe('OVERBOOKED')
  })

  test('a repair takes all that two late bookings and the promises leave, and each gets its own back', () => {
    foreign.put('first', { ...mill, status: 'in-use', units: 4 })
    foreign.put('second', { ...mill, status: 'in-use', units: 3 })
    keepShut('first', { ...mill, units: 4 })
    keepShut('second', { ...mill, units: 3, until_ms: END + DAY })
    insertRow(
      foreign.raw,
      'maintenance',
      repair('belt', { ...mill, start_ms: END, end_ms: UNTIL, open_ended: 1 }),
    )
    expect(gaps('belt')).toEqual([
      [0, 24, 3],
      [24, 72, 6],
    ])
    foreign.set('first', { status: 'completed' })
    expect(gaps('belt')).toEqual([
      [0, 24, 7],
      [24, 72, 10],
    ])
    updateRow(foreign.raw, 'maintenance', { id: 'belt' }, { status: 'finished' })
    expect(refusalOf(() => foreign.put('seven', during(0, 24, { ...mill, units: 7 })))).toBe('')
    expect(refusalOf(() => foreign.put('one', during(0, 24, { ...mill, units: 1 })))).toBe('OVERBOOKED')
  })

  test('a smaller capacity leaves it less, a larger one more, and a promise still fits', () => {
    const set = (capacity: number) =>
      refusalOf(() => updateRow(foreign.raw, 'machines', { id: 'mill' }, { capacity }))
    insertRow(foreign.raw, 'maintenance', repair('belt', { ...mill, end_ms: UNTIL, open_ended: 1 }))
    foreign.put('before', { ...mill, start_ms: UNTIL, end_ms: UNTIL + 1, units: 4 })
    expect(set(4)).toBe('')
    expect(gaps('belt')).toEqual([[-24, 72, 4]])
    expect(set(3)).toBe('OVERBOOKED')
    expect(set(12)).toBe('')
    expect(gaps('belt')).toEqual([[-24, 72, 12]])
    expect(refusalOf(() => updateRow(foreign.raw, 'machines', { id: 'mill' }, { retired_ms: 1 }))).toBe(
      'STILL-PROMISED',
    )
  })
})

test('what lasts for years is kept shut all along, in stretches that the file can look back over', () => {
  foreign.put('out', { status: 'in-use' })
  keepShut('out', { until_ms: END + 3650 * DAY })
  expect(gaps('out')).toHaveLength(Math.ceil(3650 / 32))
  expect(refusalOf(() => foreign.put('years later', during(24 * 3000, 24 * 3001)))).toBe('OVERBOOKED')
})

test('a repair without a known end keeps its start, its machine and its kind of end', () => {
  insertRow(foreign.raw, 'maintenance', repair('belt', { open_ended: 1 }))
  insertRow(foreign.raw, 'maintenance', repair('oil', { machine_id: 'other' }))
  const set = (id: string, change: object) =>
    refusalOf(() => updateRow(foreign.raw, 'maintenance', { id }, { ...change }))
  expect(set('belt', { open_ended: 0 })).toBe('FIXED')
  expect(set('oil', { open_ended: 1 })).toBe('FIXED')
  expect(set('oil', { end_ms: END + 1 })).toBe('FIXED')
  expect(set('belt', { start_ms: FIRST_DAY + 1 })).toBe('FIXED')
  expect(set('belt', { end_ms: END + HOUR })).toBe('')
})

test('a hold that lapses leaves its gap to the block', () => {
  foreign.put('out', { status: 'in-use' })
  insertRow(foreign.raw, 'holds', hold('form', during(5, 6)))
  keepShut('out')
  expect(gaps('out')).toEqual([
    [0, 5, 1],
    [6, 72, 1],
  ])
  foreign.raw.exec('DELETE FROM holds')
  expect(gaps('out')).toEqual([[0, 72, 1]])
})

test('a booking that was displaced is promised again only where there is room', () => {
  foreign.put('out', { status: 'in-use' })
  foreign.put('displaced', during(5, 6, { status: 'displaced' }))
  keepShut('out')
  expect(refusalOf(() => foreign.set('displaced', { status: 'approved' }))).toBe('OVERBOOKED')
  expect(refusalOf(() => foreign.set('displaced', { status: 'pending' }))).toBe('OVERBOOKED')
  foreign.set('out', { status: 'completed' })
  expect(refusalOf(() => foreign.set('displaced', { status: 'approved' }))).toBe('')
})
