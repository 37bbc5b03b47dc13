import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { rooms } from '#build/layers'

const root = fileURLToPath(new URL('../..', import.meta.url))
const FOLDERS = [...Object.keys(rooms), 'docs']

const LINK = /\]\(([^)\s#]+)(?:#[^)\s]*)?\)/g
const CODE = /```[\s\S]*?```|`[^`\n]+`/g
/** A path that begins with one of our folders, as in `office/law/`, `db/read/*` or `#booking/time/day`. */
const IN_A_FOLDER = new RegExp(`(?<![\\w./@$~-])#?((?:${FOLDERS.join('|')})/[\\w./*-]*)`, 'g')
/** A path to a file in a folder that may not exist at all. */
const TO_A_FILE = /^`([\w-]+(?:\/[\w.-]+)+\.(?:ts|tsx|mjs|sql|md|css|json|yml|png|svg))`$/
const GENERATED = /^(node_modules|dist)\//

/** The links and paths in a Markdown text that lead nowhere. */
function brokenPaths(text: string, folder: string, exists: (path: string) => boolean): string[] {
  const links = [...text.matchAll(LINK)]
    .map(([, target = '']) => target)
    .filter(target => !/^[a-z]+:/.test(target) && !exists(posix.join(folder, target)))
  const paths = [...text.matchAll(CODE)]
    .flatMap(([code]) => [...code.matchAll(IN_A_FOLDER), ...code.matchAll(new RegExp(TO_A_FILE, 'g'))])
    .map(([, path = '']) => path.replace(/\*.*$/, '').replace(/[./]+$/, ''))
    .filter(path => !GENERATED.test(path) && !isThere(path, exists))
  return [...new Set([...links, ...paths])]
}

/** A module may be named without its ending. */
function isThere(path: string, exists: (path: string) => boolean): boolean {
  return ['', '.ts', '.tsx', '.mjs'].some(ending => exists(path + ending))
}

const documents = [
  ...readdirSync(root),
  ...FOLDERS.flatMap(folder =>
    readdirSync(join(root, folder), { recursive: true }).map(
      name => `${folder}/${String(name).replaceAll('\\', '/')}`,
    ),
  ),
].filter(path => path.endsWith('.md') && !path.includes('node_modules/'))

describe('every link and every path in the docs leads to a file or folder that exists', () => {
  test.each(documents)('%s', path => {
    const broken = brokenPaths(readFileSync(join(root, path), 'utf8'), posix.dirname(path), file =>
      existsSync(join(root, file)),
    )
    expect(broken).toEqual([])
  })

  test('README.md and the decisions are among the documents', () => {
    expect(documents).toEqual(expect.arrayContaining(['README.md', 'docs/decisions/README.md']))
  })
})

describe('of these, a document reports exactly the broken ones:', () => {
  const there = [
    'docs/a.md',
    'db/read',
    'db/read/day.ts',
    'office',
    'booking/time/day.ts',
    'renderer/app.tsx',
  ]
  const broken = (text: string) => brokenPaths(text, 'docs', path => there.includes(path))

  test.each([
    ['[a](a.md), [a](a.md#part), [room](../db/read) and [web](https://example.org/b.md)', []],
    ['[b](b.md) and ![picture](pictures/b.png)', ['b.md', 'pictures/b.png']],
    [
      '`db/read/`, `db/read/*`, `db/read/day.ts`, `#booking/time/day`, `renderer/app`, `office/<trade>/x`',
      [],
    ],
    ['`db/write/`, `db/read/week.ts`, `#booking/day`', ['db/write', 'db/read/week.ts', 'booking/day']],
    ['`offices/desk.ts`', ['offices/desk.ts']],
    ['`/rpc/office/call`, `dist/renderer/a.ts`, `GET /office/x`, `copies/`, office/nothing', []],
    ['```\n1  db/read/day.ts  reads\n2  db/read/night.ts\n```', ['db/read/night.ts']],
  ])('%j', (text, expected) => {
    expect(broken(text)).toEqual(expected)
  })
})
