import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { runChild } from './run-child.mjs'
import { hashSources, isFresh, writeStamp } from './source-hash.mjs'

const entry = 'electron/main.ts'
const stamp = 'dist/electron.sources'

/** The inputs of the desktop shell's bundle. */
const sources = [
  ...['electron', 'shell', 'office', 'db', 'calls', 'booking'],
  ...['electron.vite.config.ts', 'package.json', 'package-lock.json'],
]

export function hasDesktop(/** @type {string} */ root) {
  return existsSync(join(root, entry))
}

/** Whether dist/electron was made from the current sources. */
export function desktopIsFresh(/** @type {string} */ root) {
  return isFresh(root, { made: 'dist/electron/main/main.js', stamp, sources })
}

/**
 * Bundles the desktop shell's main process and preload. Does not need Electron.
 * @param {string} root
 * @param {string} node the Node to run electron-vite on
 * @returns {Promise<{ ok: true } | { ok: false, sentence: string, stopped: boolean }>}
 */
export async function bundleDesktop(root, node) {
  const hash = hashSources(root, sources)
  const cli = join(root, 'node_modules/electron-vite/bin/electron-vite.js')
  const words = [cli, 'build', '--logLevel', 'warn']
  const { code, output, stopped } = await runChild(node, words, { cwd: root, quiet: true })
  if (code !== 0) {
    const sentence = `The desktop shell could not be bundled. electron-vite said:\n${output.trim()}`
    return { ok: false, sentence, stopped }
  }
  writeStamp(root, stamp, hash)
  return { ok: true }
}
