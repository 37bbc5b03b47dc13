import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { findChromium } from './find-chromium.mjs'
import { runChild } from './run-child.mjs'

/**
 * Package managers that have a Chromium, and the commands that install it, in order.
 * @type {Record<string, string[][]>}
 */
const managers = {
  'apt-get': [
    ['apt-get', 'update'],
    ['apt-get', 'install', '-y', '--no-install-recommends', 'chromium'],
  ],
  dnf: [['dnf', 'install', '-y', 'chromium']],
  apk: [['apk', 'add', '--no-cache', 'chromium']],
  pacman: [['pacman', '-Sy', '--noconfirm', 'chromium']],
  zypper: [['zypper', '--non-interactive', 'install', 'chromium']],
}

/**
 * The commands with which the system's package manager installs a Chromium; empty unless run as root.
 * @param {{ asRoot?: boolean, has?: (program: string) => boolean }} [options]
 * @returns {string[][]}
 */
export function systemCommands({ asRoot = process.getuid?.() === 0, has = isOnPath } = {}) {
  if (!asRoot) return []
  return Object.entries(managers).find(([manager]) => has(manager))?.[1] ?? []
}

/**
 * Installs a Chromium for the browser tests: with the system's package manager if run as root, otherwise with
 * Playwright's download.
 * @param {string} root
 * @param {string} node
 * @param {(words: string) => void} say prints every command before it runs
 * @returns {Promise<{ path: string } | { path: undefined, reason: string, stopped: boolean }>}
 */
export async function installChromium(root, node, say) {
  for (const [program = '', ...words] of systemCommands()) {
    say(`  ${[program, ...words].join(' ')}`)
    const env = { DEBIAN_FRONTEND: 'noninteractive' }
    const { code, output, stopped } = await runChild(program, words, { quiet: true, env })
    if (stopped) return { path: undefined, reason: 'stopped', stopped }
    if (code !== 0) say(`  it failed with exit code ${code}: ${lastLine(output)}`)
  }
  const installed = findChromium()
  if (installed) return { path: installed }
  return downloadChromium(root, node, say)
}

/**
 * @param {string} root
 * @param {string} node
 * @param {(words: string) => void} say
 * @returns {ReturnType<typeof installChromium>}
 */
async function downloadChromium(root, node, say) {
  say('  playwright install chromium')
  const cli = join(root, 'node_modules/@playwright/test/cli.js')
  const { code, output, stopped } = await runChild(node, [cli, 'install', 'chromium'], {
    cwd: root,
    quiet: true,
  })
  const path = code === 0 ? await playwrightsOwn(root, node) : undefined
  if (path) return { path }
  const why = code === 0 ? 'the download left no browser' : lastLine(output)
  return {
    path: undefined,
    reason: `no Chromium, Chrome or Edge is installed and none could be downloaded (${why}); install one or set CHROMIUM_PATH`,
    stopped,
  }
}

/**
 * The browser that Playwright downloaded earlier, if any.
 * @param {string} root
 * @param {string} node
 * @returns {Promise<string | undefined>}
 */
export async function playwrightsOwn(root, node) {
  const ask = "import('@playwright/test').then(p => console.log(p.chromium.executablePath()))"
  const { code, output } = await runChild(node, ['-e', ask], { cwd: root, quiet: true })
  const path = output.trim()
  return code === 0 && existsSync(path) ? path : undefined
}

/** @param {string} program */
function isOnPath(program) {
  return (process.env.PATH ?? '').split(delimiter).some(folder => folder && existsSync(join(folder, program)))
}

/**
 * The line that explains a failure: the last that mentions an error, otherwise the last; lines of a stack are left out.
 * @param {string} output
 */
function lastLine(output) {
  const lines = output
    .split('\n')
    .map(line => line.trim())
    .filter(line => line && !line.startsWith('at '))
  return lines.findLast(line => /error|failed|unable/i.test(line)) ?? lines.at(-1) ?? 'no output'
}
