import { oc } from '@orpc/contract'
import * as z from 'zod'
import { USER_LENGTHS } from './limits.ts'
import * as shape from './shapes.ts'

export const userRow = z.strictObject({
  id: shape.id,
  version: shape.version,
  name: z.string(),
  role: shape.role,
  disabled: z.boolean(),
})
export type UserRow = z.infer<typeof userRow>
const signedInUser = z.strictObject({ id: shape.id, name: z.string(), role: shape.role })
export type SignedInUser = z.infer<typeof signedInUser>

export const signedIn = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), token: z.string(), user: signedInUser }),
  shape.refused,
])

export const auth = {
  signIn: oc
    .input(
      z.strictObject({
        name: shape.line(USER_LENGTHS.name),
        password: z.string().max(USER_LENGTHS.password),
      }),
    )
    .output(signedIn),
  signOut: oc.input(z.strictObject({})).output(z.strictObject({ ok: z.literal(true) })),
  who: oc.input(z.strictObject({})).output(z.strictObject({ user: signedInUser.nullable() })),
  changePassword: oc
    .input(
      z.strictObject({
        ...shape.command,
        password: z.string().max(USER_LENGTHS.password),
        newPassword: shape.password,
      }),
    )
    .output(z.discriminatedUnion('ok', [z.strictObject({ ok: z.literal(true) }), shape.refused])),
}

const userOutcome = shape.outcomeOf('user', userRow)
export const users = {
  list: oc.input(z.strictObject({})).output(z.array(userRow)),
  add: oc
    .input(
      z.strictObject({
        ...shape.command,
        name: shape.requiredLine(USER_LENGTHS.name),
        role: shape.role,
        password: shape.password,
      }),
    )
    .output(userOutcome),
  change: oc
    .input(
      z.strictObject({
        ...shape.command,
        userId: shape.id,
        ...shape.onVersion,
        name: shape.requiredLine(USER_LENGTHS.name),
        role: shape.role,
        /** Left out: stays as it is. */
        password: shape.password.optional(),
      }),
    )
    .output(userOutcome),
  disable: oc
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
