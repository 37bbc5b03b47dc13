import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { migrate, readMigrations } from '#db/opening/migrate'
import { migrationsFolder } from '#db/opening/open-database'
import { foreignProgram } from '#tests/support/foreign-program'
import { whatIsWrong } from '#tests/support/occupancy-oracle'
import {
  batch,
  booking,
  CONFLICTS,
  DAY,
  FIRST_DAY,
  HOUR,
  insertRow,
  plantMachines,
  refusalOf,
  share,
  updateRow,
  weighing,
} from '#tests/support/raw-rows'

// Batches, their shares and what they weigh, as another program would write them, in every form of SQL. After each test
// the oracle counts all sacks and all time again.

const foreign = foreignProgram()
const START = FIRST_DAY + 10 * DAY
const NEXT = { start_ms: START + 5 * HOUR, end_ms: START + 8 * HOUR }

const open = (id: string, change = {}, conflict = '') =>
  insertRow(foreign.raw, 'batches', batch(id, change), conflict)
const add = (id: string, batchId: string, change = {}, conflict = '') =>
  insertRow(foreign.raw, 'batch_shares', share(id, batchId, change), conflict)
const weigh = (shareId: string, nth: number, sacks: number, conflict = '') =>
  insertRow(foreign.raw, 'weighings', weighing(shareId, nth, sacks), conflict)
const read = (batchId: string, nth: number, change = {}, conflict = '') =>
  insertRow(
    foreign.raw,
    'moisture_readings',
    { batch_id: batchId, nth, permille: 140, entered_ms: START, ...change },
    conflict,
  )
const set = (table: string, id: string, change: Record<string, string | number | null>, conflict = '') =>
  updateRow(foreign.raw, table, { id }, change, conflict)
const run = (sql: string) => refusalOf(() => foreign.raw.exec(sql))
const DONE = { status: 'done', done_ms: START + HOUR }

describe.each(CONFLICTS)('INSERT/UPDATE %s', conflict => {
  test('sacks beyond what fits are refused, on each way into a batch', () => {
    open('batch')
    add('ana', 'batch', { sacks: 6 })
    expect(refusalOf(() => add('ben', 'batch', { sacks: 5 }, conflict))).toBe('BATCH-FULL')
    add('ben', 'batch', { sacks: 4 })
    expect(refusalOf(() => set('batch_shares', 'ben', { sacks: 5 }, conflict))).toBe('BATCH-FULL')
    expect(refusalOf(() => weigh('ben', 1, 5, conflict))).toBe('BATCH-FULL')
    open('next', NEXT)
    add('carla', 'next', { sacks: 1 })
    expect(refusalOf(() => set('batch_shares', 'carla', { batch_id: 'batch' }, conflict))).toBe('BATCH-FULL')
    set('batch_shares', 'ben', { status: 'cancelled' }, conflict)
    expect(refusalOf(() => set('batch_shares', 'carla', { batch_id: 'batch' }, conflict))).toBe('')
    expect(refusalOf(() => set('batch_shares', 'ben', { status: 'active' }, conflict))).toBe(
      'MOVE-NOT-ALLOWED',
    )
  })

  test('several shares in one statement are counted one after the other', () => {
    open('batch')
    const rows = ['a', 'b', 'c'].map(id => `('${id}', 'batch', 'ana', 4, 1, 1)`)
    const into = 'INTO batch_shares (id, batch_id, member_id, sacks, turn, added_ms)'
    expect(run(`INSERT ${conflict} ${into} VALUES ${rows.join(', ')}`)).toBe('BATCH-FULL')
  })

  test('what is weighed counts instead of the estimate, and the last weighing instead of those before', () => {
    open('batch')
    add('ana', 'batch', { sacks: 6 })
    weigh('ana', 1, 3, conflict)
    add('ben', 'batch', { sacks: 7 }, conflict)
    expect(refusalOf(() => weigh('ana', 2, 4, conflict))).toBe('BATCH-FULL')
    expect(refusalOf(() => weigh('ana', 3, 1, conflict))).toBe('NOT-IN-TURN')
    expect(refusalOf(() => weigh('ana', 1, 1, conflict))).toBe('NOT-IN-TURN')
    expect(refusalOf(() => set('batch_shares', 'ana', { sacks: 2 }, conflict))).toBe('WEIGHED-ALREADY')
    weigh('ana', 2, 2, conflict)
    expect(refusalOf(() => add('carla', 'batch', { sacks: 1 }, conflict))).toBe('')
  })

  test('the batches of a day take no more than the machine does on that day, and another day has its own', () => {
    set('machines', 'mill', { day_sacks: 12 })
    open('batch')
    open('next', NEXT)
    add('ana', 'batch', { sacks: 8 })
    expect(refusalOf(() => add('ben', 'next', { sacks: 5 }, conflict))).toBe('BATCH-FULL')
    add('ben', 'next', { sacks: 4 }, conflict)
    const tomorrow = { start_ms: START + DAY, end_ms: START + DAY + HOUR, day: '2026-12-12' }
    open('tomorrow', tomorrow)
    add('carla', 'tomorrow', { sacks: 8 }, conflict)
    expect(refusalOf(() => set('batches', 'tomorrow', { day: '2026-12-11' }, conflict))).toBe('BATCH-FULL')
    expect(refusalOf(() => set('machines', 'mill', { day_sacks: 11 }, conflict))).toBe('BATCH-FULL')
    set('batches', 'batch', DONE)
    expect(refusalOf(() => add('dan', 'next', { sacks: 1 }, conflict))).toBe('BATCH-FULL')
    set('batches', 'next', { status: 'cancelled' })
    expect(refusalOf(() => set('machines', 'mill', { day_sacks: 8 }, conflict))).toBe('')
  })

  test('a machine does not take less than its open batches have', () => {
    open('batch')
    add('ana', 'batch', { sacks: 8 })
    expect(refusalOf(() => set('machines', 'mill', { capacity: 7 }, conflict))).toBe('BATCH-FULL')
    expect(refusalOf(() => set('machines', 'mill', { batch_sacks: 7 }, conflict))).toBe('BATCH-FULL')
    expect(refusalOf(() => set('machines', 'mill', { batch_sacks: 8 }, conflict))).toBe('')
    expect(refusalOf(() => open('no sacks', { machine_id: 'harvester' }, conflict))).toBe('NO-BATCHES')
  })

  test('a batch that is done or cancelled takes nothing, gives nothing and is not opened again', () => {
    for (const [status, change] of Object.entries({ done: DONE, cancelled: { status: 'cancelled' } })) {
      const time = status === 'done' ? {} : NEXT
      open(status, time)
      add(`of ${status}`, status)
      weigh(`of ${status}`, 1, 4)
      set('batches', status, change)
      expect(refusalOf(() => add('late', status, {}, conflict))).toBe('BATCH-CLOSED')
      expect(refusalOf(() => weigh(`of ${status}`, 2, 3, conflict))).toBe('BATCH-CLOSED')
      expect(refusalOf(() => read(status, 1, {}, conflict))).toBe('BATCH-CLOSED')
      const leave = { status: 'cancelled' }
      expect(refusalOf(() => set('batch_shares', `of ${status}`, leave, conflict))).toBe('BATCH-CLOSED')
      expect(refusalOf(() => set('batches', status, { end_ms: START + 9 * HOUR }, conflict))).toBe(
        'BATCH-CLOSED',
      )
      expect(refusalOf(() => set('batches', status, { status: 'open', done_ms: null }, conflict))).toBe(
        'MOVE-NOT-ALLOWED',
      )
    }
  })

  test('a batch takes its machine whole with its buffers, and neither gets nor gives time that is promised', () => {
    open('batch', { buffer_before_ms: HOUR, buffer_after_ms: HOUR })
    const sack = (at: number) => booking('a sack', { machine_id: 'mill', start_ms: at, end_ms: at + HOUR })
    for (const at of [START - HOUR, START, START + 3 * HOUR]) {
      expect(refusalOf(() => insertRow(foreign.raw, 'bookings', sack(at), conflict))).toBe('OVERBOOKED')
    }
    insertRow(foreign.raw, 'bookings', sack(START + 4 * HOUR), conflict)
    expect(refusalOf(() => set('batches', 'batch', { end_ms: START + 4 * HOUR }, conflict))).toBe(
      'OVERBOOKED',
    )
    expect(refusalOf(() => open('on top', NEXT, conflict))).toBe('')
    expect(refusalOf(() => open('in between', { start_ms: START + 3 * HOUR }, conflict))).toBe('NO-LOAD')
    set('batches', 'batch', DONE)
    insertRow(foreign.raw, 'bookings', { ...sack(START), id: 'now free' }, conflict)
  })

  test('a batch that lasts until its grain is dry keeps its gaps shut, and is not done without a reading', () => {
    open('drying', { open_ended: 1 })
    const until = { from_ms: START + 3 * HOUR, until_ms: START + 9 * HOUR, units: 1, whole: 1 }
    const block = { kind: 'batch', ref_id: 'drying', machine_id: 'mill' }
    insertRow(foreign.raw, 'open_blocks', { ...block, ...until }, conflict)
    const sack = booking('a sack', { machine_id: 'mill', ...NEXT })
    expect(refusalOf(() => insertRow(foreign.raw, 'bookings', sack, conflict))).toBe('OVERBOOKED')
    expect(refusalOf(() => set('batches', 'drying', DONE, conflict))).toBe('NOT-DRY')
    expect(run("DELETE FROM open_blocks WHERE kind = 'batch'")).toBe('KEPT')
    read('drying', 1)
    expect(refusalOf(() => read('drying', 3, {}, conflict))).toBe('NOT-IN-TURN')
    set('batches', 'drying', DONE, conflict)
    expect(refusalOf(() => insertRow(foreign.raw, 'bookings', sack, conflict))).toBe('')
  })

  test('ids, members and facts stay as they are, and no row is taken over by its key', () => {
    open('batch')
    open('next', NEXT)
    add('ana', 'batch')
    weigh('ana', 1, 4)
    expect(refusalOf(() => open('batch', {}, conflict))).toBe('KNOWN-ID')
    expect(refusalOf(() => add('ana', 'batch', {}, conflict))).toBe('KNOWN-ID')
    expect(refusalOf(() => set('batches', 'next', { id: 'batch' }, conflict))).toBe('FIXED')
    expect(refusalOf(() => set('batches', 'next', { machine_id: 'other' }, conflict))).toBe('FIXED')
    expect(refusalOf(() => set('batch_shares', 'ana', { member_id: 'ben' }, conflict))).toBe('FIXED')
    expect(refusalOf(() => add('x', 'nowhere', {}, conflict))).toBe('UNKNOWN-BATCH')
    expect(refusalOf(() => add('x', 'batch', { member_id: 'nobody' }, conflict))).toBe('UNKNOWN-MEMBER')
    expect(refusalOf(() => add('x', 'batch', { field_id: 'nowhere' }, conflict))).toBe('NOT-ITS-FIELD')
    expect(run(`UPDATE ${conflict} weighings SET sacks = 1`)).toBe('FIXED')
  })
})

test('nothing of a batch is deleted, and an empty share is refused where CHECKs are turned off', () => {
  open('batch')
  add('ana', 'batch')
  weigh('ana', 1, 4)
  read('batch', 1)
  for (const table of ['batches', 'batch_shares', 'weighings', 'moisture_readings'])
    expect(run(`DELETE FROM ${table}`), table).toBe('KEPT')
  foreign.raw.pragma('ignore_check_constraints = ON')
  expect(refusalOf(() => add('none', 'batch', { sacks: -4 }))).toBe('NO-LOAD')
  expect(refusalOf(() => weigh('ana', 2, -4))).toBe('NO-LOAD')
  expect(refusalOf(() => open('no time', { end_ms: START }))).toBe('NO-LOAD')
})

/** Triggers that refuse on their own; each is left out once, and the statement that it refuses is accepted. */
const LEFT_OUT: readonly {
  trigger: string
  given?: (sqlite: Database.Database) => void
  attempt: (sqlite: Database.Database) => unknown
}[] = [
  {
    trigger: 'batch_shares_fit',
    attempt: sqlite => insertRow(sqlite, 'batch_shares', share('ben', 'batch', { sacks: 7 })),
  },
  {
    trigger: 'batch_shares_still_fit',
    attempt: sqlite => updateRow(sqlite, 'batch_shares', { id: 'ana' }, { sacks: 11 }),
  },
  {
    trigger: 'weighings_fit',
    attempt: sqlite => insertRow(sqlite, 'weighings', weighing('ana', 1, 11)),
  },
  {
    trigger: 'machines_keep_their_batches',
    attempt: sqlite => updateRow(sqlite, 'machines', { id: 'mill' }, { batch_sacks: 3 }),
  },
  {
    trigger: 'batches_still_fit',
    given(sqlite) {
      updateRow(sqlite, 'machines', { id: 'mill' }, { day_sacks: 7 })
      const tomorrow = { start_ms: START + DAY, end_ms: START + DAY + HOUR, day: '2026-12-12' }
      insertRow(sqlite, 'batches', batch('tomorrow', tomorrow))
      insertRow(sqlite, 'batch_shares', share('ben', 'tomorrow'))
    },
    attempt: sqlite => updateRow(sqlite, 'batches', { id: 'tomorrow' }, { day: '2026-12-11' }),
  },
  {
    trigger: 'batches_occupy',
    attempt: sqlite => insertRow(sqlite, 'batches', batch('on top')),
  },
  {
    trigger: 'batches_occupy_anew',
    given: sqlite => insertRow(sqlite, 'batches', batch('next', NEXT)),
    attempt: sqlite =>
      updateRow(sqlite, 'batches', { id: 'next' }, { start_ms: START, end_ms: START + HOUR }),
  },
  {
    trigger: 'weighings_are_in_turn',
    attempt: sqlite => insertRow(sqlite, 'weighings', weighing('ana', 2, 1)),
  },
]

test.each(LEFT_OUT)(
  'without $trigger, the file would take what the oracle finds',
  ({ trigger, given, attempt }) => {
    const prepared = () => {
      const sqlite = new Database(':memory:')
      migrate(sqlite, readMigrations(migrationsFolder()))
      plantMachines(sqlite)
      insertRow(sqlite, 'batches', batch('batch'))
      insertRow(sqlite, 'batch_shares', share('ana', 'batch'))
      given?.(sqlite)
      return sqlite
    }
    expect(refusalOf(() => attempt(prepared()))).not.toBe('')
    const broken = prepared()
    broken.exec(`DROP TRIGGER ${trigger}`)
    expect(refusalOf(() => attempt(broken))).toBe('')
    expect(whatIsWrong(broken)).not.toEqual([])
  },
)
