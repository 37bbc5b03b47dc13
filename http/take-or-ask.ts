import { type HeldFolder, type Holder, readHolder, takeFolder } from '#shell/data-folder/holder'
import { CannotStart } from '#shell/start/cannot-start'
import { askFirst, type ReadyLine } from './ask-first.ts'
import type { Flags } from './flags.ts'

/** The first Araro may still be making the sample, or ending. */
const WAIT_FOR_FIRST_MS = 20_000
const LOOK_AGAIN_MS = 200

/**
 * Takes the data folder for this process, or gets an address from the Araro that holds it. Waits while that one is
 * starting or ending, until it answers or releases the folder.
 *
 * @throws CannotStart if another process holds the folder and gives no address
 */
export async function takeOrAsk(
  folder: string,
  flags: Flags,
): Promise<{ held: HeldFolder } | { first: ReadyLine }> {
  const giveUpMs = Date.now() + WAIT_FOR_FIRST_MS
  for (;;) {
    const held = takeFolder(folder)
    if (held) return { held }
    const holder = readHolder(folder)
    if (flags.resetPassword !== undefined || Date.now() >= giveUpMs || isDesktop(holder))
      throw alreadyOpen(folder, holder, flags)
    const first = await askFirst(folder, flags.open)
    if (first) return { first }
    await new Promise(resolve => setTimeout(resolve, LOOK_AGAIN_MS))
  }
}

/** The desktop shell opens its own windows and has no address to give. */
function isDesktop(holder: Holder | null): boolean {
  return holder?.shell === 'desktop' && isRunning(holder.pid)
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

function alreadyOpen(folder: string, holder: Holder | null, flags: Flags): CannotStart {
  const who = holder?.shell === 'desktop' ? 'the desktop program' : 'another Araro'
  const which = holder ? ` (process ${holder.pid})` : ''
  const then = flags.resetPassword === undefined ? 'Use its window, or close it' : 'Close it'
  return new CannotStart(`The data folder ${folder} is open in ${who}${which}. ${then} and start again.`)
}
