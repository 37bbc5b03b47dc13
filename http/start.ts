import { homedir } from 'node:os'
import { defaultDataFolder, prepareDataFolder } from '#shell/data-folder/data-folder'
import { sentenceOf } from '#shell/start/cannot-start'
import { type Flags, readFlags } from './flags.ts'
import { takeOrAsk } from './take-or-ask.ts'

const CANNOT_START = 1
const WRONG_FLAGS = 2

/**
 * Runs the browser shell with the given command line.
 *
 * @returns the exit code: 0 after a signal, 1 if it cannot do what was asked or could keep no copy, 2 for a wrong flag
 */
export async function start(words: string[]): Promise<number> {
  const read = readFlags(words)
  if (!read.ok) return fail(read.sentence, WRONG_FLAGS)
  process.umask(0o077)
  try {
    return await startWith(read.flags)
  } catch (error) {
    const sentence = sentenceOf(error)
    if (sentence) return fail(sentence, CANNOT_START)
    process.stderr.write(`${error instanceof Error ? error.stack : error}\n`)
    return fail(
      'Araro could not start because of an internal error; the lines above show where.',
      CANNOT_START,
    )
  }
}

async function startWith(flags: Flags): Promise<number> {
  const machine = { platform: process.platform, env: process.env, home: homedir() }
  const folder = prepareDataFolder(flags.data ?? defaultDataFolder(machine, flags.sample))
  const taken = await takeOrAsk(folder, flags)
  if ('first' in taken) {
    const { FirstHasEnded, openWindowOfFirst } = await import('./second-start.ts')
    try {
      return await openWindowOfFirst(taken.first, folder, flags)
    } catch (error) {
      if (!(error instanceof FirstHasEnded)) throw error
      return startWith(flags)
    }
  }
  try {
    if (flags.resetPassword !== undefined) {
      const { resetPassword } = await import('./reset-password.ts')
      return await resetPassword(flags.resetPassword, folder, flags)
    }
    const { runUntilToldToEnd } = await import('./run.ts')
    return await runUntilToldToEnd(folder, taken.held, flags)
  } finally {
    taken.held.release()
  }
}

function fail(sentence: string, code: number): number {
  process.stderr.write(`${sentence}\n`)
  return code
}
