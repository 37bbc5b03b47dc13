import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { bundleRenderer, rendererIsFresh } from '#build/renderer-bundle'
import { hashSources } from '#build/source-hash'

let root: string
const write = (path: string, text: string) => {
  mkdirSync(join(root, path, '..'), { recursive: true })
  writeFileSync(join(root, path), text)
}

/** Stands in for vite: writes an index.html into the folder named behind --outDir, or fails. */
const vite = (works: boolean) => `
  const { mkdirSync, writeFileSync } = require('node:fs')
  const folder = process.argv[process.argv.indexOf('--outDir') + 1]
  mkdirSync(folder, { recursive: true })
  if (${works}) writeFileSync(folder + '/index.html', 'made')
  else { console.error('no such import'); process.exit(1) }`

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'araro-bundle-'))
  write('renderer/main.tsx', 'one')
  write('calls/table.ts', 'table')
  write('node_modules/vite/package.json', '{ "type": "commonjs" }')
  write('node_modules/vite/bin/vite.js', vite(true))
})
afterEach(() => rmSync(root, { recursive: true }))

test('the screens are bundled once, and again when a source changes, comes or goes', async () => {
  expect(rendererIsFresh(root)).toBe(false)
  expect(await bundleRenderer(root, process.execPath)).toEqual({ ok: true })
  expect(rendererIsFresh(root)).toBe(true)
  write('renderer/main.tsx', 'two')
  expect(rendererIsFresh(root)).toBe(false)
  write('renderer/main.tsx', 'one')
  expect(rendererIsFresh(root)).toBe(true)
  write('calls/more.ts', '')
  expect(rendererIsFresh(root)).toBe(false)
})

test('moving text from one file to the next is a change', () => {
  write('renderer/a.ts', 'xy')
  write('renderer/b.ts', '')
  const before = hashSources(root, ['renderer'])
  write('renderer/a.ts', 'x')
  write('renderer/b.ts', 'y')
  expect(hashSources(root, ['renderer'])).not.toBe(before)
})

test('a bundle that fails leaves the old one in place and shows what vite said', async () => {
  await bundleRenderer(root, process.execPath)
  write('node_modules/vite/bin/vite.js', vite(false))
  const failed = await bundleRenderer(root, process.execPath)
  expect(failed).toMatchObject({ ok: false, sentence: expect.stringContaining('no such import') })
  expect(rendererIsFresh(root)).toBe(true)
})
