import i18next from 'i18next'
import { expect, test } from 'vitest'
import { PASSWORD_MIN_LENGTH } from '#calls/limits'
import { firstRunWords } from '../../../../renderer/words/settings/first-run.ts'

test.each(['en', 'fil'])(
  'the first run says a password’s least length, and no other number, before it is typed in %s',
  language => {
    const hint: string = i18next.getResource(language, firstRunWords.screen, 'passwordHint')
    const shown = hint.replaceAll(/\{\{\w+\}\}/g, String(PASSWORD_MIN_LENGTH))
    expect(shown.match(/\d+/g)).toEqual([String(PASSWORD_MIN_LENGTH)])
  },
)
