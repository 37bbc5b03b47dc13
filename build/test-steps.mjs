import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { bundleDesktop, hasDesktop } from './desktop-bundle.mjs'
import { hasRenderer } from './renderer-bundle.mjs'
import { runChild } from './run-child.mjs'
import { prepareChromium, prepareRenderer, root } from './setup.mjs'
import { countsVariable, judge, takeCounts } from './test-counts.mjs'

/**
 * @typedef {import('./test-counts.mjs').Counts} Counts
 * @typedef {Counts & { stopped: boolean }} Result
 * @typedef {{ heading: string, run: (node: string) => Promise<Result> }} Step
 */

/** All checks, the quickest first. @type {Step[]} */
export const allSteps = [
  { heading: 'Types', run: node => tool(node, ['build/typecheck.mjs']) },
  { heading: 'Layers', run: node => tool(node, ['build/check-layers.mjs']) },
  { heading: 'Lint', run: node => tool(node, ['node_modules/@biomejs/biome/bin/biome', 'check', '.']) },
  { heading: 'Bundle of the screens', run: screensBundle },
  { heading: 'Bundle of the desktop shell', run: desktopBundle },
  { heading: 'Unit and service tests', run: node => unitTests(node, []) },
  { heading: 'End-to-end tests', run: node => browserTests(node, []) },
]

/**
 * Only the tests, and only those that match a filter.
 * @param {string[]} filters
 * @returns {Step[]}
 */
export function filteredSteps(filters) {
  const steps = [
    { heading: 'Unit and service tests', run: (/** @type {string} */ node) => unitTests(node, filters) },
  ]
  if (!browserTestFiles().some(file => filters.some(filter => file.includes(filter)))) return steps
  return [
    ...steps,
    { heading: 'Bundle of the screens', run: screensBundle },
    { heading: 'End-to-end tests', run: node => browserTests(node, filters) },
  ]
}

/**
 * Runs a tool that only succeeds or fails. It counts as one test.
 * @param {string} node
 * @param {string[]} words the first is a path from the root of the repository
 * @returns {Promise<Result>}
 */
async function tool(node, [script = '', ...words]) {
  const { code, stopped } = await runChild(node, [join(root, script), ...words], { cwd: root })
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: [], stopped }
}

/** @param {string} node */
async function screensBundle(node) {
  if (!hasRenderer(root)) return skip('Bundle of the screens', 'renderer/index.html is missing')
  return counted(await prepareRenderer(node))
}

/** @param {string} node */
async function desktopBundle(node) {
  if (!hasDesktop(root)) return skip('Bundle of the desktop shell', 'electron/main.ts is missing')
  return counted(await bundleDesktop(root, node))
}

/**
 * @param {string} node
 * @param {string[]} filters
 */
function unitTests(node, filters) {
  const reporters = ['--reporter=default', `--reporter=${join(root, 'build/vitest-counts.mjs')}`]
  const words = ['node_modules/vitest/vitest.mjs', 'run', ...reporters, '--passWithNoTests', ...filters]
  return runner(node, words, {})
}

/**
 * @param {string} node
 * @param {string[]} filters
 * @returns {Promise<Result>}
 */
async function browserTests(node, filters) {
  if (browserTestFiles().length === 0) return skip('End-to-end tests', 'tests/e2e has no tests')
  const browser = await prepareChromium(node)
  if (browser.path === undefined) {
    const missing = { ...skip('End-to-end tests', browser.reason), stopped: browser.stopped ?? false }
    return process.env.CI ? { ...missing, failed: 1 } : missing
  }
  const reporters = `--reporter=list,${join(root, 'build/playwright-counts.mjs')}`
  const words = ['node_modules/@playwright/test/cli.js', 'test', reporters, ...filters]
  return runner(node, words, { CHROMIUM_PATH: browser.path })
}

/**
 * Runs a test runner whose reporter writes its counts to a file.
 * @param {string} node
 * @param {string[]} words
 * @param {Record<string, string>} env
 * @returns {Promise<Result>}
 */
async function runner(node, [script = '', ...words], env) {
  const counts = join(root, `.cache/test-counts.${process.pid}.json`)
  const { code, stopped } = await runChild(node, [join(root, script), ...words], {
    cwd: root,
    env: { ...env, [countsVariable]: counts },
  })
  return { ...judge(takeCounts(counts), code), stopped }
}

/** @returns {string[]} */
function browserTestFiles() {
  const folder = join(root, 'tests/e2e')
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true })
    .map(name => `tests/e2e/${String(name).replaceAll('\\', '/')}`)
    .filter(name => /\.(test|spec)\.ts$/.test(name))
}

/**
 * @param {{ ok: true } | { ok: false, sentence: string, stopped?: boolean }} done
 * @returns {Result}
 */
function counted(done) {
  if (done.ok) return { passed: 1, failed: 0, skipped: [], stopped: false }
  process.stdout.write(`${done.sentence}\n`)
  return { passed: 0, failed: 1, skipped: [], stopped: done.stopped ?? false }
}

/**
 * @param {string} name
 * @param {string} reason
 * @returns {Result}
 */
function skip(name, reason) {
  return { passed: 0, failed: 0, skipped: [{ name, reason }], stopped: false }
}
