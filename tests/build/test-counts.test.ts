import { expect, test } from 'vitest'
import { closingLine, exitCode, judge, noCounts } from '#build/test-counts'

const counts = (passed: number, failed: number, skipped = 0) => ({
  passed,
  failed,
  skipped: Array.from({ length: skipped }, (_, i) => ({ name: `test ${i}`, reason: 'no browser' })),
})

test('the last line adds up all steps', () => {
  expect(closingLine([counts(3, 0), counts(2, 1, 2)])).toBe('5 passed, 1 failed, 2 skipped')
})

test('a run that fails outside of its tests, or before it could count, counts one failure', () => {
  expect(judge(counts(3, 0), 1)).toEqual(counts(3, 1))
  expect(judge(counts(3, 2), 1)).toEqual(counts(3, 2))
  expect(judge(undefined, 1)).toEqual(counts(0, 1))
  expect(judge(counts(3, 0), 0)).toEqual(counts(3, 0))
})

test('a run in which no test passed fails', () => {
  expect(exitCode([noCounts()])).toBe(1)
  expect(exitCode([counts(0, 0, 3)])).toBe(1)
  expect(exitCode([counts(1, 0, 3)])).toBe(0)
  expect(exitCode([counts(1, 1)])).toBe(1)
})
