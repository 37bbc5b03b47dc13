import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import { settled } from './settled.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

type Finding = { id: string; help: string; nodes: { target: string[]; failureSummary: string }[] }

/** Describes what axe finds on the settled page. The page's policy does not apply to scripts that the test injects. */
export async function findings(page: Page): Promise<string[]> {
  // Colours in the middle of a transition must not be measured.
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await settled(page)
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE)
  const violations = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(options: object): Promise<{ violations: Finding[] }> }
    }
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
    // What passes is counted and not described: nobody reads it, and it takes most of the time.
    return (await axe.run({ runOnly: tags, resultTypes: ['violations'] })).violations
  })
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.slice(0, 3).map(node => `${id}: ${help} at ${node.target.join(' ')}: ${node.failureSummary}`),
  )
}
