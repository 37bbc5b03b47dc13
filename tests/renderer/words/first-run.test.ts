import { expect, test } from 'vitest'
import { PASSWORD_MIN_LENGTH } from '#calls/limits'
import { firstRunWords } from '../../../renderer/words/first-run.ts'

test('the first run said of a password’s least length only after it was too short', () => {
  expect(firstRunWords.en.passwordHint).toContain(String(PASSWORD_MIN_LENGTH))
})
