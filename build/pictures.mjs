import { join } from 'node:path'
import { runChild } from './run-child.mjs'
import { prepareChromium, prepareDependencies, prepareRenderer, root, say } from './setup.mjs'

/** `npm run pictures`: set-up, then tests/pictures/take-pictures.ts with a Chromium that set-up found or installed. */
process.exitCode = await pictures()

async function pictures() {
  const ready = await prepareDependencies()
  if (!ready.ok) return refuse(ready.sentence)
  const screens = await prepareRenderer(ready.node)
  if (!screens.ok) return refuse(screens.sentence)
  const browser = await prepareChromium(ready.node)
  if (browser.path === undefined) return refuse(`The pictures cannot be taken: ${browser.reason}.`)
  const words = ['--disable-warning=ExperimentalWarning', join(root, 'tests/pictures/take-pictures.ts')]
  const { code } = await runChild(ready.node, words, { env: { CHROMIUM_PATH: browser.path } })
  return code
}

/** @param {string} sentence */
function refuse(sentence) {
  say(sentence)
  return 1
}
