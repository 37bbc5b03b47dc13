import { expect, test } from 'vitest'
import { commandIds } from '../../../renderer/commands/command-ids.ts'

function counting() {
  let made = 0
  return commandIds(() => `id-${++made}`)
}

test('a press after an unknown outcome sends the same command again, not a second booking', () => {
  const ids = counting()
  const first = ids.idFor({ day: '2026-12-01' })
  expect(ids.idFor({ day: '2026-12-01' })).toBe(first)
})

test('after an answer, the same arguments are a new command', () => {
  const ids = counting()
  const first = ids.idFor({ day: '2026-12-01' })
  ids.answered()
  expect(ids.idFor({ day: '2026-12-01' })).not.toBe(first)
})

test('other arguments are never sent under the id of an unanswered command', () => {
  const ids = counting()
  const first = ids.idFor({ day: '2026-12-01' })
  expect(ids.idFor({ day: '2026-12-02' })).not.toBe(first)
})
