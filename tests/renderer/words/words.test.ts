import { expect, test } from 'vitest'

type Texts = Record<string, string>
type Spoken = { screen: string; en: Texts; keyed?: true }

/** All results of `words` and `wordsFor`, with their files. */
const SPOKEN = Object.entries(
  import.meta.glob<Record<string, unknown>>('../../../renderer/words/**/*.ts', { eager: true }),
).flatMap(([file, module]) =>
  Object.values(module).flatMap(value => {
    const { screen, en } = (value ?? {}) as Partial<Spoken>
    return typeof screen === 'string' && en ? [{ file, spoken: value as Spoken }] : []
  }),
)

test('every text uses the same values in English and in Filipino', async () => {
  const { default: i18next } = await import('i18next')
  let compared = 0
  for (const { file, spoken } of SPOKEN) {
    for (const [key, text] of Object.entries(spoken.en)) {
      const fil = i18next.getResource('fil', spoken.screen, key) as string
      expect(fil, `${file} ${key} in Filipino`).toBeTruthy()
      expect(valuesIn(fil), `${file} ${key}`).toEqual(valuesIn(text))
      compared++
    }
  }
  expect(compared).toBeGreaterThan(600)
})

test('no two lists of words have the same name, because one would replace the other', () => {
  const names = SPOKEN.map(({ spoken }) => spoken.screen)
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
})

test('every text is used by a screen', () => {
  const screens = import.meta.glob<string>(
    ['../../../renderer/**/*.{ts,tsx}', '../../../booking/**/*.ts', '!**/words/**'],
    { eager: true, query: '?raw', import: 'default' },
  )
  // These files of words use their texts themselves.
  const speaking = import.meta.glob<string>(
    [
      '../../../renderer/words/parts/trouble.ts',
      '../../../renderer/words/{history/sayings,users/history}.ts',
    ],
    { eager: true, query: '?raw', import: 'default' },
  )
  const said = [...Object.values(screens), ...Object.values(speaking)].join('\n')
  // Words that are keyed by a list cannot have a surplus text: it would not compile.
  const keys = SPOKEN.filter(({ spoken }) => !spoken.keyed).flatMap(({ spoken }) =>
    Object.keys(spoken.en).map(key => [spoken.screen, key] as const),
  )
  expect(keys.length).toBeGreaterThan(400)
  const listed = SPOKEN.filter(({ spoken }) => spoken.keyed).map(({ spoken }) => spoken.en)
  const unsaid = keys.filter(([screen, key]) => {
    // Taken over from the fields of a record, each of which the history says.
    const text = SPOKEN.find(({ spoken }) => spoken.screen === screen)?.spoken.en[key]
    if (listed.some(list => list[key] === text)) return false
    const name = key.replace(/_(one|other)$|Title$/, '')
    return !new RegExp(`['"\`]${name}|\\b${name}:`).test(said)
  })
  expect(unsaid.map(words => words.join(' '))).toEqual([])
})

function valuesIn(text: string): string[] {
  return [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map(match => match[1]!))].sort()
}
