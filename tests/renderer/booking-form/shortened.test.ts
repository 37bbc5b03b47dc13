import { expect, test } from 'vitest'
import { shortened } from '../../../renderer/booking-form/shortened.ts'

test('a text that fits is not shortened', () => {
  expect(shortened('By the river', 12)).toBe('By the river')
})

test('a longer text keeps its beginning and its end, and never exceeds its length', () => {
  expect(shortened('Lupa sa tabi ng lumang simbahan, lote 2', 24)).toBe('Lupa sa tabi…han, lote 2')
  expect([...shortened('ñ'.repeat(80), 24)]).toHaveLength(24)
})

test('a character of two code units is kept whole', () => {
  expect(shortened('🌾🌾🌾🌾🌾', 3)).toBe('🌾…🌾')
})
