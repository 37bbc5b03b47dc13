import { parseAst } from 'vite'

/**
 * @typedef {{ type: string, start: number, [key: string]: unknown }} Node
 * @typedef {{ specifier: string | undefined, typeOnly: boolean, line: number }} Import
 *   `specifier` is undefined if it is computed.
 */

/**
 * Parses one TypeScript or JavaScript source.
 * @param {string} code
 * @param {string} path only its extension matters
 * @returns {Node}
 * @throws {Error} if the source does not parse
 */
export function parseSource(code, path) {
  const lang = path.endsWith('.tsx') ? 'tsx' : path.endsWith('.ts') ? 'ts' : 'js'
  return /** @type {Node} */ (/** @type {unknown} */ (parseAst(code, { lang, sourceType: 'module' })))
}

/**
 * Finds every module that a source imports, by import, export … from, import(), require() or an import type.
 * @param {Node} program
 * @param {string} code
 * @returns {Import[]}
 */
export function importsOf(program, code) {
  const line = lineCounter(code)
  /** @type {Import[]} */
  const found = []
  walk(program, node => {
    const source = sourceNode(node)
    if (!source) return undefined
    const specifier = typeof source.value === 'string' ? source.value : undefined
    found.push({ specifier, typeOnly: isTypeOnly(node), line: line(node.start) })
    return undefined
  })
  return found
}

/**
 * @param {Node} node
 * @returns {Node | undefined} the node with the module's name
 */
function sourceNode(node) {
  if (
    /^(Import|ExportNamed|ExportAll)Declaration$/.test(node.type) ||
    /^(ImportExpression|TSImportType)$/.test(node.type)
  )
    return /** @type {Node | undefined} */ (node.source ?? undefined)
  if (node.type !== 'CallExpression') return undefined
  const callee = /** @type {Node} */ (node.callee)
  if (callee.type !== 'Identifier' || callee.name !== 'require') return undefined
  return /** @type {Node[]} */ (node.arguments)[0]
}

/** @param {Node} node */
function isTypeOnly(node) {
  return node.type === 'TSImportType' || node.importKind === 'type' || node.exportKind === 'type'
}

/**
 * Calls `visit` for every node, parents before children.
 * @param {Node} node
 * @param {(node: Node, parent: Node | undefined) => 'skip' | undefined} visit 'skip' leaves out the node's children
 * @param {Node} [parent]
 */
export function walk(node, visit, parent) {
  if (visit(node, parent) === 'skip') return
  for (const [key, value] of Object.entries(node)) {
    if (key === 'parent') continue
    for (const child of Array.isArray(value) ? value : [value]) {
      if (child && typeof child === 'object' && typeof child.type === 'string') walk(child, visit, node)
    }
  }
}

/**
 * @param {string} code
 * @returns {(offset: number) => number} the line of an offset, counted from 1
 */
export function lineCounter(code) {
  return offset => code.slice(0, offset).split('\n').length
}
