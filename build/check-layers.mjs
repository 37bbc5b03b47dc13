import { readdirSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { join, posix, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { folderCircles, importCircles } from './import-circles.mjs'
import { impureNames } from './impure-names.mjs'
import { rooms } from './layers.mjs'
import { importsOf, parseSource } from './read-source.mjs'

/** @typedef {import('./layers.mjs').Room} Room */

const sourceFile = /\.(ts|tsx|mts|cts|mjs|cjs|js|jsx)$/

/**
 * Checks one source file against the table of rooms.
 * @param {string} path from the root of the repository, with forward slashes
 * @param {string} code
 * @returns {string[]} one sentence for each breach, beginning with file:line
 */
export function checkSource(path, code) {
  const name = path.split('/')[0] ?? ''
  const room = rooms[name]
  if (!room) return [`${path}:1 is in no room of build/layers.mjs`]
  let program
  try {
    program = parseSource(code, path)
  } catch (error) {
    return [`${path}:1 does not parse: ${error instanceof Error ? error.message : error}`]
  }
  const breaches = importsOf(program, code).flatMap(found => {
    const why = whyRefused(path, name, room, found)
    return why ? [`${path}:${found.line} imports ${why}. ${allowance(name, room)}`] : []
  })
  if (!room.pure) return breaches
  const impure = impureNames(program, code).map(
    ({ name: what, line }) =>
      `${path}:${line} uses ${what}. ${name}/ has no clock, no randomness and no I/O: take the value as an argument`,
  )
  return [...breaches, ...impure]
}

/**
 * @param {string} path
 * @param {string} name
 * @param {Room} room
 * @param {import('./read-source.mjs').Import} found
 * @returns {string | undefined} the import that is not allowed
 */
function whyRefused(path, name, room, { specifier, typeOnly }) {
  if (specifier === undefined)
    return room.anything || name === 'build' ? undefined : 'a module whose name is computed'
  const bare = specifier.replace(/\?.*$/, '')
  if (bare === 'electron' || bare.startsWith('electron/')) return refuseElectron(name, typeOnly)
  if (room.anything) return undefined
  if (bare.startsWith('.') || bare.startsWith('/')) {
    const target = posix.join(posix.dirname(path), bare)
    return bare.startsWith('/') || !target.startsWith(`${name}/`)
      ? `'${specifier}', which leaves the room (other rooms are imported as '#room/…')`
      : undefined
  }
  if (bare.startsWith('#')) {
    const other = bare.slice(1).split('/')[0] ?? ''
    return other === name || room.rooms.includes(other) ? undefined : `'${specifier}'`
  }
  if (isBuiltin(bare)) return room.node ? undefined : `'${specifier}'`
  return room.packages.some(allowed => isPackage(bare, allowed)) ? undefined : `'${specifier}'`
}

/**
 * @param {string} name
 * @param {boolean} typeOnly
 */
function refuseElectron(name, typeOnly) {
  if (name === 'electron' || (name === 'tests' && typeOnly)) return undefined
  return "'electron', which only electron/ may do"
}

/**
 * @param {string} specifier
 * @param {string} allowed
 */
function isPackage(specifier, allowed) {
  if (allowed.endsWith('/*')) return specifier.startsWith(allowed.slice(0, -1))
  return specifier === allowed || specifier.startsWith(`${allowed}/`)
}

/**
 * @param {string} name
 * @param {Room} room
 */
function allowance(name, room) {
  if (room.anything) return `${name}/ may import anything else`
  const allowed = [
    ...room.rooms.map(other => `#${other}`),
    ...room.packages,
    ...(room.node ? ["Node's own modules"] : []),
  ]
  return allowed.length === 0
    ? `${name}/ may import nothing but its own files`
    : `${name}/ may import ${allowed.join(', ')}`
}

/**
 * The modules that a source imports; empty if it does not parse, which `checkSource` reports.
 * @param {string} path
 * @param {string} code
 * @returns {string[]}
 */
function specifiersOf(path, code) {
  try {
    return importsOf(parseSource(code, path), code).flatMap(found => found.specifier ?? [])
  } catch {
    return []
  }
}

/**
 * Checks every source of every room against the table, and finds files and folders that import each other in a circle.
 * @param {string} root of the repository
 * @returns {{ breaches: string[], files: number }}
 */
export function checkTree(root) {
  const paths = Object.keys(rooms).flatMap(room => sourcesIn(root, room))
  const sources = new Map(paths.map(path => [path, readFileSync(join(root, path), 'utf8')]))
  const breaches = [...sources].flatMap(([path, code]) => checkSource(path, code))
  const imports = new Map([...sources].map(([path, code]) => [path, specifiersOf(path, code)]))
  const circles = importCircles(imports).map(
    files =>
      `${files[0]}:1 is in a circle of imports: ${files.join(', ')}. Move what they share into a file of its own`,
  )
  const betweenFolders = folderCircles(withoutTests(imports)).map(
    arrows =>
      `Folders of one room lead back to themselves. Move what they share to the folder below both, or turn one arrow:\n  ${arrows.join('\n  ')}`,
  )
  return { breaches: [...breaches, ...circles, ...betweenFolders], files: paths.length }
}

/**
 * `tests/` has the folders of the sources, so its arrows say nothing of their own.
 * @param {Map<string, string[]>} imports
 */
function withoutTests(imports) {
  return new Map([...imports].filter(([path]) => !path.startsWith('tests/')))
}

/**
 * @param {string} root
 * @param {string} room
 */
function sourcesIn(root, room) {
  try {
    return readdirSync(join(root, room), { recursive: true })
      .map(name => `${room}/${String(name).replaceAll('\\', '/')}`)
      .filter(path => sourceFile.test(path) && !path.includes('/node_modules/'))
  } catch {
    return []
  }
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const { breaches, files } = checkTree(fileURLToPath(new URL('..', import.meta.url)))
  for (const breach of breaches) console.error(breach)
  console.log(
    breaches.length === 0
      ? `${files} files import only what their rooms may.`
      : `${breaches.length} imports or names are not allowed.`,
  )
  process.exitCode = breaches.length === 0 ? 0 : 1
}
