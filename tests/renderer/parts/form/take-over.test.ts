import { expect, test } from 'vitest'
import { takeOver } from '../../../../renderer/parts/form/take-over.ts'

const begun = { name: 'Ana Reyes', phone: '0917 111', barangay: 'Norte', tags: ['plow'] }

test('a field that only somebody else changed gets their value, and one that was only typed here keeps it', () => {
  const typed = { ...begun, phone: '0918 222' }
  const current = { ...begun, barangay: 'Sur', tags: ['plow', 'disc'] }
  expect(takeOver(begun, typed, current)).toEqual([
    { name: 'Ana Reyes', phone: '0918 222', barangay: 'Sur', tags: ['plow', 'disc'] },
    { taken: ['barangay', 'tags'], yours: [] },
  ])
})

test('a field that both changed keeps what was typed here, and is named', () => {
  const typed = { ...begun, phone: '0918 222', name: 'Ana R. Reyes' }
  const current = { ...begun, phone: '0919 333', name: 'Ana R. Reyes' }
  expect(takeOver(begun, typed, current)).toEqual([typed, { taken: [], yours: ['phone'] }])
})

test('a record that nobody else changed changes nothing in the form', () => {
  const typed = { ...begun, phone: '' }
  expect(takeOver(begun, typed, begun)).toEqual([typed, { taken: [], yours: [] }])
})
