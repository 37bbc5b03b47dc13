import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { dependenciesMatch, installDependencies } from './dependencies.mjs'
import { bundleDesktop, desktopIsFresh, hasDesktop } from './desktop-bundle.mjs'
import { findChromium } from './find-chromium.mjs'
import { installChromium, playwrightsOwn } from './install-chromium.mjs'
import { findNode } from './node-runtime/find-node.mjs'
import { oneAtATime } from './one-at-a-time.mjs'
import { bundleRenderer, hasRenderer, rendererIsFresh } from './renderer-bundle.mjs'

export const root = fileURLToPath(new URL('..', import.meta.url))

/**
 * @typedef {{ ok: true, node: string }} Ready node: the program that runs Araro's TypeScript
 * @typedef {{ ok: false, sentence: string, stopped?: boolean }} NotReady
 * @typedef {(words: string) => void} Say
 */

/** Words for people; stdout belongs to the program that is started. */
export const say = (/** @type {string} */ words) => void process.stderr.write(`${words}\n`)

/**
 * Brings node_modules into line with package-lock.json and finds the Node to run on.
 * Runs on Node ≥ 20 and needs no package.
 * @returns {Promise<Ready | NotReady>}
 */
export async function prepareDependencies() {
  const done = await step({
    needed: () => !dependenciesMatch(root),
    words: 'Installing the packages that package-lock.json names (npm ci); this takes a minute or two',
    work: () => installDependencies(root),
  })
  if (!done.ok) return done
  const node = findNode()
  if (!node) return { ok: false, sentence: noNode() }
  if (node.from !== 'package') {
    say(
      `npm has no Node 24 for ${process.platform}-${process.arch}; Araro runs on ${node.path} (${node.version}).`,
    )
  }
  return { ok: true, node: node.path }
}

/**
 * Brings the bundle of the screens into line with their sources.
 * @param {string} node
 * @returns {Promise<{ ok: true } | NotReady>}
 */
export async function prepareRenderer(node) {
  return step({
    needed: () => hasRenderer(root) && !rendererIsFresh(root),
    words: 'Bundling the screens (vite build)',
    work: () => bundleRenderer(root, node),
  })
}

/**
 * Brings the desktop shell's bundle into line with its sources.
 * @param {string} node
 * @returns {Promise<{ ok: true } | NotReady>}
 */
export async function prepareDesktop(node) {
  return step({
    needed: () => hasDesktop(root) && !desktopIsFresh(root),
    words: 'Bundling the desktop shell (electron-vite build)',
    work: () => bundleDesktop(root, node),
  })
}

/**
 * Finds a Chromium for the browser tests, or brings one.
 * @param {string} node
 * @returns {Promise<{ path: string } | { path: undefined, reason: string, stopped?: boolean }>}
 */
export async function prepareChromium(node) {
  const found = findChromium() ?? (await playwrightsOwn(root, node))
  if (found) return { path: found }
  say('Set-up: Looking for a Chromium for the browser tests; none is installed, so one is fetched.')
  const started = Date.now()
  const brought = await installChromium(root, node, say)
  say(
    brought.path !== undefined
      ? `Set-up: done in ${seconds(started)}: ${brought.path}`
      : `Set-up: ${brought.reason}`,
  )
  return brought
}

/**
 * One step of set-up: skipped in silence when it is not needed, else announced, done by one process at a time,
 * and timed.
 * @param {{ needed: () => boolean, words: string, work: () => Promise<{ ok: true } | NotReady> }} what
 * @returns {Promise<{ ok: true } | NotReady>}
 */
async function step({ needed, words, work }) {
  if (!needed()) return { ok: true }
  const lock = join(root, '.cache/setup.lock')
  return oneAtATime(
    lock,
    async () => {
      if (!needed()) return { ok: true }
      say(`Set-up: ${words} …`)
      const started = Date.now()
      const result = await work()
      say(
        result.ok
          ? `Set-up: done in ${seconds(started)}.`
          : `Set-up: ${result.stopped ? 'stopped' : 'failed'} after ${seconds(started)}.`,
      )
      return result
    },
    { say },
  )
}

function noNode() {
  return [
    `Araro runs on Node.js 24 (22.18 at the least); this is ${process.version}, and npm brought none for`,
    `${process.platform}-${process.arch}. Install Node.js 24 from nodejs.org and start again.`,
  ].join(' ')
}

/** @param {number} started */
function seconds(started) {
  return `${((Date.now() - started) / 1000).toFixed(1)} s`
}
