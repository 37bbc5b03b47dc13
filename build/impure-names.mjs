import { impureGlobals, impureMembers, impureMethods } from './layers.mjs'
import { lineCounter, walk } from './read-source.mjs'

/** @typedef {import('./read-source.mjs').Node} Node */

/** Type syntax contains no running code, except for these kinds, which wrap expressions. */
const wrapsExpression =
  /^TS(AsExpression|NonNullExpression|SatisfiesExpression|TypeAssertion|InstantiationExpression|EnumDeclaration)$/

/**
 * Finds where a source uses the clock, randomness, or anything else outside its input.
 * @param {Node} program
 * @param {string} code
 * @returns {{ name: string, line: number }[]}
 */
export function impureNames(program, code) {
  const line = lineCounter(code)
  /** @type {{ name: string, line: number }[]} */
  const found = []
  walk(program, (node, parent) => {
    if (node.type.startsWith('TS') && !wrapsExpression.test(node.type)) return 'skip'
    const name = impureName(node, parent)
    if (name) found.push({ name, line: line(node.start) })
    return undefined
  })
  return found
}

/**
 * @param {Node} node
 * @param {Node | undefined} parent
 * @returns {string | undefined}
 */
function impureName(node, parent) {
  if (node.type === 'NewExpression' && isNamed(node.callee, 'Date')) {
    const given = /** @type {unknown[]} */ (node.arguments).length
    if (given === 0) return 'new Date() without an argument'
    if (given > 1) return "new Date(year, month, …), which means the machine's own time zone"
  }
  if (node.type === 'CallExpression' && isNamed(node.callee, 'Date')) return 'Date()'
  if (node.type === 'MemberExpression') return impureMember(node)
  if (node.type === 'Identifier' && !isKey(node, parent) && impureGlobals.includes(String(node.name)))
    return String(node.name)
  return undefined
}

/** @param {Node} node */
function impureMember(node) {
  const object = /** @type {Node} */ (node.object)
  const property = /** @type {Node} */ (node.property)
  const key = String(property.name ?? property.value)
  const name = object.type === 'Identifier' ? `${object.name}.${key}` : key
  if (impureMembers.includes(name) || impureMethods.includes(key)) return name
  return undefined
}

/**
 * Whether the name is a key (`row.process`, `{ process: 1 }`) rather than a use of the global.
 * @param {Node} node
 * @param {Node | undefined} parent
 */
function isKey(node, parent) {
  if (!parent || parent.computed) return false
  return parent.property === node || (parent.key === node && parent.value !== node && !parent.shorthand)
}

/**
 * @param {unknown} node
 * @param {string} name
 */
function isNamed(node, name) {
  const { type, name: own } = /** @type {Node} */ (node)
  return type === 'Identifier' && own === name
}
