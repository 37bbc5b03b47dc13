import { posix } from 'node:path'

/**
 * Finds circles of imports: files that can be reached from themselves. Type imports count too, because a reader has to
 * follow them.
 * @param {Map<string, string[]>} imports each file's path from the root of the repository, and its import specifiers
 * @returns {string[][]} the files of each circle, sorted
 */
export function importCircles(imports) {
  const arrows = new Map(
    [...imports].map(([path, specifiers]) => [path, specifiers.flatMap(one => targetOf(path, one, imports))]),
  )
  return stronglyConnected(arrows)
    .filter(files => files.length > 1)
    .map(files => files.sort())
}

/**
 * Finds circles of folders: folders of one room whose files lead back to the folder. Arrows between a folder and a
 * folder inside it are left out: beside its folders, a folder holds what they share and what combines them.
 * @param {Map<string, string[]>} imports as for `importCircles`
 * @returns {string[][]} for each circle, its arrows: `from/file.ts → to/file.ts`, sorted
 */
export function folderCircles(imports) {
  /** @type {Map<string, string[]>} */
  const folders = new Map()
  /** @type {{ from: string, to: string, arrow: string }[]} */
  const arrows = []
  for (const [path, specifiers] of imports) {
    const from = posix.dirname(path)
    for (const target of specifiers.flatMap(one => targetOf(path, one, imports))) {
      const to = posix.dirname(target)
      if (roomOf(from) !== roomOf(to) || contains(from, to) || contains(to, from)) continue
      folders.set(from, [...(folders.get(from) ?? []), to])
      arrows.push({ from, to, arrow: `${path} → ${target}` })
    }
  }
  return stronglyConnected(folders)
    .filter(circle => circle.length > 1)
    .map(circle =>
      arrows
        .filter(({ from, to }) => circle.includes(from) && circle.includes(to))
        .map(({ arrow }) => arrow)
        .sort(),
    )
}

/**
 * @param {string} outer
 * @param {string} inner
 */
function contains(outer, inner) {
  return outer === inner || inner.startsWith(`${outer}/`)
}

/** @param {string} path */
function roomOf(path) {
  return path.split('/')[0]
}

/**
 * @param {string} path
 * @param {string} specifier
 * @param {Map<string, string[]>} known
 * @returns {string[]} the file that the specifier names; empty if it is not a source of this tree
 */
function targetOf(path, specifier, known) {
  const bare = specifier.replace(/\?.*$/, '')
  if (bare.startsWith('#'))
    return ['.ts', '.mjs'].map(end => bare.slice(1) + end).filter(file => known.has(file))
  const target = posix.join(posix.dirname(path), bare)
  return bare.startsWith('.') && known.has(target) ? [target] : []
}

/**
 * Tarjan's algorithm.
 * @param {Map<string, string[]>} arrows
 * @returns {string[][]}
 */
function stronglyConnected(arrows) {
  const index = new Map()
  const low = new Map()
  /** @type {string[]} */
  const stack = []
  const waiting = new Set()
  /** @type {string[][]} */
  const found = []
  /** @param {string} file */
  function visit(file) {
    index.set(file, index.size)
    low.set(file, index.get(file))
    stack.push(file)
    waiting.add(file)
    for (const target of arrows.get(file) ?? []) {
      if (!index.has(target)) visit(target)
      if (waiting.has(target)) low.set(file, Math.min(low.get(file), low.get(target)))
    }
    if (low.get(file) !== index.get(file)) return
    const circle = stack.splice(stack.indexOf(file))
    for (const one of circle) waiting.delete(one)
    found.push(circle)
  }
  for (const file of arrows.keys()) if (!index.has(file)) visit(file)
  return found
}
