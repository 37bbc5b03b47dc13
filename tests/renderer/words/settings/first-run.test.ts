import { expect, test } from 'vitest'
import { PASSWORD_MIN_LENGTH } from '#calls/limits'
import { firstRunWords } from '../../../../renderer/words/settings/first-run.ts'
import { sayNow } from '../../../../renderer/words/words.ts'

test('the first-run screen says how long a password must be before one is typed', () => {
  const hint = sayNow(firstRunWords, 'passwordHint', { least: PASSWORD_MIN_LENGTH })
  expect(hint).toBe(`At least ${PASSWORD_MIN_LENGTH} characters`)
})
