import { CannotStart } from '#shell/start/cannot-start'
import { openLog } from '#shell/start/log'
import type { Flags } from './flags.ts'
import { ownVersion } from './own-version.ts'

/**
 * The way back for whoever forgot the administrator's password: only at the machine that holds the file, with the
 * office closed. The office records it in its history.
 *
 * @throws CannotStart where there is no such user
 */
export async function resetPassword(name: string, folder: string, flags: Flags): Promise<number> {
  const { openDesk } = await import('#office/desk')
  const log = openLog(flags.log)
  const desk = await openDesk({ dataFolder: folder, sample: flags.sample, log, version: ownVersion() })
  try {
    const result = await desk.resetPassword(name)
    if (!result.ok) throw new CannotStart(whyNot(name, folder, result.refusal.reason))
    process.stdout.write(`The new password of ${name}: ${result.password}\n`)
    process.stdout.write('Sign in with it, then choose another under your name, at Change password.\n')
    return 0
  } finally {
    await desk.close()
  }
}

function whyNot(name: string, folder: string, reason: string): string {
  if (reason === 'not-found')
    return `There is no user called ${name} in ${folder}. Names are as at the sign-in.`
  return `The password of ${name} was not changed (${reason}). Start again in a moment.`
}
