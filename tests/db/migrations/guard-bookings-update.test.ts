import { beforeEach, describe, expect, test } from 'vitest'
import { foreignProgram } from '#tests/support/foreign-program'
import { whatIsWrong } from '#tests/support/occupancy-oracle'
import { CONFLICTS, DAY, FIRST_DAY, HOUR, refusalOf } from '#tests/support/raw-rows'

const foreign = foreignProgram()
const { put, set, statusOf } = foreign

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
    expect(refusalOf(() => foreign.raw.exec(all))).toBe('OVERBOOKED')
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
      const before = foreign.raw.prepare('SELECT * FROM bookings').all()
      refusalOf(() => set('first', bad, conflict))
      expect(foreign.raw.prepare('SELECT * FROM bookings').all(), JSON.stringify(bad)).toEqual(before)
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
      expect(whatIsWrong(foreign.raw), JSON.stringify(bad)).toEqual([])
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
  expect(refusalOf(() => foreign.raw.transaction(swap)())).toBe('OVERBOOKED')
})
