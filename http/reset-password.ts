import { CannotStart } from '#shell/start/cannot-start'
import { openLog } from '#shell/start/log'
import type { Flags } from './flags.ts'
import { ownVersion } from './own-version.ts'

/**
 * Gives a user a new password, for an administrator who has forgotten theirs: only on the PC with the file, and only
 * while Araro is closed. The history records it.
 *
 * @throws CannotStart if there is no such user, and CannotOpen from `db/`
 */
export async function resetPassword(name: string, folder: string, flags: Flags): Promise<number> {
  const { openDesk } = await import('#office/desk')
  const log = openLog(flags.log)
  const desk = await openDesk({ dataFolder: folder, sample: flags.sample, log, version: ownVersion() })
  try {
    const result = await desk.resetPassword(name)
    if (!result.ok) throw new CannotStart(whyNot(name, folder, result.refusal.reason))
    process.stdout.write(`The new password of ${name}: ${result.password}\n`)
    process.stdout.write('Sign in with it. Then open the menu under your name and choose Change password.\n')
    return 0
  } finally {
    const noCopy = await desk.close()
    if (noCopy) process.stderr.write(`${noCopy}\n`)
  }
}

function whyNot(name: string, folder: string, reason: string): string {
  if (reason === 'not-found')
    return `There is no user called ${name} in ${folder}. Use the name that the person signs in with.`
  return `The password of ${name} was not changed (${reason}). Try again in a moment.`
}
