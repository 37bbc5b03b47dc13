import { expect, test } from 'vitest'
import { commandIds } from '../../../renderer/service/command-ids.ts'

function counting() {
  let made = 0
  return commandIds(() => `id-${++made}`)
}

test('pressing again while the answer is unknown sends the same command, not a second booking', () => {
  const ids = counting()
  const first = ids.idFor({ day: '2026-12-01' })
  expect(ids.idFor({ day: '2026-12-01' })).toBe(first)
})

test('once an answer came back, the same wish is a new command', () => {
  const ids = counting()
  const first = ids.idFor({ day: '2026-12-01' })
  ids.answered()
  expect(ids.idFor({ day: '2026-12-01' })).not.toBe(first)
})

test('other content is never sent under the id of what is still unanswered', () => {
  const ids = counting()
  const first = ids.idFor({ day: '2026-12-01' })
  expect(ids.idFor({ day: '2026-12-02' })).not.toBe(first)
})
