import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Hashes the names and contents of all files.
 * @param {string} root
 * @param {string[]} sources folders and files, relative to `root`; a missing one counts as empty
 * @returns {string}
 */
export function hashSources(root, sources) {
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
 * Whether a bundle was made from the current sources.
 * @param {string} root
 * @param {{ made: string, stamp: string, sources: string[] }} bundle made: a file of the bundle; stamp: the file with the
 *   hash of the sources it was made from
 */
export function isFresh(root, { made, stamp, sources }) {
  if (!existsSync(join(root, made)) || !existsSync(join(root, stamp))) return false
  return readFileSync(join(root, stamp), 'utf8').trim() === hashSources(root, sources)
}

/**
 * @param {string} root
 * @param {string} stamp
 * @param {string} hash
 */
export function writeStamp(root, stamp, hash) {
  writeFileSync(join(root, stamp), `${hash}\n`)
}

/**
 * @param {string} root
 * @param {string} source
 * @returns {string[]} paths relative to `root`, sorted, with forward slashes
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
