import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { hasRenderer } from './renderer-bundle.mjs'
import { runChild } from './run-child.mjs'
import { prepareDependencies, prepareRenderer, root, say } from './setup.mjs'

/** Where the desktop shell begins; without it there is nothing to bundle for Electron. */
export const desktopEntry = 'electron/main.ts'

/**
 * Bundles the desktop shell's own two files. Needs no Electron.
 * @param {string} node
 * @returns {Promise<{ ok: true } | { ok: false, sentence: string, stopped: boolean }>}
 */
export async function prepareDesktop(node) {
  if (!existsSync(join(root, desktopEntry))) return { ok: true }
  const cli = join(root, 'node_modules/electron-vite/bin/electron-vite.js')
  const { code, output, stopped } = await runChild(node, [cli, 'build', '--logLevel', 'warn'], {
    cwd: root,
    quiet: true,
  })
  if (code === 0) return { ok: true }
  const sentence = `The desktop shell could not be bundled. electron-vite said:\n${output.trim()}`
  return { ok: false, sentence, stopped }
}

/** `npm run build`: the screens and the desktop shell, into dist/. */
async function bundle() {
  const ready = await prepareDependencies()
  if (!ready.ok) return refuse(ready.sentence)
  if (!hasRenderer(root)) return refuse('There are no screens to bundle: renderer/index.html is missing.')
  const screens = await prepareRenderer(ready.node)
  if (!screens.ok) return refuse(screens.sentence)
  say('The screens are in dist/renderer.')
  const desktop = await prepareDesktop(ready.node)
  if (!desktop.ok) return refuse(desktop.sentence)
  if (existsSync(join(root, desktopEntry))) say('The desktop shell is in dist/electron.')
  return 0
}

/** @param {string} sentence */
function refuse(sentence) {
  say(sentence)
  return 1
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  process.exitCode = await bundle()
}
