import { expect, test } from 'vitest'
import { PASSWORD_MIN_LENGTH } from '#office/users/passwords'
import { firstRunWords } from '../../../../renderer/words/settings/first-run.ts'

test('the first run said of a password’s least length only after it was too short', () => {
  expect(firstRunWords.en.passwordHint).toContain(String(PASSWORD_MIN_LENGTH))
})
