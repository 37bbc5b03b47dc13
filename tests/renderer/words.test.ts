import { expect, test } from 'vitest'

type Texts = Record<string, string>
type WordsModule = Record<string, { screen?: string; en?: Texts } | unknown>

const files = import.meta.glob<WordsModule>('../../renderer/words/*.ts', { eager: true })

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

function valuesIn(text: string): string[] {
  return [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map(match => match[1]!))].sort()
}
