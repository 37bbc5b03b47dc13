import * as z from 'zod'
import { command, deskWrite, question } from './call.ts'
import { ORGANIZER_LENGTHS, USER_LENGTHS } from './limits.ts'
import * as shape from './shapes.ts'

export const userRow = z.strictObject({
  id: shape.id,
  version: shape.version,
  name: z.string(),
  role: shape.role,
  disabled: z.boolean(),
  /** Of an organizer. */
  organization: z.string(),
  businessAddress: z.string(),
  unreadable: shape.unreadable,
})
export type UserRow = z.infer<typeof userRow>
/** What the history says of a user: for a password, only that it was changed. */
export type UserInHistory = Pick<
  UserRow,
  'name' | 'role' | 'disabled' | 'organization' | 'businessAddress'
> & { password?: 'changed' }
const signedInUser = z.strictObject({ id: shape.id, name: z.string(), role: shape.role })
export type SignedInUser = z.infer<typeof signedInUser>

export const signedIn = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), token: z.string(), user: signedInUser }),
  shape.refused,
])

export const auth = {
  signIn: deskWrite('anyone')
    .input(
      z.strictObject({
        name: shape.line(USER_LENGTHS.name),
        password: z.string().max(USER_LENGTHS.password),
      }),
    )
    .output(signedIn),
  signOut: deskWrite('own-account')
    .input(z.strictObject({}))
    .output(z.strictObject({ ok: z.literal(true) })),
  who: question('anyone', 'user')
    .input(z.strictObject({}))
    .output(z.strictObject({ user: signedInUser.nullable() })),
  changePassword: command('own-account')
    .input(
      z.strictObject({
        ...shape.command,
        password: z.string().max(USER_LENGTHS.password),
        newPassword: shape.password,
      }),
    )
    .output(z.discriminatedUnion('ok', [z.strictObject({ ok: z.literal(true) }), shape.refused])),
}

/** Needed of an organizer. Left out of a change, they stay as they are. */
const organizer = {
  organization: shape.line(ORGANIZER_LENGTHS.organization).optional(),
  businessAddress: shape.paragraph(ORGANIZER_LENGTHS.businessAddress).optional(),
}
const userOutcome = shape.outcomeOf('user', userRow)
export const users = {
  list: question('keep-users', 'user').input(z.strictObject({})).output(z.array(userRow)),
  add: command('keep-users')
    .input(
      z.strictObject({
        ...shape.command,
        name: shape.requiredLine(USER_LENGTHS.name),
        role: shape.role,
        ...organizer,
        password: shape.password,
      }),
    )
    .output(userOutcome),
  change: command('keep-users')
    .input(
      z.strictObject({
        ...shape.command,
        userId: shape.id,
        ...shape.onVersion,
        name: shape.requiredLine(USER_LENGTHS.name),
        role: shape.role,
        ...organizer,
        /** Left out: the password does not change. */
        password: shape.password.optional(),
      }),
    )
    .output(userOutcome),
  disable: command('keep-users')
    .input(
      z.strictObject({
        ...shape.command,
        userId: shape.id,
        ...shape.onVersion,
        disabled: z.boolean().optional(),
      }),
    )
    .output(userOutcome),
}
