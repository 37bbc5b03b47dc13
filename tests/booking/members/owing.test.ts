import { expect, test } from 'vitest'
import { suggestsSuspension } from '#booking/members/owing'

test.each([
  ['nothing is owed', null, 30, false],
  ['it is owed for as many days as the setting says', { days: 30 }, 30, false],
  ['it is owed for longer', { days: 31 }, 30, true],
  ['it is never to be suggested', { days: 999 }, null, false],
])('a suspension is suggested after the days of the setting: %s', (_, owes, afterDays, suggested) => {
  expect(suggestsSuspension(owes, afterDays)).toBe(suggested)
})
