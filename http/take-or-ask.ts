import { type HeldFolder, type Holder, readHolder, takeFolder } from '#shell/data-folder/holder'
import { CannotStart } from '#shell/start/cannot-start'
import { askFirst, type ReadyLine } from './ask-first.ts'
import type { Flags } from './flags.ts'

/** A first Araro may be loading the sample, or ending. */
const WAIT_FOR_FIRST_MS = 20_000
const LOOK_AGAIN_MS = 200

/**
 * The data folder for this process, or what the Araro that has it answers. One that starts or ends is waited for:
 * in the end it answers, or it is gone and the folder is ours.
 *
 * @throws CannotStart where another has the folder and opens no window for us
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

/** The desktop program opens its own windows; it has no address to hand out. */
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
