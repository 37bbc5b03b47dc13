import { expect, test } from 'vitest'
import { buffersInWords } from '../../../renderer/machines/in-words.ts'
import { formatFor } from '../../../renderer/words/format.ts'

const english = formatFor('en', 'Asia/Manila')
const filipino = formatFor('fil', 'Asia/Manila')
const DAY = 86_400_000

test('what a machine keeps free is said in its own measure, and a side without a buffer is left out', () => {
  const day = { bufferBeforeMs: 0, bufferAfterMs: DAY }
  expect(buffersInWords(day, english)).toBe('1 day after')
  expect(buffersInWords(day, filipino)).toBe('1 araw pagkatapos')
  expect(buffersInWords({ bufferBeforeMs: DAY / 48, bufferAfterMs: 0 }, english)).toBe('30 minutes before')
  expect(buffersInWords({ bufferBeforeMs: DAY, bufferAfterMs: 2 * DAY }, english)).toBe(
    '1 day before, 2 days after',
  )
  expect(buffersInWords({ bufferBeforeMs: 0, bufferAfterMs: 0 }, english)).toBe('')
})
