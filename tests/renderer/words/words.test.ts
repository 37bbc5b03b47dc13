import { dirname } from 'node:path'
import { expect, test } from 'vitest'

type Texts = Record<string, string>
type Spoken = { screen: string; en: Texts; keyed?: true }

/** All results of `words` and `wordsFor`, with their files. */
const SPOKEN = Object.entries(
  import.meta.glob<Record<string, unknown>>('../../../renderer/words/**/*.ts', { eager: true }),
).flatMap(([file, module]) =>
  Object.entries(module).flatMap(([exported, value]) => {
    const { screen, en } = (value ?? {}) as Partial<Spoken>
    return typeof screen === 'string' && en ? [{ file, exported, spoken: value as Spoken }] : []
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

test('a Filipino text for one always has its number in it, because Filipino also counts 2, 3, 5, 7, 8 and others as one', async () => {
  expect(new Intl.PluralRules('fil').select(5)).toBe('one')
  const { default: i18next } = await import('i18next')
  const forOne = SPOKEN.flatMap(({ file, spoken }) =>
    Object.keys(spoken.en)
      .filter(key => key.endsWith('_one'))
      .map(key => ({
        where: `${file} ${key}`,
        fil: i18next.getResource('fil', spoken.screen, key) as string,
      })),
  )
  expect(forOne.length).toBeGreaterThan(5)
  // `shown`: the same number, with its thousands separated.
  for (const { where, fil } of forOne) expect(fil, where).toMatch(/\{\{(count|shown)\}\}/)
})

test('no two lists of words have the same name, because one would replace the other', () => {
  const names = SPOKEN.map(({ spoken }) => spoken.screen)
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
})

test('every text is used: each is named whole where its words are used, or by the rules', () => {
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
  const onScreens = Object.entries(screens).map(([file, text]) => ({
    folder: dirname(file),
    text: withoutWords(text),
  }))
  const listed = SPOKEN.filter(({ spoken }) => spoken.keyed).map(({ spoken }) => spoken.en)
  const unsaid: string[] = []
  // Words that are keyed by a list cannot have one too many: it would not compile.
  for (const { exported, spoken } of SPOKEN.filter(({ spoken }) => !spoken.keyed)) {
    const uses = new RegExp(`\\b${exported}\\b`)
    // A form's labels may stand in a file beside the one that uses the words.
    const folders = new Set(onScreens.filter(({ text }) => uses.test(text)).map(({ folder }) => folder))
    const near = onScreens.filter(({ folder }) => folders.has(folder)).map(({ text }) => text)
    const said = [...near, ...Object.values(rules)].join('\n')
    for (const [key, text] of Object.entries(spoken.en)) {
      // Taken over from the fields of a record, each of which the history says.
      if (listed.some(list => list[key] === text)) continue
      const name = key.replace(/_(one|other)$|Title$/, '')
      if (!new RegExp(`(['"\`])${name}\\1|\\b${name}:`).test(said)) unsaid.push(`${exported} ${key}`)
    }
  }
  expect(unsaid).toEqual([])
})

/** What a file says beside the words that stand in it. */
function withoutWords(text: string): string {
  return text.replace(/const \w+ = words\([\s\S]*?\n\}\)/g, '')
}

function valuesIn(text: string): string[] {
  return [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map(match => match[1]!))].sort()
}
