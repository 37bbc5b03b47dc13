import { expect, test } from 'vitest'
import { continues, suggestedFor } from '../../../../renderer/parts/fields/suggestions.ts'

const BARANGAYS = ['Bagong Maligaya', 'Maligaya', 'Peñafrancia', 'San Jose']

test('Enter takes a suggestion only if it continues what is typed, and such suggestions come first', () => {
  expect(suggestedFor(BARANGAYS, 'mal')).toEqual(['Maligaya', 'Bagong Maligaya'])
  expect(continues('Maligaya', 'mal')).toBe(true)
  expect(continues('Peñafrancia', 'pena')).toBe(true)
  expect(continues('Bagong Maligaya', 'mal')).toBe(false)
  expect(continues('Maligaya', '')).toBe(false)
  expect(continues(undefined, 'mal')).toBe(false)
})

test('a text that is written like a suggestion is not suggested again, one in other letters is', () => {
  expect(suggestedFor(BARANGAYS, 'San Jose')).toEqual([])
  expect(suggestedFor(BARANGAYS, 'san jose')).toEqual(['San Jose'])
})
