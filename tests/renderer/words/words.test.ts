import { expect, test } from 'vitest'
import { deedKey } from '../../../renderer/history/in-words.ts'

type Texts = Record<string, string>
type WordsModule = Record<string, { screen?: string; en?: Texts } | unknown>

const files = import.meta.glob<WordsModule>('../../../renderer/words/*.ts', { eager: true })

test('every text of every screen asks for the same values in English and in Filipino', async () => {
  const { default: i18next } = await import('i18next')
  let compared = 0
  for (const [file, module] of Object.entries(files)) {
    for (const words of Object.values(module)) {
      const { screen, en } = (words ?? {}) as { screen?: string; en?: Texts }
      if (!screen || !en) continue
      for (const [key, text] of Object.entries(en)) {
        const fil = i18next.getResource('fil', screen, key) as string
        expect(fil, `${file} ${key} in Filipino`).toBeTruthy()
        expect(valuesIn(fil), `${file} ${key}`).toEqual(valuesIn(text))
        compared++
      }
    }
  }
  expect(compared).toBeGreaterThan(200)
})

/** Keyed by their types: deeds and tries by the commands, fields by what the history keeps. */
const KEYED_BY_TYPE = ['deeds', 'tried', 'history-fields']

test('no word stands there that no screen says', () => {
  const screens = import.meta.glob<string>(
    ['../../../renderer/**/*.{ts,tsx}', '../../../booking/**/*.ts', '!**/words/*.ts'],
    {
      eager: true,
      query: '?raw',
      import: 'default',
    },
  )
  const troubles = import.meta.glob<string>('../../../renderer/words/trouble.ts', {
    eager: true,
    query: '?raw',
    import: 'default',
  })
  const said = [...Object.values(screens), ...Object.values(troubles)].join('\n')
  const unsaid: string[] = []
  for (const module of Object.values(files)) {
    for (const words of Object.values(module)) {
      const { screen, en } = (words ?? {}) as { screen?: string; en?: Texts }
      if (!screen || !en || KEYED_BY_TYPE.includes(screen)) continue
      for (const key of Object.keys(en)) {
        const name = key.replace(/_(one|other)$|Title$/, '')
        if (!new RegExp(`['"\`]${name}|\\b${name}:`).test(said)) unsaid.push(`${screen} ${key}`)
      }
    }
  }
  expect(unsaid).toEqual([])
})

test('enabling an account is not called disabling it', () => {
  expect(deedKey({ action: 'users.disable', after: { disabled: false } })).toBe('users-enable')
  expect(deedKey({ action: 'users.disable', after: { disabled: true } })).toBe('users-disable')
})

function valuesIn(text: string): string[] {
  return [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map(match => match[1]!))].sort()
}
