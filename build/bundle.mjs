import { hasDesktop } from './desktop-bundle.mjs'
import { hasRenderer } from './renderer-bundle.mjs'
import { prepareDependencies, prepareDesktop, prepareRenderer, root, say } from './setup.mjs'

/** `npm run build`: bundles the screens and the desktop shell into dist/. */
process.exitCode = await bundle()

async function bundle() {
  if (!hasRenderer(root)) return refuse('The screens cannot be bundled: renderer/index.html is missing.')
  const ready = await prepareDependencies()
  if (!ready.ok) return refuse(ready.sentence)
  const screens = await prepareRenderer(ready.node)
  if (!screens.ok) return refuse(screens.sentence)
  say('The screens are in dist/renderer.')
  const desktop = await prepareDesktop(ready.node)
  if (!desktop.ok) return refuse(desktop.sentence)
  if (hasDesktop(root)) say('The desktop shell is in dist/electron.')
  return 0
}

/** @param {string} sentence */
function refuse(sentence) {
  say(sentence)
  return 1
}
