import { expect, test } from 'vitest'
import { READY_MADE_KEYS, READY_MADE_TYPES } from '#booking/machines/ready-made-types'
import { RULE_LIMITS } from '#booking/settings/rules'
import { BUFFER_MS, MACHINE_TYPE_LENGTHS, UNITS } from '#calls/limits'
import { begunAs } from '../../../renderer/machines/begun-as.ts'
import { readMachine, typedMachine } from '../../../renderer/machines/machine-typed.ts'
import { readyMadeNamed } from '../../../renderer/machines/ready-made-named.ts'
import { readyMadeWords } from '../../../renderer/words/machines/ready-made.ts'

const NEW = typedMachine(null)
const unit = (name: string) => name

test('a ready-made type is known by its name in either language, whatever its case', () => {
  for (const key of READY_MADE_KEYS) {
    expect(readyMadeNamed(readyMadeWords.en[key])).toBe(key)
    expect(readyMadeNamed(` ${readyMadeWords.fil[key].toUpperCase()} `)).toBe(key)
  }
  expect(readyMadeNamed('Tractor')).toBeUndefined()
})

test('a new machine begins as is usual for its type, but nothing that was filled in by hand is changed', () => {
  expect(begunAs('Flatbed dryer', NEW, unit)).toEqual({
    bookingMode: 'time',
    capacity: 60,
    unitName: 'sack',
    after: 60,
    per: 'sack',
  })
  expect(begunAs('Combine harvester', NEW, unit)).toMatchObject({ bookingMode: 'days', after: 1 })
  expect(begunAs('Flatbed dryer', { ...NEW, capacity: '40' }, unit)).toEqual({})
  expect(begunAs('Another type', NEW, unit)).toEqual({})
})

test('every ready-made type is within the limits of the office, and its machine can be saved as it begins', () => {
  for (const key of READY_MADE_KEYS) {
    const { maxDays, machine } = READY_MADE_TYPES[key]
    for (const words of [readyMadeWords.en, readyMadeWords.fil]) {
      expect(words[key].length).toBeLessThanOrEqual(MACHINE_TYPE_LENGTHS.name)
    }
    if (maxDays !== null) expect(maxDays).toBeLessThanOrEqual(RULE_LIMITS.maxDays.max)
    expect(machine.capacity).toBeLessThanOrEqual(UNITS.max)
    expect(machine.bufferAfterMs).toBeLessThanOrEqual(BUFFER_MS.max)
    const typed = { ...NEW, name: 'Una', typeId: 'type', ...begunAs(readyMadeWords.en[key], NEW, unit) }
    expect(readMachine(typed)).toHaveProperty('fields')
  }
})

test('a text that is no type yet does not save the machine with the type from before', () => {
  const filled = { ...NEW, name: 'Tractor 9', typeId: 'hand-tractor' }
  expect(readMachine(filled)).toHaveProperty('fields')
  expect(readMachine({ ...filled, typeText: 'four' })).toEqual({ problems: { typeId: true } })
  expect(readMachine({ ...filled, typeText: ' ' })).toHaveProperty('fields')
})
