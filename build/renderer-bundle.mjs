import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { runChild } from './run-child.mjs'

/** All that the bundle of the screens is made of. */
const sources = ['renderer', 'calls', 'booking', 'vite.config.ts', 'package.json', 'package-lock.json']
const bundle = 'dist/renderer'
const stamp = 'dist/renderer.sources'

/** Whether there are screens to bundle at all. */
export function hasRenderer(/** @type {string} */ root) {
  return existsSync(join(root, 'renderer/index.html'))
}

/**
 * Whether dist/renderer was made from the sources as they are now.
 * @param {string} root
 */
export function bundleMatches(root) {
  const made = join(root, stamp)
  if (!existsSync(join(root, bundle, 'index.html')) || !existsSync(made)) return false
  return readFileSync(made, 'utf8').trim() === hashSources(root)
}

/**
 * One hash of the names and contents of all sources.
 * @param {string} root
 */
export function hashSources(root) {
  const sum = createHash('sha256')
  for (const path of sources.flatMap(source => filesIn(root, source))) {
    sum
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0')
  }
  return sum.digest('hex')
}

/**
 * Bundles the screens beside the old bundle and puts them in its place only when they are whole.
 * @param {string} root
 * @param {string} node the Node to run vite on
 * @returns {Promise<{ ok: true } | { ok: false, sentence: string, stopped: boolean }>}
 */
export async function bundleRenderer(root, node) {
  const fresh = `${bundle}.${process.pid}.new`
  const made = hashSources(root)
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  const words = [vite, 'build', '--logLevel', 'warn', '--outDir', join(root, fresh), '--emptyOutDir']
  const { code, output, stopped } = await runChild(node, words, { cwd: root, quiet: true })
  if (code !== 0) {
    rmSync(join(root, fresh), { recursive: true, force: true })
    return { ok: false, sentence: `The screens could not be bundled. vite said:\n${output.trim()}`, stopped }
  }
  swap(join(root, fresh), join(root, bundle))
  writeFileSync(join(root, stamp), `${made}\n`)
  return { ok: true }
}

/**
 * @param {string} fresh
 * @param {string} place
 */
function swap(fresh, place) {
  const old = `${place}.${process.pid}.old`
  mkdirSync(join(place, '..'), { recursive: true })
  if (existsSync(place)) renameSync(place, old)
  renameSync(fresh, place)
  rmSync(old, { recursive: true, force: true })
}

/**
 * @param {string} root
 * @param {string} source
 * @returns {string[]} paths of files from `root`, sorted, with forward slashes
 */
function filesIn(root, source) {
  const place = join(root, source)
  if (!existsSync(place)) return []
  if (statSync(place).isFile()) return [source]
  return readdirSync(place, { recursive: true })
    .map(name => `${source}/${String(name).replaceAll('\\', '/')}`)
    .filter(path => statSync(join(root, path)).isFile())
    .sort()
}
