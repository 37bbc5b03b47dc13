import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const migrations = join(root, 'db/migrations')

/** The triggers that a file has after all migrations. */
function triggers(): string[] {
  const there = new Set<string>()
  for (const file of readdirSync(migrations).sort()) {
    const sql = readFileSync(join(migrations, file), 'utf8')
    for (const [, verb, name = ''] of sql.matchAll(/(CREATE|DROP) TRIGGER (?:IF EXISTS )?(\w+)/g)) {
      if (verb === 'CREATE') there.add(name)
      else there.delete(name)
    }
  }
  return [...there]
}

/** The second column of the table of triggers; `…` stands for any part of a name. */
const named = readFileSync(join(root, 'docs/architecture.md'), 'utf8')
  .split('\n')
  .filter(line => line.startsWith('|'))
  .flatMap(line => [...(line.split('|').at(-2) ?? '').matchAll(/`((?=\w*[_…])[\w…]+)`/g)])
  .map(([, name = '']) => ({ name, pattern: new RegExp(`^${name.replace('…', '.*')}$`) }))

test('docs/architecture.md says of each trigger what it is for', () => {
  expect(triggers().filter(trigger => !named.some(({ pattern }) => pattern.test(trigger)))).toEqual([])
})

test('docs/architecture.md names no trigger that the file does not have', () => {
  const there = triggers()
  expect(named.length).toBeGreaterThan(50)
  expect(named.filter(({ pattern }) => !there.some(trigger => pattern.test(trigger)))).toEqual([])
})
