import { expect, test } from 'vitest'
import { nextMemberNumber } from '#booking/members/next-number'

test('the next number follows the highest of the series that most members have, as wide as it', () => {
  expect(nextMemberNumber(['S-001', 'S-080', 'S-079'])).toBe('S-081')
  expect(nextMemberNumber(['S-001', 's-002', 'OLD-77'])).toBe('s-003')
  expect(nextMemberNumber(['0001'])).toBe('0002')
  expect(nextMemberNumber(['S-099'])).toBe('S-100')
  expect(nextMemberNumber(['S-999'])).toBe('S-1000')
  expect(nextMemberNumber(['2026-07-9', '2026-07-10'])).toBe('2026-07-11')
})

test('nothing is offered where no number ends in digits, and long numbers are counted exactly', () => {
  expect(nextMemberNumber([])).toBe('')
  expect(nextMemberNumber(['Ana', '12-B'])).toBe('')
  expect(nextMemberNumber(['99999999999999999998'])).toBe('99999999999999999999')
})
