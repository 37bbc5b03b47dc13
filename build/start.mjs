import { join } from 'node:path'
import { chooseShell, findElectron, hasDisplay } from './choose-shell.mjs'
import { hasDesktop } from './desktop-bundle.mjs'
import { runChild } from './run-child.mjs'
import { prepareDependencies, prepareDesktop, prepareRenderer, root, say } from './setup.mjs'
import { helpText, readFlags, writeFlags } from './start-flags.mjs'

/** npm does not forward every signal, so Araro must also stop when npm has ended. */
const endWithParent = Boolean(process.env.npm_lifecycle_event)

/** `npm start`: set-up, then the shell that suits this computer. Exits with the shell's exit code. */
process.exitCode = await start(process.argv.slice(2))

/** @param {string[]} words */
async function start(words) {
  const read = readFlags(words)
  if (!read.ok) {
    say(read.sentence)
    return 2
  }
  if (read.flags.help) {
    process.stdout.write(helpText())
    return 0
  }
  const ready = await prepareDependencies()
  if (!ready.ok) return giveUp(ready)
  const screens = await prepareRenderer(ready.node)
  if (!screens.ok) return giveUp(screens)

  const choice = chooseShell(read.flags, {
    electron: findElectron(root),
    display: hasDisplay(),
    shellExists: hasDesktop(root),
  })
  const flags = writeFlags(read.flags)
  if (choice.shell === 'electron') {
    const desktop = await prepareDesktop(ready.node)
    if (!desktop.ok) return giveUp(desktop)
    const { code } = await runChild(choice.program, [root, ...flags], { endWithParent })
    return code
  }
  if (choice.why) say(choice.why)
  const shell = [join(root, 'http/main.ts'), ...flags]
  const { code } = await runChild(ready.node, ['--disable-warning=ExperimentalWarning', ...shell], {
    endWithParent,
  })
  return code
}

/** @param {{ sentence: string, stopped?: boolean }} why */
function giveUp({ sentence, stopped }) {
  if (stopped) return 130
  say(sentence)
  return 1
}
