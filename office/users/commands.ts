import { refuse } from '#booking/refusal'
import type { Role } from '#booking/users/roles'
import { countActive, readUser, type StoredUser, userByKey } from '#db/read/users'
import { deleteSignInsOf, forgetFailures, insertUser, updateUser } from '#db/write/users'
import { type CommandContext, difference, type Handler } from '../law/command.ts'
import { checkVersion } from '../law/version.ts'
import { nameKeyOf } from './name-key.ts'

// Passwords come here hashed: they were taken out of the command before it was made.

export type ShownUser = { id: string; version: number; name: string; role: Role; disabled: boolean }
type UserHandler<Args> = Handler<Args, { user: ShownUser }>
type OnUser = { userId: string; version: number }

export function add(passwordHash: string): UserHandler<{ name: string; role: Role }> {
  return (context, { name, role }) => {
    const nameKey = nameKeyOf(name)
    if (userByKey(context.tx, nameKey)) return refuse({ reason: 'name-taken', name })
    insertUser(context.tx, { id: context.commandId, name, nameKey, role, password: passwordHash })
    return recorded(context, context.commandId, null)
  }
}

/** @param passwordHash the new password's; undefined keeps the old one. A new one ends the person's sign-ins. */
export function change(passwordHash: string | undefined): UserHandler<OnUser & { name: string; role: Role }> {
  return (context, args) => {
    const found = findUser(context, args)
    if (!found.ok) return found
    const { stored } = found
    const nameKey = nameKeyOf(args.name)
    const namesake = userByKey(context.tx, nameKey)
    if (namesake && namesake.id !== stored.id) return refuse({ reason: 'name-taken', name: args.name })
    if (args.role !== 'admin' && isLastAdministrator(context, stored))
      return refuse({ reason: 'last-administrator' })
    updateUser(context.tx, stored.id, {
      name: args.name,
      nameKey,
      role: args.role,
      ...(passwordHash && { password: passwordHash }),
    })
    if (passwordHash) forgetFailures(context.tx, stored.nameKey)
    if (passwordHash && stored.id !== context.actor.id) deleteSignInsOf(context.tx, stored.id)
    return recorded(context, stored.id, stored, passwordHash !== undefined)
  }
}

export const disable: UserHandler<OnUser & { disabled?: boolean | undefined }> = (context, args) => {
  const found = findUser(context, args)
  if (!found.ok) return found
  const { stored } = found
  const disabled = args.disabled ?? true
  if (disabled && stored.id === context.actor.id) return refuse({ reason: 'own-account' })
  if (disabled && isLastAdministrator(context, stored)) return refuse({ reason: 'last-administrator' })
  updateUser(context.tx, stored.id, { disabled })
  if (disabled) deleteSignInsOf(context.tx, stored.id)
  return recorded(context, stored.id, stored)
}

type PasswordChange = { readonly from: string; readonly to: string }

/**
 * One's own password.
 * @param hashes the stored value that was checked, and the new one: another change in between is not written over
 * @param keptTokenHash this window's sign-in, which stays; all others of the person end
 */
export function changeOwnPassword(hashes: PasswordChange, keptTokenHash: string): Handler<object> {
  return context => {
    const stored = readUser(context.tx, context.actor.id)
    if (!stored) return refuse({ reason: 'not-found', what: 'user', id: context.actor.id })
    if (stored.password !== hashes.from) return refuse({ reason: 'wrong-sign-in' })
    updateUser(context.tx, stored.id, { password: hashes.to })
    deleteSignInsOf(context.tx, stored.id, keptTokenHash)
    recorded(context, stored.id, stored, true)
    return { ok: true }
  }
}

/** The way back in when an administrator forgot the password: from the machine that holds the file, recorded. */
export function resetPassword(passwordHash: string): UserHandler<{ name: string }> {
  return (context, { name }) => {
    const stored = userByKey(context.tx, nameKeyOf(name))
    if (!stored) return refuse({ reason: 'not-found', what: 'user', id: name })
    updateUser(context.tx, stored.id, { password: passwordHash, disabled: false })
    forgetFailures(context.tx, stored.nameKey)
    deleteSignInsOf(context.tx, stored.id)
    return recorded(context, stored.id, stored, true)
  }
}

function findUser(context: CommandContext, args: OnUser) {
  const stored = readUser(context.tx, args.userId)
  if (!stored) return refuse({ reason: 'not-found', what: 'user', id: args.userId })
  return checkVersion(context.tx, 'user', stored, args.version) ?? { ok: true as const, stored }
}

function isLastAdministrator(context: CommandContext, user: StoredUser): boolean {
  return user.role === 'admin' && !user.disabled && countActive(context.tx, ['admin']) === 1
}

function recorded(context: CommandContext, id: string, before: StoredUser | null, newPassword = false) {
  const stored = readUser(context.tx, id)
  if (!stored) throw new Error(`user ${id} cannot be read back`)
  const after = said(stored)
  const states = before ? difference(said(before), after) : { before: null, after }
  context.record({
    entity: 'user',
    entityId: id,
    version: stored.version,
    title: stored.name,
    before: states.before,
    after: newPassword ? { ...states.after, password: 'changed' } : states.after,
  })
  return { ok: true as const, user: shownUser(stored) }
}

export function shownUser(user: StoredUser): ShownUser {
  const { id, version, name, role, disabled } = user
  return { id, version, name, role, disabled }
}

function said(user: StoredUser) {
  const { name, role, disabled } = user
  return { name, role, disabled }
}
