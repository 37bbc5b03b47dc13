import { delimiter, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findChromium } from '#build/find-chromium'
import { systemCommands } from '#build/install-chromium'

const only =
  (...paths: string[]) =>
  (path: string) =>
    paths.includes(path)

describe('a Chromium for the browser tests is found', () => {
  test('at CHROMIUM_PATH before anywhere else, if that file exists', () => {
    const env = { CHROMIUM_PATH: '/mine/chrome', PATH: '/usr/bin' }
    const installed = join('/usr/bin', 'chromium')
    expect(findChromium({ platform: 'linux', env, exists: only('/mine/chrome', installed) })).toBe(
      '/mine/chrome',
    )
    expect(findChromium({ platform: 'linux', env, exists: only(installed) })).toBe(installed)
  })

  test.each(['chromium', 'chromium-browser', 'google-chrome', 'microsoft-edge'])(
    'as %s on the PATH',
    name => {
      const env = { PATH: ['/usr/bin', '/opt/bin'].join(delimiter) }
      const path = join('/opt/bin', name)
      expect(findChromium({ platform: 'linux', env, exists: only(path) })).toBe(path)
    },
  )

  test('in the application folders of macOS', () => {
    const path = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
    expect(findChromium({ platform: 'darwin', env: { HOME: '/home' }, exists: only(path) })).toBe(path)
  })

  test('in the program folders of Windows', () => {
    const path = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'
    const env = { 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' }
    expect(findChromium({ platform: 'win32', env, exists: only(path) })).toBe(path)
  })

  test('not at all if none is installed', () => {
    expect(
      findChromium({ platform: 'linux', env: { PATH: '/usr/bin' }, exists: () => false }),
    ).toBeUndefined()
  })

  test('by installing it, as root only, after the package lists are updated', () => {
    expect(systemCommands({ asRoot: false, has: () => true })).toEqual([])
    expect(systemCommands({ asRoot: true, has: () => false })).toEqual([])
    expect(systemCommands({ asRoot: true, has: only('apt-get') })[0]).toEqual(['apt-get', 'update'])
    expect(systemCommands({ asRoot: true, has: only('apk') })).toEqual([
      ['apk', 'add', '--no-cache', 'chromium'],
    ])
  })
})
