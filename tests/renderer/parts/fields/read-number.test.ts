import { expect, test } from 'vitest'
import { readNumber } from '../../../../renderer/parts/fields/read-number.ts'

const SACKS = { min: 1, max: 1200 }

test('a whole number is read as it is written, and no other text becomes one', () => {
  expect(readNumber(' 60 ', SACKS)).toBe(60)
  expect(readNumber('1,200', SACKS)).toBe(1200)
  expect(readNumber(25, SACKS)).toBe(25)
  for (const text of [
    '',
    ' ',
    '2.5',
    '2.',
    '-3',
    '0',
    '1201',
    '12,00',
    'ten',
    '1e2',
    '0x10',
    'Infinity',
    '--3',
  ]) {
    expect(readNumber(text, SACKS), text).toBeNull()
  }
})

test('an amount has at most two decimals, and its sign is never dropped', () => {
  const rate = { min: 0, max: 1e9, decimals: 2 }
  expect(readNumber('1,350.50', rate)).toBe(1350.5)
  expect(readNumber('0', rate)).toBe(0)
  for (const text of ['-5', '1.005', '1,35']) expect(readNumber(text, rate), text).toBeNull()
})
