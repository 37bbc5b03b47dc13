import { beforeEach, expect, test } from 'vitest'
import { BOOKING_STATUSES, mayBecome } from '#booking/bookings/status'
import { foreignProgram } from '#tests/support/foreign-program'
import { whatIsWrong } from '#tests/support/occupancy-oracle'
import {
  booking,
  CONFLICTS,
  FIRST_DAY,
  HOUR,
  hold,
  insertRow,
  refusalOf,
  repair,
  updateRow,
} from '#tests/support/raw-rows'
import { type Dice, dice, printedSeed } from '#tests/support/seeded'

// Random lateness, repairs, capacities, returns, moves and cancellations with plain SQL. After every statement the oracle
// computes each gap anew.

const STATEMENTS = 1200
const seed = printedSeed('storm of open-ended blocks')
const foreign = foreignProgram()
beforeEach(() => {
  foreign.raw.pragma('synchronous = OFF')
})

test(`seed ${seed}: ${STATEMENTS} raw statements, after each of which every gap of what lasts is filled`, () => {
  const roll = dice(seed)
  const taken = new Map<string, number>()
  let filled = 0
  for (let n = 0; n < STATEMENTS; n++) {
    const { words, run } = anyStatement(roll, n)
    const said = refusalOf(run)
    if (said === '') taken.set(words, (taken.get(words) ?? 0) + 1)
    const wrong = whatIsWrong(foreign.raw)
    if (wrong.length > 0) expect.unreachable(`seed ${seed}, statement ${n} (${words}): ${wrong[0]}`)
    filled += foreign.raw.prepare<[], number>('SELECT count(*) FROM open_segments').pluck().get() ?? 0
  }
  // The storm must be effective: every kind of statement was accepted, and gaps were there to be filled.
  expect([...taken.keys()].sort()).toEqual(KINDS)
  expect(filled).toBeGreaterThan(STATEMENTS)
})

const KINDS = [
  'book',
  'break',
  'capacity',
  'change',
  'end repair',
  'hold',
  'keep shut',
  'move on',
  'release',
  'roll',
]

function anyStatement(roll: Dice, n: number) {
  const conflict = roll.pick(CONFLICTS)
  const known = roll.pick(idsOf('bookings', 'id'))
  const { raw } = foreign
  switch (roll.number(12)) {
    case 0:
    case 1: {
      const row = booking(`b${n}`, {
        ...whenAndWhere(roll),
        status: roll.pick(['approved', 'pending', 'in-use']),
      })
      return { words: 'book', run: () => insertRow(raw, 'bookings', row, conflict) }
    }
    case 2:
    case 3:
      return {
        words: 'move on',
        run: () => updateRow(raw, 'bookings', { id: known }, { status: likelyMove(roll, known) }, conflict),
      }
    case 4: {
      const { machine_id, start_ms, end_ms, units } = whenAndWhere(roll)
      const change = roll.pick([{ start_ms, end_ms }, { units }, { machine_id }, { end_ms }])
      return { words: 'change', run: () => updateRow(raw, 'bookings', { id: known }, change, conflict) }
    }
    case 5:
    case 6: {
      const out = raw
        .prepare<
          [],
          { kind: string; ref_id: string; machine_id: string; from_ms: number; units: number; whole: number }
        >(`SELECT * FROM lasting l WHERE NOT EXISTS (SELECT 1 FROM open_blocks k WHERE k.ref_id = l.ref_id)`)
        .all()
      const row = out.length > 0 ? roll.pick(out) : undefined
      const late = { ...row, until_ms: (row?.from_ms ?? 0) + roll.number(100) * HOUR }
      return { words: 'keep shut', run: () => insertRow(raw, 'open_blocks', late, conflict) }
    }
    case 7: {
      const until_ms = FIRST_DAY + roll.number(30 * 24) * HOUR
      const key = { ref_id: roll.pick(idsOf('open_blocks', 'ref_id')) }
      return { words: 'roll', run: () => changed(updateRow(raw, 'open_blocks', key, { until_ms }, conflict)) }
    }
    case 8: {
      const { machine_id, start_ms, end_ms } = whenAndWhere(roll)
      const row = repair(`r${n}`, { machine_id, start_ms, end_ms, open_ended: 1 })
      return { words: 'break', run: () => insertRow(raw, 'maintenance', row, conflict) }
    }
    case 9: {
      const key = { id: roll.pick(idsOf('maintenance', 'id')) }
      const change = { status: roll.pick(['finished', 'cancelled']) }
      return { words: 'end repair', run: () => changed(updateRow(raw, 'maintenance', key, change, conflict)) }
    }
    case 10: {
      if (roll.chance(2)) return { words: 'release', run: () => raw.exec('DELETE FROM holds') }
      const row = hold(`f${n}`, whenAndWhere(roll))
      return { words: 'hold', run: () => insertRow(raw, 'holds', row, conflict) }
    }
    default: {
      const change = { capacity: 1 + roll.number(12) }
      return {
        words: 'capacity',
        run: () => updateRow(raw, 'machines', { id: anyMachine(roll) }, change, conflict),
      }
    }
  }
}

/** A statement that changed no row proves nothing. */
function changed({ changes }: { changes: number }): void {
  if (changes === 0) throw new Error('nothing to change')
}

function idsOf(table: string, id: string): string[] {
  const ids = foreign.raw.prepare<[], string>(`SELECT ${id} FROM ${table}`).pluck().all()
  return ids.length > 0 ? ids : ['nobody']
}

function likelyMove(roll: Dice, id: string): string {
  const from = foreign.raw.prepare('SELECT status FROM bookings WHERE id = ?').pluck().get(id) as never
  return roll.pick(BOOKING_STATUSES.filter(to => from && mayBecome(from, to)).concat('cancelled'))
}

function anyMachine(roll: Dice): string {
  return roll.pick(['harvester', 'other', 'mill', 'mill'])
}

/** On a grid of hours over ten days. */
function whenAndWhere(roll: Dice) {
  const start = roll.number(10 * 24)
  return {
    machine_id: anyMachine(roll),
    start_ms: FIRST_DAY + start * HOUR,
    end_ms: FIRST_DAY + (start + 1 + roll.number(30)) * HOUR,
    units: roll.chance(2) ? 1 + roll.number(5) : 1,
    buffer_before_ms: roll.chance(4) ? roll.number(4) * HOUR : 0,
    buffer_after_ms: roll.chance(4) ? roll.number(4) * HOUR : 0,
  }
}
