import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { runChild } from './run-child.mjs'
import { hashSources, isFresh, writeStamp } from './source-hash.mjs'

const folder = 'dist/renderer'
const stamp = 'dist/renderer.sources'

/** The inputs of the screens' bundle. */
const sources = ['renderer', 'calls', 'booking', 'vite.config.ts', 'package.json', 'package-lock.json']

export function hasRenderer(/** @type {string} */ root) {
  return existsSync(join(root, 'renderer/index.html'))
}

/** Whether dist/renderer was made from the current sources. */
export function rendererIsFresh(/** @type {string} */ root) {
  return isFresh(root, { made: `${folder}/index.html`, stamp, sources })
}

/**
 * Bundles the screens into a new folder, and replaces the old bundle only if that succeeds.
 * @param {string} root
 * @param {string} node the Node to run vite on
 * @returns {Promise<{ ok: true } | { ok: false, sentence: string, stopped: boolean }>}
 */
export async function bundleRenderer(root, node) {
  const fresh = join(root, `${folder}.new`)
  const hash = hashSources(root, sources)
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  const words = [vite, 'build', '--logLevel', 'warn', '--outDir', fresh, '--emptyOutDir']
  const { code, output, stopped } = await runChild(node, words, { cwd: root, quiet: true })
  if (code !== 0) {
    rmSync(fresh, { recursive: true, force: true })
    return { ok: false, sentence: `The screens could not be bundled. vite said:\n${output.trim()}`, stopped }
  }
  swap(fresh, join(root, folder))
  writeStamp(root, stamp, hash)
  return { ok: true }
}

/**
 * @param {string} fresh
 * @param {string} place
 */
function swap(fresh, place) {
  const old = `${place}.old`
  rmSync(old, { recursive: true, force: true })
  mkdirSync(join(place, '..'), { recursive: true })
  if (existsSync(place)) renameSync(place, old)
  renameSync(fresh, place)
  rmSync(old, { recursive: true, force: true })
}
