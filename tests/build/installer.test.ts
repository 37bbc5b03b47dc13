import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '')
const load = createRequire(import.meta.url)
const { load: parseYaml } = load('js-yaml')
const config = parseYaml(readFileSync(join(root, 'electron-builder.yml'), 'utf8'))
/** Uses electron-builder's own matcher, so that the test reads the patterns exactly as electron-builder does. */
const { getNodeModuleFileMatcher } = load(join(root, 'node_modules/app-builder-lib/out/fileMatcher.js'))

/** The files of better-sqlite3 that an installer for this platform and architecture contains. */
function packed(platform: 'win' | 'linux' | 'mac', arch: string): string[] {
  const expand = (pattern: string) => pattern.replaceAll('${arch}', arch)
  const matcher = getNodeModuleFileMatcher(root, join(root, 'release'), expand, config[platform], {
    config,
    debugLogger: { isEnabled: false },
  })
  const accepts = matcher.createFilter()
  const folder = join(root, 'node_modules/better-sqlite3')
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => ({ path: join(entry.parentPath, entry.name), entry }))
    .filter(({ path, entry }) => accepts(path, entry))
    .map(({ path }) => path.slice(folder.length + 1).replaceAll('\\', '/'))
}

describe('an installer contains the compiled part for its own platform and no other', () => {
  test.each([
    ['win', 'x64', 'win32-x64'],
    ['win', 'arm64', 'win32-arm64'],
    ['linux', 'x64', 'linux-x64'],
    ['linux', 'arm64', 'linux-arm64'],
    ['mac', 'x64', 'darwin-x64'],
    ['mac', 'arm64', 'darwin-arm64'],
  ] as const)('%s on %s gets %s.node', (platform, arch, expected) => {
    const files = packed(platform, arch)
    expect(files.filter(file => file.endsWith('.node'))).toEqual([`prebuilds/${expected}.node`])
    expect(files).toContain('lib/index.js')
    expect(files).toContain('package.json')
    expect(files.filter(file => /^(deps|src)\//.test(file))).toEqual([])
  })
})

test('the files that the installer names exist, and none is in a folder that electron-builder leaves out', () => {
  for (const { icon } of [config.win, config.linux, config.mac])
    expect(existsSync(join(root, icon))).toBe(true)
  const { main } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  expect(main).toBe('dist/electron/main/main.js')
  expect(config.files).toContain('dist/electron/**')
  expect(config.directories.output).not.toBe('dist')
  expect(config.extraResources[0].from).toBe('db/migrations')
})
