import type { ReadyLine } from './ask-first.ts'
import type { Flags } from './flags.ts'
import { openWindow, programsFor, thisComputer } from './open-window.ts'

/**
 * Announces that Araro can serve: prints the ready line for scripts, and opens a window or prints an address for
 * people. Script and window each get their own key.
 *
 * @param fresh makes a ready line with a fresh key; `opening`: the key is used at once
 */
export async function present(flags: Flags, fresh: (opening: boolean) => Promise<ReadyLine>): Promise<void> {
  const canOpen = flags.open && programsFor('', thisComputer()).length > 0
  const line = await fresh(canOpen)
  const { sampleSignIn, ...rest } = line
  process.stdout.write(`${JSON.stringify(flags.sample ? { ...rest, sampleSignIn } : rest)}\n`)
  if (!canOpen) return sayAddress(line.url)

  const { url } = await fresh(true)
  if (await openWindow(programsFor(url, thisComputer()))) return
  sayAddress((await fresh(false)).url)
}

function sayAddress(url: string): void {
  process.stderr.write(
    `Open this address in a browser on this computer. It works once, within ten minutes: ${url}\n`,
  )
}
