import { createHash } from 'node:crypto'
import { existsSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { runChild } from './run-child.mjs'

/**
 * @typedef {{ version?: string, integrity?: string, link?: boolean, optional?: boolean, peer?: boolean, os?: string | string[], cpu?: string | string[], libc?: string | string[] }} LockedPackage
 * @typedef {{ packages: Record<string, LockedPackage> }} Lock
 */

const stamp = 'node_modules/.araro-setup.json'

/**
 * Whether node_modules matches package-lock.json.
 * @param {string} root
 * @returns {boolean}
 */
export function dependenciesMatch(root) {
  const wanted = read(join(root, 'package-lock.json'))
  const there = read(join(root, 'node_modules/.package-lock.json'))
  if (!wanted || !there) return false
  if (read(join(root, stamp))?.includes(hash(wanted))) return true
  return holdsAll(JSON.parse(wanted), JSON.parse(there))
}

/**
 * Compares the installed packages with the locked ones. Optional packages may be missing, because npm leaves out those
 * of other platforms.
 * @param {Lock} wanted
 * @param {Lock} there
 */
export function holdsAll(wanted, there) {
  return Object.entries(wanted.packages).every(([path, locked]) => {
    if (!path.startsWith('node_modules/') || locked.link) return true
    const installed = there.packages[path]
    if (!installed) return Boolean(locked.optional)
    return installed.version === locked.version && installed.integrity === locked.integrity
  })
}

/**
 * Installs exactly what package-lock.json names. npm's output is hidden unless it fails.
 * @param {string} root
 * @returns {Promise<{ ok: true } | { ok: false, sentence: string, stopped: boolean }>}
 */
export async function installDependencies(root) {
  const npm = findNpm()
  if (!npm) {
    const sentence = 'npm was not found. It comes with Node.js: install Node.js 20 or newer and start again.'
    return { ok: false, sentence, stopped: false }
  }
  const words = [
    verb(root),
    '--include=dev',
    '--include=optional',
    // No package needs its install script. better-sqlite3 would compile itself, although it contains its builds.
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    // Two retries within half a minute, because a person is waiting for the result.
    '--fetch-retry-mintimeout=3000',
    '--fetch-retry-maxtimeout=12000',
  ]
  const { code, output, stopped } = await runChild(process.execPath, [npm, ...words], {
    cwd: root,
    quiet: true,
    patienceMs: 2000,
    // This npm must not inherit the settings of the npm that runs `npm start`.
    env: { NODE_ENV: undefined, npm_config_omit: undefined, npm_config_production: undefined },
  })
  if (code !== 0) return { ok: false, sentence: sentenceFor(output), stopped }
  const locked = read(join(root, 'package-lock.json')) ?? ''
  writeFileSync(join(root, stamp), `${JSON.stringify({ lock: hash(locked) })}\n`)
  return { ok: true }
}

/**
 * `npm ci` deletes node_modules first. Windows refuses that while this process runs on the Node inside it.
 * @param {string} root
 */
function verb(root) {
  const runsFromHere = process.execPath.startsWith(join(root, 'node_modules'))
  return process.platform === 'win32' && runsFromHere ? 'install' : 'ci'
}

/**
 * Finds npm's JavaScript file, which can be run without a shell or a .cmd file.
 * @returns {string | undefined}
 */
export function findNpm(environment = process.env) {
  const cli = 'node_modules/npm/bin/npm-cli.js'
  const folders = [dirname(process.execPath), ...(environment.PATH ?? '').split(delimiter)].filter(Boolean)
  const near = folders.flatMap(folder => [join(folder, cli), join(folder, '../lib', cli), npmBehind(folder)])
  return [environment.npm_execpath, ...near].find(
    path => path && /npm-cli\.js$/.test(path) && existsSync(path),
  )
}

/** The target of the link `npm` in a folder. */
function npmBehind(/** @type {string} */ folder) {
  try {
    return realpathSync(join(folder, 'npm'))
  } catch {
    return undefined
  }
}

/**
 * @param {string} output of npm
 * @returns {string} what went wrong, and what to do
 */
export function sentenceFor(output) {
  const said = output
    .split('\n')
    .filter(line => line.trim() && !/^npm error ?(\s*at |\s*\w+: |[{}]?$)/.test(line))
  return [cause(output), 'npm said:', ...said.slice(-8)].join('\n')
}

/** @param {string} output */
function cause(output) {
  if (
    /E(NOTFOUND|AI_AGAIN|CONNREFUSED|CONNRESET|TIMEDOUT|HOSTUNREACH|NETUNREACH)|ERR_SOCKET_TIMEOUT/.test(
      output,
    )
  )
    return 'The package registry could not be reached; nothing is lost. Check the network connection (or npm’s proxy settings) and start again.'
  if (/ENOSPC/.test(output)) return 'The disk is full. Free about 1 GB and start again.'
  if (/EACCES|EPERM|EROFS/.test(output))
    return 'This folder may not be written to. Run Araro from a folder of your own, or close the program that uses node_modules.'
  return 'The packages could not be installed.'
}

/** @param {string} text */
function hash(text) {
  return createHash('sha256').update(text).digest('hex')
}

/** @param {string} path */
function read(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}
