import { refuse } from '#booking/refusal'
import { readUser } from '#db/read/users'
import type { Asking } from '../law/asking.ts'
import type { No } from '../law/command.ts'
import { checkPassword } from './sign-in.ts'

/**
 * A command is kept without its password, so the law takes a command with another password under a known id for the
 * same command. Its first yes is given again only if the password that comes now is the one that the user has. It is
 * checked like one of a sign-in, so that nobody can guess here.
 */
export async function firstAnswer<Answer extends { ok: boolean }>(
  asking: Asking,
  answer: Answer,
  { userId, password }: { userId: string; password: string },
): Promise<Answer | No> {
  const user = answer.ok ? readUser(asking.office.file.db, userId) : undefined
  if (!user) return answer
  const who = { nameKey: user.nameKey, browser: asking.browser }
  const checked = await checkPassword(asking.office, who, password)
  if (checked.ok) return answer
  return checked.refusal.reason === 'wrong-sign-in' ? refuse({ reason: 'command-reused' }) : checked
}

/** A command that tells whether its handler ran. It does not if the command is known. */
export function noticed<Given extends { handler: (context: never, args: never) => unknown }>(command: Given) {
  let ran = false
  const handler: Given['handler'] = (context, args) => {
    ran = true
    return command.handler(context, args)
  }
  return { command: { ...command, handler }, ran: () => ran }
}
