import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const css = readFileSync(
  new URL('../../../../renderer/parts/status/status-colours.css', import.meta.url),
  'utf8',
)

test.each([
  ['light', ':root {'],
  ['dark', '[data-mantine-color-scheme="dark"] {'],
])('in %s, every status has enough contrast for its text and its edge', (_scheme, opening) => {
  const colours = coloursAfter(opening)
  const looks = [...new Set([...colours.keys()].map(name => name.replace(/-(ground|text|edge)$/, '')))]
  expect(looks).toHaveLength(11)
  for (const look of looks) {
    const ground = colours.get(`${look}-ground`)!
    expect(contrast(colours.get(`${look}-text`)!, ground), `${look} text`).toBeGreaterThanOrEqual(4.5)
    expect(contrast(colours.get(`${look}-edge`)!, ground), `${look} edge`).toBeGreaterThanOrEqual(1.8)
  }
})

function coloursAfter(opening: string): Map<string, string> {
  const block = css.slice(css.indexOf(opening)).split('}')[0]!
  return new Map(
    [...block.matchAll(/--look-([a-z-]+): (#[0-9a-f]{6})/g)].map(match => [match[1]!, match[2]!]),
  )
}

function contrast(a: string, b: string): number {
  const [bright, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number]
  return (bright + 0.05) / (dark + 0.05)
}

function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map(at => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
