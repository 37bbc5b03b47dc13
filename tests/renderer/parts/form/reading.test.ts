import { expect, expectTypeOf, test } from 'vitest'
import type { NumberTyped } from '../../../../renderer/parts/fields/read-number.ts'
import { type FieldOf, reader, type TextFieldOf } from '../../../../renderer/parts/form/reading.ts'
import { sameFields } from '../../../../renderer/parts/form/same-fields.ts'
import type { FormOptions } from '../../../../renderer/parts/form/use-form.ts'

type Typed = {
  name: string
  typeId: string | null
  role: 'clerk' | 'manager'
  capacity: NumberTyped
  rate: NumberTyped
}
const GOOD: Typed = { name: 'Tractor 1', typeId: 'tractor', role: 'clerk', capacity: '60', rate: '1,200.50' }
const CAPACITY = { min: 1, max: 100 }
const RATE = { min: 0, max: 5000, decimals: 2 }

function readAll(part: Partial<Typed>) {
  const typed = { ...GOOD, ...part }
  const read = reader<Typed, 'nameNeeded' | 'typeNeeded'>(typed)
  return read.as({
    name: read.needed('name', 'nameNeeded'),
    typeId: read.given('typeId', typed.typeId, 'typeNeeded'),
    capacity: read.number('capacity', CAPACITY),
    rate: read.optionalNumber('rate', RATE),
  })
}

test('a complete form is read as the input of its command', () => {
  expect(readAll({})).toEqual({
    fields: { name: 'Tractor 1', typeId: 'tractor', capacity: 60, rate: 1200.5 },
  })
  expect(readAll({ rate: ' ' })).toMatchObject({ fields: { rate: null } })
})

test.each<[string, Partial<Typed>, object]>([
  ['a text of blanks', { name: ' ' }, { name: 'nameNeeded' }],
  ['a choice that was not made', { typeId: null }, { typeId: 'typeNeeded' }],
  ['a number that is missing', { capacity: '' }, { capacity: true }],
  ['a number beyond its limits', { capacity: 101 }, { capacity: true }],
  ['a number below them', { capacity: '0' }, { capacity: true }],
  ['an optional number that is none', { rate: 'a lot' }, { rate: true }],
  [
    'everything at once',
    { name: '', typeId: null, rate: '-1' },
    { name: 'nameNeeded', typeId: 'typeNeeded', rate: true },
  ],
])('%s is a problem at its field', (_what, part, problems) => {
  expect(readAll(part)).toEqual({ problems })
})

test('of two problems at one field, the first is shown', () => {
  const read = reader<{ repeat: string }, 'missing' | 'differ'>({ repeat: '' })
  read.needed('repeat', 'missing')
  read.wrong('repeat', 'differ')
  expect(read.as({})).toEqual({ problems: { repeat: 'missing' } })
})

test('a form copies only its own fields from a record, and a new record starts with the given ones', () => {
  const fresh = { name: '', maxDays: '' as NumberTyped }
  expect(sameFields(fresh, null)).toEqual(fresh)
  const row = { name: 'Tractor', maxDays: null, version: 3, status: 'available' }
  expect(sameFields(fresh, row)).toEqual({ name: 'Tractor', maxDays: '' })
  expect(sameFields(fresh, { ...row, maxDays: 0 })).toEqual({ name: 'Tractor', maxDays: 0 })
})

test('a form does not compile if a field has no label or a text no length', () => {
  type Options = FormOptions<Typed, unknown, 'word', null, { ok: true }>
  type Labels = { name: 'word'; typeId: 'word'; role: 'word'; capacity: 'word'; rate: 'word' }
  expectTypeOf<Labels>().toExtend<Options['labels']>()
  expectTypeOf<Omit<Labels, 'rate'>>().not.toExtend<Options['labels']>()
  expectTypeOf<{ name: 80 }>().toExtend<Options['lengths']>()
  expectTypeOf<object>().not.toExtend<Options['lengths']>()
  // A choice between a few values is not typed text.
  expectTypeOf<TextFieldOf<Typed>>().toEqualTypeOf<'name'>()
  expectTypeOf<FieldOf<Typed, string>>().toEqualTypeOf<'name' | 'role'>()
})
