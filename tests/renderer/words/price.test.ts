import { expect, test } from 'vitest'
import { formatFor } from '../../../renderer/words/format.ts'
import { priceInShort, priceInWords, rateInWords } from '../../../renderer/words/money/price.ts'

const english = formatFor('en', 'Asia/Manila')
const filipino = formatFor('fil', 'Asia/Manila')
const perDay = { centavos: 350_000, per: 'day' } as const
const perHectare = { centavos: 650_000, per: 'hectare' } as const

test('a rate is said in one way wherever it stands: alone, as a price, and before the work', () => {
  expect(rateInWords(perHectare, english)).toBe('₱6,500.00 per hectare')
  expect(rateInWords(perHectare, filipino)).toBe('₱6,500.00 bawat ektarya')
  const later = { kind: 'measured-later', rate: perHectare } as const
  expect(priceInShort(later, english)).toBe('₱6,500.00 per hectare')
  expect(priceInWords(later, english)).toBe('₱6,500.00 per hectare, known after the work')
})

test('a price that is known is its total; where there is room, also how it is computed', () => {
  const total = { kind: 'total', rate: perDay, quantity: 2, centavos: 700_000 } as const
  expect(priceInShort(total, english)).toBe('₱7,000.00')
  expect(priceInWords(total, english)).toBe('₱7,000.00 (2 days × ₱3,500.00)')
})
