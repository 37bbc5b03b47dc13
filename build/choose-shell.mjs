import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { meansBrowser } from './start-flags.mjs'

/**
 * @typedef {import('./start-flags.mjs').Flags} Flags
 * @typedef {{ shell: 'electron', program: string } | { shell: 'browser', why: string | undefined }} Choice
 */

/**
 * Looks for Electron's program as a file, because requiring the package would try to download it.
 * @param {string} root
 * @returns {string | undefined}
 */
export function findElectron(root) {
  const folder = join(root, 'node_modules/electron')
  const named = join(folder, 'path.txt')
  if (!existsSync(named)) return undefined
  const program = join(folder, 'dist', readFileSync(named, 'utf8').trim())
  return existsSync(program) ? program : undefined
}

/**
 * Whether a window can be shown. Only Linux is expected to run without a display.
 * @param {{ platform?: string, env?: Record<string, string | undefined> }} [options]
 */
export function hasDisplay({ platform = process.platform, env = process.env } = {}) {
  return platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)
}

/**
 * Chooses Electron if it is installed and can show a window, otherwise the browser.
 * @param {Flags} flags
 * @param {{ electron: string | undefined, display: boolean, shellExists: boolean }} here
 * @returns {Choice} why: one line that says why Electron is not used; undefined if the user asked for the browser
 */
export function chooseShell(flags, { electron, display, shellExists }) {
  if (meansBrowser(flags)) return { shell: 'browser', why: undefined }
  if (!electron || !shellExists)
    return { shell: 'browser', why: 'Electron is not installed here, so Araro opens in the browser.' }
  if (!display) return { shell: 'browser', why: 'There is no display here, so Araro opens in the browser.' }
  return { shell: 'electron', program: electron }
}
