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

/** A replacement for vite that writes an index.html into the folder given by --outDir, or fails. */
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

test('the screens are bundled again only when a source has changed or was added', async () => {
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

test('moving text from one file to another counts as a change', () => {
  write('renderer/a.ts', 'xy')
  write('renderer/b.ts', '')
  const before = hashSources(root, ['renderer'])
  write('renderer/a.ts', 'x')
  write('renderer/b.ts', 'y')
  expect(hashSources(root, ['renderer'])).not.toBe(before)
})

test('a failed bundle leaves the old one in place and shows the output of vite', async () => {
  await bundleRenderer(root, process.execPath)
  write('node_modules/vite/bin/vite.js', vite(false))
  const failed = await bundleRenderer(root, process.execPath)
  expect(failed).toMatchObject({ ok: false, sentence: expect.stringContaining('no such import') })
  expect(rendererIsFresh(root)).toBe(true)
})
