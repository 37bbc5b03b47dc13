import { refuse } from '#booking/refusal'
import { decideDisabling, decideOrganization, decideRole, type UserFacts } from '#booking/users/decide-user'
import { rolesThatMay } from '#booking/users/roles'
import type { InputOf } from '#calls/contract'
import type { ReadDb } from '#db/file'
import { countActive, readUser, type StoredUser, userByKey } from '#db/read/users'
import { forgetFailuresEverywhere } from '#db/write/sign-in-failures'
import { deleteSignInsOf, insertUser, updateUser } from '#db/write/users'
import { addRecord, changeRecord } from '../law/change-record.ts'
import { type CommandContext, command, commandOn, commandOnWith, commandWith } from '../law/command.ts'
import { nameKeyOf } from './name-key.ts'
import { userRecord } from './record.ts'

// These commands get hashes: passwords are taken out of the input before the command is made.

/** What the history says about a new password: only that it was changed. */
const NEW_PASSWORD = { password: 'changed' } as const

type NewUser = Omit<InputOf<'users.add'>, 'password'>

export const add = commandWith(
  'users.add',
  (passwordHash: string) =>
    (context, { commandId: id, name, role, organization = '', businessAddress = '' }: NewUser) => {
      const nameKey = nameKeyOf(name)
      if (userByKey(context.tx, nameKey)) return refuse({ reason: 'name-taken', name, what: 'user' })
      const of = { organization, businessAddress }
      const decision = decideOrganization(role, of)
      if (!decision.ok) return decision
      return addRecord(context, userRecord, id, () =>
        insertUser(context.tx, { id, name, nameKey, role, password: passwordHash, ...of }),
      )
    },
)

/** `withPassword` tells a change with a password from the same change without one. */
type UserChange = Omit<InputOf<'users.change'>, 'password'> & { withPassword?: true }

/**
 * @param passwordHash hash of the new password; undefined keeps the old one. A new password ends the user's sign-ins.
 * @param askingTokenHash the sign-in of the window that asks, which stays, also if the account is the person's own
 */
export const change = commandOnWith(
  'users.change',
  userRecord,
  (passwordHash: string | undefined, askingTokenHash: string) =>
    (context, stored, { name, role, ...args }: UserChange) => {
      const { tx } = context
      const { organization = stored.organization, businessAddress = stored.businessAddress } = args
      const of = { organization, businessAddress }
      const nameKey = nameKeyOf(name)
      const namesake = userByKey(tx, nameKey)
      if (namesake && namesake.id !== stored.id) return refuse({ reason: 'name-taken', name, what: 'user' })
      const decision = decideRole(role, factsOf(context, stored))
      if (!decision.ok) return decision
      const organizing = decideOrganization(role, of)
      if (!organizing.ok) return organizing
      const password = passwordHash === undefined ? undefined : { password: passwordHash }
      const changed = changeRecord(
        context,
        userRecord,
        stored.id,
        () => updateUser(tx, stored.id, { name, nameKey, role, ...of, ...password }),
        password && NEW_PASSWORD,
      )
      if (passwordHash) forgetFailuresEverywhere(tx, stored.nameKey)
      if (passwordHash) deleteSignInsOf(tx, stored.id, askingTokenHash)
      return changed
    },
)

export const disable = commandOn('users.disable', userRecord, (context, stored, { disabled = true }) => {
  if (disabled) {
    const decision = decideDisabling(factsOf(context, stored), context.actor.id)
    if (!decision.ok) return decision
    deleteSignInsOf(context.tx, stored.id)
  }
  return changeRecord(context, userRecord, stored.id, () => updateUser(context.tx, stored.id, { disabled }))
})

type PasswordChange = { readonly from: string; readonly to: string }

/**
 * Changes the user's own password.
 * @param hashes the stored value that was checked, and the new one; refused if the password was changed in between
 * @param keptTokenHash this window's sign-in, which stays; the user's other sign-ins end
 */
export const changeOwnPassword = commandWith(
  'auth.changePassword',
  (hashes: PasswordChange, keptTokenHash: string) => (context, _: { commandId: string }) => {
    const { tx, actor } = context
    const stored = readUser(tx, actor.id)
    if (!stored) return refuse({ reason: 'not-found', what: 'user', id: actor.id })
    if (stored.password !== hashes.from) return refuse({ reason: 'wrong-sign-in' })
    setPassword(context, stored, { password: hashes.to })
    deleteSignInsOf(tx, stored.id, keptTokenHash)
    return { ok: true }
  },
)

/**
 * Sets a new password from the PC that holds the file, for an administrator who forgot theirs. The history records
 * it.
 */
export function resetPassword(passwordHash: string) {
  return command('users.resetPassword', (context, { name }: { commandId: string; name: string }) => {
    const stored = userByKey(context.tx, nameKeyOf(name))
    if (!stored) return refuse({ reason: 'not-found', what: 'user', id: name })
    setPassword(context, stored, { password: passwordHash, disabled: false })
    forgetFailuresEverywhere(context.tx, stored.nameKey)
    deleteSignInsOf(context.tx, stored.id)
    return { ok: true }
  })
}

function setPassword(
  context: CommandContext,
  stored: StoredUser,
  to: { password: string; disabled?: false },
) {
  changeRecord(context, userRecord, stored.id, () => updateUser(context.tx, stored.id, to), NEW_PASSWORD)
}

function factsOf({ tx }: CommandContext, user: StoredUser): UserFacts {
  return userFacts(tx, user)
}

export function userFacts(db: ReadDb, { id, role, disabled }: StoredUser): UserFacts {
  return { id, role, disabled, activeAdministrators: countActive(db, rolesThatMay('keep-users')) }
}
