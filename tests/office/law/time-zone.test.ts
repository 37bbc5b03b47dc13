import { expect, test } from 'vitest'
import { isTimeZone } from '#office/law/time-zone'

test('a time zone is valid exactly if the zone database has it', () => {
  expect(isTimeZone('Asia/Manila')).toBe(true)
  expect(isTimeZone('Asia/Nowhere')).toBe(false)
  expect(isTimeZone('')).toBe(false)
})
