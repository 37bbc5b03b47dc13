import { beforeEach, describe, expect, test } from 'vitest'
import { foreignProgram } from '#tests/support/foreign-program'
import { CONFLICTS, DAY, FIRST_DAY, HOUR, insertRow, refusalOf, repair } from '#tests/support/raw-rows'

// The facts about the work of a maintenance, and its costs, as another program would write them.

const foreign = foreignProgram()
const run = (sql: string) => refusalOf(() => foreign.raw.exec(sql))
const MORNING = FIRST_DAY + 8 * HOUR
const fact = (id: string, change = {}) => ({
  id,
  maintenance_id: 'belt',
  kind: 'start',
  at_ms: MORNING,
  ...change,
})
const cost = (id: string, change = {}) => ({
  id,
  maintenance_id: 'belt',
  kind: 'part',
  what: 'V-belt',
  thousandths: 2500,
  each_centavos: 33,
  centavos: 83,
  entered_ms: MORNING,
  ...change,
})
const stands = () =>
  foreign.raw
    .prepare("SELECT status, started_ms, finished_ms, closed_ms, version FROM maintenance WHERE id = 'belt'")
    .raw()
    .get()
const shut = () => foreign.raw.prepare('SELECT count(*) FROM occupancy').pluck().get()

describe.each(CONFLICTS)('%s', conflict => {
  const add = (row: object) =>
    refusalOf(() => insertRow(foreign.raw, 'maintenance_facts', row as never, conflict))
  const pay = (row: object) =>
    refusalOf(() => insertRow(foreign.raw, 'maintenance_costs', row as never, conflict))
  beforeEach(() => insertRow(foreign.raw, 'maintenance', repair('belt')))

  test('a fact moves its maintenance along, and its end frees the machine', () => {
    expect(add(fact('begun'))).toBe('')
    expect(stands()).toEqual(['planned', MORNING, null, null, 2])
    expect(shut()).toBe(1)
    expect(add(fact('done', { kind: 'finish', at_ms: MORNING + HOUR }))).toBe('')
    expect(stands()).toEqual(['finished', MORNING, MORNING + HOUR, null, 3])
    expect(shut()).toBe(0)
    expect(add(fact('closed', { kind: 'close', at_ms: MORNING + DAY }))).toBe('')
    expect(stands()).toEqual(['finished', MORNING, MORNING + HOUR, MORNING + DAY, 4])
  })

  test('a fact is corrected by another one, once, and only the last one holds', () => {
    add(fact('begun'))
    expect(add(fact('begun'))).toBe('KNOWN-ID')
    expect(add(fact('again'))).toBe('NOT-STANDING')
    expect(add(fact('later', { at_ms: MORNING + HOUR, corrects: 'begun' }))).toBe('')
    expect(add(fact('twice', { corrects: 'begun' }))).toBe('NOT-STANDING')
    expect(add(fact('of none', { maintenance_id: 'nothing' }))).toBe('UNKNOWN-MAINTENANCE')
    expect(stands()).toEqual(['planned', MORNING + HOUR, null, null, 3])
    expect(add(fact('not so', { happened: 0, corrects: 'later' }))).toBe('')
    expect(stands()).toEqual(['planned', null, null, null, 4])
  })

  test('a fact never changes and is kept', () => {
    add(fact('begun'))
    expect(run(`UPDATE ${conflict} maintenance_facts SET at_ms = 0`)).toBe('FIXED')
    expect(run('DELETE FROM maintenance_facts')).toBe('KEPT')
  })

  test('the times and the status are those of the facts', () => {
    for (const column of ['started_ms', 'finished_ms', 'closed_ms'])
      expect(run(`UPDATE ${conflict} maintenance SET ${column} = ${MORNING}`)).toBe('NOT-AS-RECORDED')
    add(fact('begun'))
    expect(run(`UPDATE ${conflict} maintenance SET started_ms = NULL`)).toBe('NOT-AS-RECORDED')
    expect(run(`UPDATE ${conflict} maintenance SET status = 'cancelled'`)).toBe('NOT-AS-RECORDED')
    add(fact('done', { kind: 'finish', at_ms: MORNING + HOUR }))
    expect(run(`UPDATE ${conflict} maintenance SET status = 'planned'`)).not.toBe('')
    expect(stands()).toEqual(['finished', MORNING, MORNING + HOUR, null, 3])
  })

  test('work does not end before it begins, costs are not closed before it ends, and none of it is moved back', () => {
    expect(add(fact('closed', { kind: 'close' }))).toBe('NOT-IN-ORDER')
    add(fact('begun'))
    expect(add(fact('done', { kind: 'finish', at_ms: MORNING - 1 }))).toBe('NOT-IN-ORDER')
    expect(add(fact('done', { kind: 'finish' }))).toBe('')
    // Only an undo of Araro's own makes finished maintenance planned again.
    expect(add(fact('not so', { kind: 'finish', happened: 0, corrects: 'done' }))).toBe('MOVE-NOT-ALLOWED')
    expect(add(fact('never', { happened: 0 }))).toBe('NOT-STANDING')
  })

  test('maintenance that is entered as finished brings its facts', () => {
    const done = { status: 'finished', started_ms: MORNING, finished_ms: MORNING + HOUR }
    insertRow(foreign.raw, 'maintenance', repair('oil', done), conflict)
    const kinds = foreign.raw
      .prepare("SELECT kind FROM maintenance_facts WHERE maintenance_id = 'oil' ORDER BY at_ms")
      .pluck()
      .all()
    expect(kinds).toEqual(['start', 'finish'])
    const put = (id: string, row: Parameters<typeof repair>[1]) =>
      refusalOf(() => insertRow(foreign.raw, 'maintenance', repair(id, row), conflict))
    expect(put('a', { finished_ms: MORNING })).toBe('NOT-AS-RECORDED')
    expect(put('b', { status: 'cancelled', started_ms: MORNING })).toBe('NOT-AS-RECORDED')
    expect(put('c', { ...done, finished_ms: MORNING - 1 })).toBe('NOT-IN-ORDER')
    expect(put('d', { closed_ms: MORNING })).toBe('NOT-IN-ORDER')
  })

  test('a cost is added until the costs are closed, and corrected by another one at any time', () => {
    expect(pay(cost('belts'))).toBe('')
    expect(pay(cost('belts'))).toBe('KNOWN-ID')
    expect(pay(cost('of none', { maintenance_id: 'nothing' }))).toBe('UNKNOWN-MAINTENANCE')
    add(fact('done', { kind: 'finish' }))
    add(fact('closed', { kind: 'close' }))
    expect(pay(cost('late'))).toBe('CLOSED')
    const right = { reason: 'counted again', corrects: 'belts', thousandths: 0, centavos: 0 }
    expect(pay(cost('none', { ...right, corrects: 'nothing' }))).toBe('NOT-STANDING')
    expect(pay(cost('right', right))).toBe('')
    expect(pay(cost('twice', right))).toBe('NOT-STANDING')
    // What was taken back stays so.
    expect(pay(cost('more', { ...right, corrects: 'right' }))).toBe('NOT-STANDING')
    insertRow(
      foreign.raw,
      'maintenance',
      repair('oil', { start_ms: FIRST_DAY + 2 * DAY, end_ms: FIRST_DAY + 3 * DAY }),
    )
    expect(pay(cost('another', { ...right, maintenance_id: 'oil' }))).toBe('NOT-STANDING')
  })

  test('a cost never changes, is kept, and is the quantity times what one costs', () => {
    pay(cost('belts'))
    expect(run(`UPDATE ${conflict} maintenance_costs SET centavos = 1, thousandths = 1`)).toBe('FIXED')
    expect(run('DELETE FROM maintenance_costs')).toBe('KEPT')
    // With OR IGNORE, a violated CHECK leaves the row out without a word.
    pay(cost('wrong', { centavos: 82 }))
    pay(cost('nothing', { thousandths: 0, centavos: 0 }))
    pay(cost('no reason', { corrects: 'belts' }))
    expect(foreign.raw.prepare('SELECT id FROM maintenance_costs').pluck().all()).toEqual(['belts'])
  })
})
