import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { chooseShell, findElectron, hasDisplay } from '#build/choose-shell'

const none = { help: false, browser: false, noOpen: false, sample: false }
const desk = { electron: '/electron', display: true, shellExists: true }

describe('npm start opens Electron if it can show a window, otherwise the browser', () => {
  test('with Electron and a display, it opens Electron', () => {
    expect(chooseShell(none, desk)).toEqual({ shell: 'electron', program: '/electron' })
  })

  test('if the user asks for the browser, it opens without an explanation', () => {
    expect(chooseShell({ ...none, browser: true }, desk)).toEqual({ shell: 'browser', why: undefined })
    expect(chooseShell({ ...none, port: '0' }, desk)).toEqual({ shell: 'browser', why: undefined })
  })

  test('without Electron, or without a display, one line says why', () => {
    const absent = chooseShell(none, { ...desk, electron: undefined })
    const blind = chooseShell(none, { ...desk, display: false })
    expect(absent).toMatchObject({
      shell: 'browser',
      why: expect.stringMatching(/^Electron is not installed.*browser\.$/),
    })
    expect(blind).toMatchObject({
      shell: 'browser',
      why: expect.stringMatching(/^There is no display.*browser\.$/),
    })
  })

  test('only Linux is checked for a display', () => {
    expect(hasDisplay({ platform: 'linux', env: {} })).toBe(false)
    expect(hasDisplay({ platform: 'linux', env: { DISPLAY: ':0' } })).toBe(true)
    expect(hasDisplay({ platform: 'linux', env: { WAYLAND_DISPLAY: 'wayland-0' } })).toBe(true)
    expect(hasDisplay({ platform: 'win32', env: {} })).toBe(true)
  })

  test('Electron counts as installed only if its program file exists', () => {
    const root = mkdtempSync(join(tmpdir(), 'araro-shell-'))
    const folder = join(root, 'node_modules/electron')
    mkdirSync(join(folder, 'dist'), { recursive: true })
    expect(findElectron(root)).toBeUndefined()
    writeFileSync(join(folder, 'path.txt'), 'electron\n')
    expect(findElectron(root)).toBeUndefined()
    writeFileSync(join(folder, 'dist/electron'), '')
    expect(findElectron(root)).toBe(join(folder, 'dist', 'electron'))
    rmSync(root, { recursive: true })
  })
})
