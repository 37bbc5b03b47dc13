import { expect, test } from 'vitest'
import { nameFinder, RANK } from '#booking/finding/name-finder'

const rank = (text: string, name: string) => nameFinder(text)(name)

test('a name is found by its beginning, by the beginnings of its words, by any part, and after one typo, in this order', () => {
  expect(rank('tract', 'Tractor 2')).toBe(RANK.begins)
  expect(rank('2 tr', 'Tractor 2')).toBe(RANK.words)
  expect(rank('acto', 'Tractor 2')).toBe(RANK.inside)
  for (const typo of ['tracter', 'tractro', 'tactor', 'trractor', 'trctor'])
    expect(rank(typo, 'Tractor 2'), typo).toBe(RANK.typo)
  expect(rank('plough', 'Tractor 2')).toBeNull()
})

test('case and diacritics do not count; a number and a short word must be right', () => {
  expect(rank('pena', 'José PEÑA')).toBe(RANK.words)
  expect(rank('tractor 3', 'Tractor 2')).toBeNull()
  expect(rank('mvoe', 'Move')).toBe(RANK.typo)
  expect(rank('mve', 'Move')).toBeNull()
  expect(rank('', 'Move')).toBeNull()
})
