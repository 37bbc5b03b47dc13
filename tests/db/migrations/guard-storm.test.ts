import type Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
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
  occupancyRow,
  refusalOf,
  repair,
  updateRow,
} from '#tests/support/raw-rows'
import { type Dice, dice, printedSeed } from '#tests/support/seeded'

const STATEMENTS = 3000
const seed = printedSeed('storm of raw statements')

const foreign = foreignProgram()
beforeEach(() => {
  foreign.raw.pragma('synchronous = OFF')
})
afterEach(() => expect(foreign.raw.pragma('integrity_check', { simple: true })).toBe('ok'))

test(`seed ${seed}: ${STATEMENTS} raw statements, after each of which nothing is promised twice`, () => {
  const roll = dice(seed)
  let taken = 0
  for (let n = 0; n < STATEMENTS; n++) {
    const statement = anyStatement(roll, n)
    const said = refusalOf(statement.run)
    if (said === '') taken++
    const wrong = whatIsWrong(foreign.raw)
    if (wrong.length > 0) expect.unreachable(`seed ${seed}, statement ${n} (${statement.words}): ${wrong[0]}`)
  }
  // The storm must be effective: statements were often accepted and often refused.
  expect(taken).toBeGreaterThan(STATEMENTS / 20)
  expect(taken).toBeLessThan((STATEMENTS * 19) / 20)
})

test(`seed ${seed}: what the file refuses as overbooked, the oracle cannot place either`, () => {
  const roll = dice(seed + 1)
  for (let n = 0; n < 900; n++) {
    const wanted = booking(`b${n}`, { ...whenAndWhere(roll), status: 'approved' })
    const fits = fitsByTheHour(foreign.raw, wanted as unknown as Wanted)
    expect(
      refusalOf(() => insertRow(foreign.raw, 'bookings', wanted)),
      `seed ${seed + 1}, booking ${n}`,
    ).toBe(fits ? '' : 'OVERBOOKED')
    if (roll.chance(4))
      foreign.raw
        .prepare("UPDATE bookings SET status = 'cancelled' WHERE id = ?")
        .run(`b${roll.number(n + 1)}`)
  }
})

type Statement = { words: string; run: () => unknown }

function anyStatement(roll: Dice, n: number): Statement {
  const conflict = roll.pick(CONFLICTS)
  const known = `b${roll.number(n + 1)}`
  const kind = roll.number(12)
  const make = (words: string, run: () => unknown) => ({ words: `${words} ${conflict} ${known}`, run })
  if (kind <= 3) {
    const id = roll.chance(5) ? known : `b${n}`
    const row = booking(id, {
      ...whenAndWhere(roll),
      status: roll.pick(BOOKING_STATUSES),
      pending_blocks: roll.number(2),
    })
    return make(`insert ${JSON.stringify(row)}`, () => insertRow(foreign.raw, 'bookings', row, conflict))
  }
  if (kind <= 5) {
    const change = roll.pick([
      { status: roll.pick(BOOKING_STATUSES) },
      { status: likelyMove(roll, known) },
      whenAndWhere(roll),
      { units: roll.number(12) },
      { pending_blocks: roll.number(2) },
      { id: `b${roll.number(n + 1)}` },
      { buffer_before_ms: roll.number(3) * HOUR, buffer_after_ms: roll.number(500 * 24) * HOUR },
    ])
    return make(`update ${JSON.stringify(change)}`, () =>
      updateRow(foreign.raw, 'bookings', { id: known }, change, conflict),
    )
  }
  if (kind === 6) {
    const { buffer_before_ms, buffer_after_ms, ...rest } = whenAndWhere(roll)
    const row = hold(`f${roll.number(20)}`, { ...rest, buffer_before_ms, buffer_after_ms })
    return make(`hold ${JSON.stringify(row)}`, () => insertRow(foreign.raw, 'holds', row, conflict))
  }
  if (kind === 7) {
    return make('release', () =>
      foreign.raw.prepare('DELETE FROM holds WHERE form_id = ?').run(`f${roll.number(20)}`),
    )
  }
  if (kind === 8) {
    const { start_ms, end_ms, machine_id } = whenAndWhere(roll)
    const row = repair(`r${roll.number(n + 1)}`, { start_ms, end_ms, machine_id })
    return make(`repair ${JSON.stringify(row)}`, () => insertRow(foreign.raw, 'maintenance', row, conflict))
  }
  if (kind === 9) {
    const change = { status: roll.pick(['planned', 'finished', 'cancelled']) }
    return make('end repairs', () =>
      updateRow(foreign.raw, 'maintenance', { machine_id: anyMachine(roll) }, change, conflict),
    )
  }
  if (kind === 10) {
    const change = roll.pick([
      { capacity: 1 + roll.number(12) },
      { retired_ms: roll.pick([null, 1]) },
      { name: anyMachine(roll) },
    ])
    return make(`machine ${JSON.stringify(change)}`, () =>
      updateRow(foreign.raw, 'machines', { id: anyMachine(roll) }, change, conflict),
    )
  }
  return roll.pick([
    make('empty occupancy', () => foreign.raw.exec('DELETE FROM occupancy')),
    make('free one', () => foreign.raw.prepare('DELETE FROM occupancy WHERE ref_id = ?').run(known)),
    make('shift occupancy', () =>
      foreign.raw.exec(`UPDATE ${conflict} occupancy SET start_ms = start_ms - 1`),
    ),
    make('plant', () => insertRow(foreign.raw, 'occupancy', occupancyRow('booking', known), conflict)),
    make('delete bookings', () => foreign.raw.exec('DELETE FROM bookings')),
    make('everything at once', () => foreign.raw.exec(`UPDATE ${conflict} bookings SET units = units + 1`)),
  ])
}

function likelyMove(roll: Dice, id: string): string {
  const from = foreign.raw.prepare('SELECT status FROM bookings WHERE id = ?').pluck().get(id) as never
  return roll.pick(BOOKING_STATUSES.filter(to => from && mayBecome(from, to)).concat('pending'))
}

function anyMachine(roll: Dice): string {
  return roll.pick(['harvester', 'other', 'mill', 'mill', 'nothing'].slice(0, 4 + (roll.chance(10) ? 1 : 0)))
}

/** On a grid of hours over three weeks; a few last for months. */
function whenAndWhere(roll: Dice) {
  const start = roll.number(21 * 24)
  const hours = roll.chance(12) ? 24 * (20 + roll.number(370)) : 1 + roll.number(30)
  return {
    machine_id: anyMachine(roll),
    start_ms: FIRST_DAY + start * HOUR,
    end_ms: FIRST_DAY + (start + hours) * HOUR,
    units: roll.chance(3) ? 1 + roll.number(6) : 1,
    buffer_before_ms: roll.chance(4) ? roll.number(4) * HOUR : 0,
    buffer_after_ms: roll.chance(4) ? roll.number(4) * HOUR : 0,
  }
}

type Wanted = ReturnType<typeof whenAndWhere>

/** Checks every hour of the requested time: on the storm's grid nothing starts or ends in between. */
function fitsByTheHour(sqlite: Database.Database, wanted: Wanted): boolean {
  const capacity = sqlite.prepare('SELECT capacity FROM machines WHERE id = ?').pluck().get(wanted.machine_id)
  if (typeof capacity !== 'number') return false
  const others = sqlite
    .prepare<[string], Wanted>("SELECT * FROM bookings WHERE machine_id = ? AND status = 'approved'")
    .all(wanted.machine_id)
  const from = wanted.start_ms - wanted.buffer_before_ms
  const to = wanted.end_ms + wanted.buffer_after_ms
  for (let at = from; at < to; at += HOUR) {
    const load = others
      .filter(one => one.start_ms - one.buffer_before_ms <= at && at < one.end_ms + one.buffer_after_ms)
      .reduce((sum, one) => sum + one.units, 0)
    if (load + wanted.units > capacity) return false
  }
  return true
}
