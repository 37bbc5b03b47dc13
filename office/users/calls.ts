import { refuse } from '#booking/refusal'
import type { CallArgs } from '#calls/contract'
import { PASSWORD_MIN_LENGTH } from '#calls/limits'
import { readCommand } from '#db/read/history'
import { readSettings } from '#db/read/settings'
import { listUsers, readUser } from '#db/read/users'
import { type Calls, command, userOf, withCurrent } from '../law/answering.ts'
import type { Asking } from '../law/asking.ts'
import { runCommand, SYSTEM } from '../law/run-command.ts'
import { DEFAULT_TIME_ZONE, type Office } from '../office.ts'
import { change as changeSettings, setUpOffice, shownSettings } from '../settings/commands.ts'
import * as user from './commands.ts'
import { hashPassword } from './passwords.ts'
import { checkPassword, hashToken, signIn, signOut } from './sign-in.ts'

/** First run, sign-in, users and settings. */
export function officeCalls(calls: Calls) {
  return {
    setup: {
      state: calls.setup.state.handler(({ context: { desk, office } }) => {
        const settings = readSettings(office.file.db)
        return {
          ready: settings !== undefined,
          sample: settings?.sample ?? false,
          officeName: settings?.office.name ?? '',
          timeZone: (settings ?? office.unsetSettings).office.timeZone,
          version: desk.version,
          sampleSignIn: desk.sampleSignIn,
        }
      }),
      office: calls.setup.office.handler(async ({ context: { office }, input }) => {
        const { password, timeZone = DEFAULT_TIME_ZONE, ...names } = input
        const hashed = await hashNew(password, office)
        if (!hashed.ok) return hashed
        const args = { ...names, timeZone, sample: false }
        const { commandId } = input
        const handler = setUpOffice(hashed.hash)
        const done = await runCommand(
          office,
          { name: 'setup.office', commandId, args, actor: SYSTEM },
          handler,
        )
        return done.ok ? signIn(office, input.name, password) : done
      }),
      openSample: calls.setup.openSample.handler(({ context }) => context.desk.openSample()),
      removeSample: calls.setup.removeSample.handler(({ context }) => context.desk.removeSample()),
    },
    auth: {
      signIn: calls.auth.signIn.handler(({ context, input }) =>
        signIn(context.office, input.name, input.password),
      ),
      signOut: calls.auth.signOut.handler(async ({ context }) => {
        if (context.token) await signOut(context.office, context.token, userOf(context))
        return { ok: true as const }
      }),
      who: calls.auth.who.handler(({ context }) => ({ user: context.user ?? null })),
      changePassword: calls.auth.changePassword.handler(({ context, input }) =>
        changePassword(context, input),
      ),
    },
    users: {
      list: calls.users.list.handler(({ context }) => listUsers(context.office.file.db).map(user.shownUser)),
      add: calls.users.add.handler(async ({ context, input }) => {
        const { password, ...args } = input
        const hashed = await hashNew(password, context.office)
        return hashed.ok ? command(context, 'users.add', args, user.add(hashed.hash)) : hashed
      }),
      change: calls.users.change.handler(async ({ context, input }) => {
        const { password, ...args } = input
        const hashed = password === undefined ? undefined : await hashNew(password, context.office)
        if (hashed && !hashed.ok) return hashed
        const answer = await command(context, 'users.change', args, user.change(hashed?.hash))
        return answer.ok ? answer : withCurrent(answer, userRow(context.office, input.userId))
      }),
      disable: calls.users.disable.handler(async ({ context, input }) => {
        const answer = await command(context, 'users.disable', input, user.disable)
        return answer.ok ? answer : withCurrent(answer, userRow(context.office, input.userId))
      }),
    },
    settings: {
      get: calls.settings.get.handler(({ context: { office } }) =>
        shownSettings(readSettings(office.file.db) ?? office.unsetSettings),
      ),
      change: calls.settings.change.handler(async ({ context, input }) => {
        const answer = await command(context, 'settings.change', input, changeSettings)
        const settings = readSettings(context.office.file.db)
        return answer.ok ? answer : withCurrent(answer, settings && shownSettings(settings))
      }),
    },
  }
}

/** Checks the current password before there is a command; for a command that is already known it is not asked again. */
async function changePassword(asking: Asking, input: CallArgs['auth']['changePassword']) {
  const { office, token } = asking
  const { password, newPassword, ...args } = input
  const isKnown = () => readCommand(office.file.db, input.commandId) !== undefined
  const firstAnswer = () =>
    command(asking, 'auth.changePassword', args, () => {
      throw new Error('a command that is known is answered again, not run again')
    })
  if (isKnown()) return firstAnswer()
  const stored = readUser(office.file.db, userOf(asking).id)
  if (!stored) return refuse({ reason: 'wrong-sign-in' })
  const known = await checkPassword(office, stored.nameKey, password)
  if (!known.ok) return isKnown() ? firstAnswer() : known
  const hashed = await hashNew(newPassword, office)
  if (!hashed.ok) return hashed
  const handler = user.changeOwnPassword({ from: known.stored, to: hashed.hash }, hashToken(token ?? ''))
  return command(asking, 'auth.changePassword', args, handler)
}

function userRow(office: Office, userId: string) {
  const stored = readUser(office.file.db, userId)
  return stored && user.shownUser(stored)
}

/** A password is hashed before there is a command: no command, log or history ever holds one. */
async function hashNew(password: string, office: Office) {
  if ([...password].length < PASSWORD_MIN_LENGTH) {
    return refuse({ reason: 'weak-password', minLength: PASSWORD_MIN_LENGTH })
  }
  return { ok: true as const, hash: await hashPassword(password, office.passwordCost) }
}
