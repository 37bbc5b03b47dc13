import { refuse } from '#booking/refusal'
import type { InputOf } from '#calls/contract'
import { readCommand } from '#db/read/history'
import { listUsers, readUser } from '#db/read/users'
import { call, commandCall, commandCallWith, type GiveFor, userOf } from '../law/answering.ts'
import type { Asking } from '../law/asking.ts'
import { add, change, changeOwnPassword, disable } from './commands.ts'
import { firstAnswer, noticed } from './first-answer.ts'
import type { NameInBrowser } from './lock-outs.ts'
import { nameKeyOf } from './name-key.ts'
import { hashNew } from './passwords.ts'
import { shownUser } from './record.ts'
import { checkPassword, hashToken, signIn, signOut } from './sign-in.ts'

/** Sign-in and users. */
export const userCalls = [
  call('auth.signIn', ({ office, browser }, { name, password }) =>
    signIn(office, { nameKey: nameKeyOf(name), browser }, password),
  ),
  call('auth.signOut', async asking => {
    if (asking.token) await signOut(asking.office, asking.token, userOf(asking))
    return { ok: true }
  }),
  call('auth.who', ({ user }) => ({ user: user ?? null })),
  commandCallWith(changeOwnPassword, changePassword),
  call('users.list', ({ office }) => listUsers(office.file.db).map(shownUser)),
  commandCallWith(add, async (asking, { password, ...args }, giveIt) => {
    const hashed = await hashNew(asking.office, whoAsks(asking), password)
    if (!hashed.ok) return hashed
    const { command, ran } = noticed(add.with(hashed.hash))
    const answer = await giveIt(command, args)
    return ran() ? answer : firstAnswer(asking, answer, { userId: args.commandId, password })
  }),
  commandCallWith(change, async (asking, { password, ...args }, giveIt) => {
    const tokenHash = hashToken(asking.token ?? '')
    if (password === undefined) return giveIt(change.with(undefined, tokenHash), args)
    const hashed = await hashNew(asking.office, whoAsks(asking), password)
    if (!hashed.ok) return hashed
    const { command, ran } = noticed(change.with(hashed.hash, tokenHash))
    const answer = await giveIt(command, { ...args, withPassword: true })
    return ran() ? answer : firstAnswer(asking, answer, { userId: args.userId, password })
  }),
  commandCall(disable),
] as const

/** The name that is signed in, as it stands in the file now, and its browser. */
function whoAsks(asking: Asking): NameInBrowser {
  return { nameKey: nameKeyOf(userOf(asking).name), browser: asking.browser }
}

/**
 * Checks the current password before the command runs. If the command is already known, the current password is the one
 * that it set.
 */
async function changePassword(
  asking: Asking,
  input: InputOf<'auth.changePassword'>,
  giveIt: GiveFor<typeof changeOwnPassword>,
) {
  const { office, token } = asking
  const { password, newPassword, ...args } = input
  const isKnown = () => readCommand(office.file.db, input.commandId) !== undefined
  // For a command that is known, its first answer is given and nothing runs. If it were not, no password is ''.
  const userId = userOf(asking).id
  const again = async () => {
    const answer = await giveIt(changeOwnPassword.with({ from: '', to: '' }, ''), args)
    return firstAnswer(asking, answer, { userId, password: newPassword })
  }
  if (isKnown()) return again()
  const stored = readUser(office.file.db, userId)
  if (!stored) return refuse({ reason: 'wrong-sign-in' })
  const known = await checkPassword(office, whoAsks(asking), password)
  if (!known.ok) return isKnown() ? again() : known
  const hashed = await hashNew(office, whoAsks(asking), newPassword)
  if (!hashed.ok) return hashed
  const from = known.stored
  const { command, ran } = noticed(changeOwnPassword.with({ from, to: hashed.hash }, hashToken(token ?? '')))
  const answer = await giveIt(command, args)
  return ran() ? answer : firstAnswer(asking, answer, { userId, password: newPassword })
}
