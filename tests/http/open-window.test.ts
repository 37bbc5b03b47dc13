import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { type Computer, openWindow, programsFor } from '#http/open-window'

const folder = mkdtempSync(join(tmpdir(), 'araro-open-'))
afterAll(() => rmSync(folder, { recursive: true }))

const url = 'http://127.0.0.1:1/?key=k'
const desk = (changes: Partial<Computer> = {}): Computer => ({
  platform: 'linux',
  env: { PATH: '/usr/bin', DISPLAY: ':0' },
  isRoot: false,
  canRun: path => ['/usr/bin/chromium', '/usr/bin/xdg-open'].includes(path),
  ...changes,
})

test('a Chromium window without tabs is tried first, then the user’s browser', () => {
  expect(programsFor(url, desk())).toEqual([
    { path: '/usr/bin/chromium', words: [`--app=${url}`, '--no-first-run'] },
    { path: '/usr/bin/xdg-open', words: [url] },
  ])
})

test('without a display, nothing is opened', () => {
  expect(programsFor(url, desk({ env: { PATH: '/usr/bin' } }))).toEqual([])
})

test('Chromium is not opened as root, because it would run without its sandbox', () => {
  expect(programsFor(url, desk({ isRoot: true })).map(each => each.path)).toEqual(['/usr/bin/xdg-open'])
})

test('Windows and macOS use their own browsers and openers', () => {
  const canRun = (path: string) => path.includes('Edge')
  const windows = desk({ platform: 'win32', env: { ProgramFiles: 'C:\\Program Files' }, canRun })
  expect(programsFor(url, windows).map(each => each.path)).toEqual([
    'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
    'rundll32.exe',
  ])
  const mac = programsFor(url, desk({ platform: 'darwin', env: {}, canRun: () => false }))
  expect(mac).toEqual([{ path: '/usr/bin/open', words: [url] }])
})

test('if a program fails the next one is tried, and the result says whether any succeeded', async () => {
  const script = (name: string, text: string) => {
    const path = join(folder, name)
    writeFileSync(path, `#!/bin/sh\n${text}\n`)
    chmodSync(path, 0o755)
    return { path, words: [] }
  }
  const missing = { path: join(folder, 'missing'), words: [] }
  const failing = script('failing', 'exit 3')
  expect(await openWindow([missing, failing, script('opening', 'exit 0')])).toBe(true)
  expect(await openWindow([missing, failing])).toBe(false)
})
