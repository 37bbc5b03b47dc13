import { expect, test } from 'vitest'
import { foreignProgram } from '#tests/support/foreign-program'
import { CONFLICTS, insertRow, refusalOf, repair, updateRow } from '#tests/support/raw-rows'
import { plantStep, takeBack } from '#tests/support/raw-steps'

// The moves back of a status, and the steps that allow them, from another program's connection.

const foreign = foreignProgram()
const was = (status: string) => JSON.stringify({ status })
const steps = () => foreign.raw.prepare('SELECT count(*) FROM steps').pluck().get()

/** A booking that was cancelled at version 2, with the step that says it was approved before. */
function cancelled(id = 'first') {
  foreign.put(id, { status: 'cancelled', version: 2 })
  plantStep(foreign.raw, { entity_id: id, version: 2, was: was('approved') })
}
const approveAgain = (version: number, id = 'first') => foreign.set(id, { status: 'approved', version })

test.each(CONFLICTS)('without an undo, a cancelled booking stays cancelled (UPDATE %s)', conflict => {
  cancelled()
  const move = () => foreign.set('first', { status: 'approved', version: 3 }, conflict)
  expect(refusalOf(move)).toBe('MOVE-NOT-ALLOWED')
  expect(foreign.statusOf('first')).toBe('cancelled')
})

test('with an undo it moves back once, only to the status before the step, and takes its time again', () => {
  cancelled()
  takeBack(foreign.raw, 'first', 2)
  expect(refusalOf(() => foreign.set('first', { status: 'pending', version: 3 }))).toBe('MOVE-NOT-ALLOWED')
  expect(
    refusalOf(() => approveAgain(2)),
    'at the same version',
  ).toBe('MOVE-NOT-ALLOWED')
  expect(
    refusalOf(() => approveAgain(4)),
    'two versions on',
  ).toBe('MOVE-NOT-ALLOWED')
  expect(refusalOf(() => approveAgain(3))).toBe('')
  expect(foreign.raw.prepare('SELECT count(*) FROM occupancy').pluck().get()).toBe(1)
  foreign.set('first', { status: 'cancelled', version: 4 })
  expect(
    refusalOf(() => approveAgain(5)),
    'a second time',
  ).toBe('MOVE-NOT-ALLOWED')
})

test('an undo is of no use after somebody did something with the booking', () => {
  cancelled()
  takeBack(foreign.raw, 'first', 2)
  foreign.set('first', { version: 3 })
  expect(refusalOf(() => approveAgain(4))).toBe('MOVE-NOT-ALLOWED')
})

test('an undo does not double-book', () => {
  cancelled()
  foreign.put('second')
  takeBack(foreign.raw, 'first', 2)
  expect(refusalOf(() => approveAgain(3))).toBe('OVERBOOKED')
})

test('a step is undone after a later one only if that was undone', () => {
  cancelled()
  foreign.set('first', { version: 3 })
  plantStep(foreign.raw, { entity_id: 'first', version: 3, was: '{}', command_id: 'a move' })
  foreign.set('first', { version: 4 })
  const undoCancel = () => takeBack(foreign.raw, 'first', 2, { from: 4 })
  expect(refusalOf(undoCancel), 'a version without a step').toBe('DONE-SINCE')
  plantStep(foreign.raw, { entity_id: 'first', version: 4, was: '{}', command_id: 'undo of the move' })
  expect(refusalOf(undoCancel), 'two later steps').toBe('DONE-SINCE')
  takeBack(foreign.raw, 'first', 3, { by: 'undo of the move' })
  expect(refusalOf(undoCancel)).toBe('')
  expect(refusalOf(() => approveAgain(5))).toBe('')
})

test('the undo of one booking moves no other back', () => {
  cancelled()
  foreign.put('other', { status: 'cancelled', version: 2 })
  takeBack(foreign.raw, 'first', 2)
  expect(refusalOf(() => approveAgain(3, 'other'))).toBe('MOVE-NOT-ALLOWED')
})

test('cancelled maintenance is planned again by an undo only, and takes its time again', () => {
  insertRow(foreign.raw, 'maintenance', repair('belt', { status: 'cancelled', version: 2 }))
  const again = () => updateRow(foreign.raw, 'maintenance', { id: 'belt' }, { status: 'planned', version: 3 })
  expect(refusalOf(again)).toBe('MOVE-NOT-ALLOWED')
  const step = { entity: 'maintenance', entity_id: 'belt', version: 2, was: was('planned') }
  plantStep(foreign.raw, step)
  takeBack(foreign.raw, 'belt', 2, { entity: 'maintenance' })
  foreign.put('in its way')
  expect(refusalOf(again)).toBe('OVERBOOKED')
  foreign.set('in its way', { status: 'cancelled' })
  expect(refusalOf(again)).toBe('')
  expect(refusalOf(() => foreign.put('too late'))).toBe('OVERBOOKED')
})

test('a step is undone once, and only if the history tells of it', () => {
  cancelled()
  takeBack(foreign.raw, 'first', 2)
  expect(refusalOf(() => takeBack(foreign.raw, 'first', 2))).toBe('FIXED')
  const untold = { entity: 'booking', entity_id: 'first', version: 3, command_id: 'nobody gave it' }
  insertRow(foreign.raw, 'steps', { ...untold, was: was('approved') })
  expect(refusalOf(() => takeBack(foreign.raw, 'first', 3))).toBe('UNKNOWN-STEP')
})

test.each(CONFLICTS)('a step is not changed, taken over, born undone or deleted (%s)', conflict => {
  cancelled()
  const key = { entity: 'booking', entity_id: 'first', version: 2 }
  const row = { ...key, command_id: 'another', was: was('pending') }
  for (const change of [{ was: was('pending') }, { version: 9 }, { command_id: 'x' }, { entity_id: 'x' }]) {
    expect(refusalOf(() => updateRow(foreign.raw, 'steps', key, change, conflict))).toBe('FIXED')
  }
  expect(refusalOf(() => insertRow(foreign.raw, 'steps', row, conflict))).toBe('KNOWN-ID')
  const born = { ...row, version: 3, undone_by: 'x', undone_from: 3 }
  expect(refusalOf(() => insertRow(foreign.raw, 'steps', born, conflict))).toBe('FIXED')
  expect(refusalOf(() => foreign.raw.exec('DELETE FROM steps'))).toBe('KEPT')
  expect(steps()).toBe(1)
})
