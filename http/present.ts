import type { ReadyLine } from './ask-first.ts'
import type { Flags } from './flags.ts'
import { openWindow, programsFor, thisComputer } from './open-window.ts'

/**
 * Says that Araro can serve, to scripts and to people, and opens a window if one is wanted and could be seen.
 * Script and window each get a key of their own.
 *
 * @param fresh a ready line with a fresh key; `opening`: it will be spent at once
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
  process.stderr.write(`Open this address in a browser on this computer, once, within ten minutes: ${url}\n`)
}
