import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { findChromium } from './find-chromium.mjs'
import { runChild } from './run-child.mjs'

/**
 * Package managers that carry a Chromium, and the commands that fetch it, in order.
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
 * The commands by which the system itself brings a Chromium; none without the right to.
 * @param {{ asRoot?: boolean, has?: (program: string) => boolean }} [options]
 * @returns {string[][]}
 */
export function systemCommands({ asRoot = process.getuid?.() === 0, has = isOnPath } = {}) {
  if (!asRoot) return []
  return Object.entries(managers).find(([manager]) => has(manager))?.[1] ?? []
}

/**
 * Brings a Chromium for the browser tests: the system's package manager as root, else Playwright's own download.
 * @param {string} root
 * @param {string} node
 * @param {(words: string) => void} say every command is printed before it runs
 * @returns {Promise<{ path: string } | { path: undefined, reason: string, stopped: boolean }>}
 */
export async function installChromium(root, node, say) {
  for (const [program = '', ...words] of systemCommands()) {
    say(`  ${[program, ...words].join(' ')}`)
    const env = { DEBIAN_FRONTEND: 'noninteractive' }
    const { code, output, stopped } = await runChild(program, words, { quiet: true, env })
    if (stopped) return { path: undefined, reason: 'stopped', stopped }
    if (code !== 0) say(`  it ended with ${code}: ${lastLine(output)}`)
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
  const why = code === 0 ? 'it brought none' : lastLine(output)
  return {
    path: undefined,
    reason: `no Chromium, Chrome or Edge is installed and none could be fetched (${why}); install one or set CHROMIUM_PATH`,
    stopped,
  }
}

/**
 * The browser that Playwright downloaded earlier, if it did.
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
 * The line that says why: the last that speaks of an error and is no line of a stack, else the last.
 * @param {string} output
 */
function lastLine(output) {
  const lines = output
    .split('\n')
    .map(line => line.trim())
    .filter(line => line && !line.startsWith('at '))
  return lines.findLast(line => /error|failed|unable/i.test(line)) ?? lines.at(-1) ?? 'without a word'
}
