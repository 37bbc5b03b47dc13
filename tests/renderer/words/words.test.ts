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

test('no word stands there that nobody says: each is named whole where its words are used, or by the rules', () => {
  const screens = import.meta.glob<string>('../../../renderer/**/*.{ts,tsx}', {
    eager: true,
    query: '?raw',
    import: 'default',
  })
  const rules = import.meta.glob<string>(['../../../booking/**/*.ts', '../../../calls/**/*.ts'], {
    eager: true,
    query: '?raw',
    import: 'default',
  })
  const onScreens = Object.values(screens).map(withoutWords)
  const unsaid: string[] = []
  for (const module of Object.values(files)) {
    for (const [exported, words] of Object.entries(module)) {
      const { screen, en } = (words ?? {}) as { screen?: string; en?: Texts }
      if (!screen || !en || KEYED_BY_TYPE.includes(screen)) continue
      const uses = new RegExp(`\\b${exported}\\b`)
      const said = [...onScreens.filter(text => uses.test(text)), ...Object.values(rules)].join('\n')
      for (const key of Object.keys(en)) {
        const name = key.replace(/_(one|other)$|Title$/, '')
        if (!new RegExp(`(['"\`])${name}\\1|\\b${name}:`).test(said)) unsaid.push(`${exported} ${key}`)
      }
    }
  }
  expect(unsaid).toEqual([])
})

/** What a file says beside the words that stand in it. */
function withoutWords(text: string): string {
  return text.replace(/const \w+ = words\([\s\S]*?\n\}\)/g, '')
}

test('a password that the office computer gave is not called a change of a user, nor enabling a disabling', () => {
  const deed = { action: 'users.change', userId: null, after: { password: 'changed' } }
  expect(deedKey(deed)).toBe('users-resetPassword')
  expect(deedKey({ ...deed, userId: 'somebody' })).toBe('users-change')
  expect(deedKey({ action: 'users.disable', userId: 'somebody', after: { disabled: false } })).toBe(
    'users-enable',
  )
})

function valuesIn(text: string): string[] {
  return [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map(match => match[1]!))].sort()
}
