import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { runChild } from './run-child.mjs'
import { prepareDependencies, prepareRenderer, root, say } from './setup.mjs'

/** `npm run bench`: set-up with the screens, then tests/bench/main.ts on the right Node with the same flags. */
const entry = join(root, 'tests/bench/main.ts')
process.exitCode = await bench(process.argv.slice(2))

/** @param {string[]} flags */
async function bench(flags) {
  const ready = await prepareDependencies()
  if (!ready.ok) {
    if (!ready.stopped) say(ready.sentence)
    return 1
  }
  if (!existsSync(entry)) {
    say('The benchmark cannot run: tests/bench/main.ts is missing.')
    return 1
  }
  const bundled = await prepareRenderer(ready.node)
  if (!bundled.ok) {
    if (!bundled.stopped) say(bundled.sentence)
    return 1
  }
  const { code } = await runChild(ready.node, ['--disable-warning=ExperimentalWarning', entry, ...flags])
  return code
}
