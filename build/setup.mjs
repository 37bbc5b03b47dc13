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
 * @typedef {{ ok: true, node: string }} Ready node: path of the Node that runs Araro's TypeScript
 * @typedef {{ ok: false, sentence: string, stopped?: boolean }} NotReady
 * @typedef {(words: string) => void} Say
 */

/** Prints a message for people on stderr; stdout is for the program that is started. */
export const say = (/** @type {string} */ words) => void process.stderr.write(`${words}\n`)

/**
 * Makes node_modules match package-lock.json and finds the Node to run on. This file itself runs on Node ≥ 20 without
 * any package.
 * @returns {Promise<Ready | NotReady>}
 */
export async function prepareDependencies() {
  const done = await step({
    needed: () => !dependenciesMatch(root),
    words: 'Installing the packages that package-lock.json names (npm ci). This takes a minute or two',
    work: () => installDependencies(root),
  })
  if (!done.ok) return done
  const node = findNode()
  if (!node) return { ok: false, sentence: noNode() }
  if (node.from !== 'package') {
    say(
      `npm has no Node 24 for ${process.platform}-${process.arch}, so Araro runs on ${node.path} (${node.version}).`,
    )
  }
  return { ok: true, node: node.path }
}

/**
 * Bundles the screens if their sources have changed.
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
 * Bundles the desktop shell if its sources have changed.
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
 * Finds a Chromium for the browser tests, or installs one.
 * @param {string} node
 * @returns {Promise<{ path: string } | { path: undefined, reason: string, stopped?: boolean }>}
 */
export async function prepareChromium(node) {
  const found = findChromium() ?? (await playwrightsOwn(root, node))
  if (found) return { path: found }
  say('Set-up: No Chromium is installed for the browser tests, so one is downloaded …')
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
 * Runs one step of set-up. A step that is not needed is skipped silently. Others are announced and timed, and only one
 * process at a time runs them.
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
    `Araro needs Node.js 24, or at least 22.18. This is ${process.version}, and npm has none for`,
    `${process.platform}-${process.arch}. Install Node.js 24 from nodejs.org and start again.`,
  ].join(' ')
}

/** @param {number} started */
function seconds(started) {
  return `${((Date.now() - started) / 1000).toFixed(1)} s`
}
