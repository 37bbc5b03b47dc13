import { implement, type Router } from '@orpc/server'
import { hasRights } from '#booking/users/roles'
import type { CallName } from '#calls/contract'
import { contract } from '#calls/contract'
import { RIGHTS, type Right } from '#calls/roles'
import { bookingCalls } from './bookings/calls.ts'
import type { Desk } from './desk.ts'
import type { Asking, CallContext } from './law/asking.ts'
import { asCallError } from './law/call-errors.ts'
import { systemClock } from './law/clock.ts'
import type { Actor } from './law/command.ts'
import { Forbidden, NotSignedIn } from './law/errors.ts'
import { createRateLimit } from './law/rate-limit.ts'
import { recordCalls } from './machines/calls.ts'
import { officeCalls } from './users/calls.ts'
import { bearerToken, whoIs } from './users/sign-in.ts'

export type OfficeRouter = Router<typeof contract, CallContext>

/**
 * The call table, implemented once for both shells. Before a call's shape is looked at: is anybody signed in (401),
 * and may they do this (403)? What has no line in the table of rights is denied.
 */
export function createRouter(desk: Desk): OfficeRouter {
  const rateLimit = createRateLimit(systemClock)
  const calls = implement(contract)
    .$context<CallContext>()
    .use(async ({ context, next, path }) => {
      const name = path.join('.') as CallName
      const token = bearerToken(context.authorization)
      const { office } = desk
      const user = whoIs(office, token)
      try {
        requireRights(RIGHTS[name], user)
        return await next({ context: { ...context, desk, office, token, user, rateLimit } satisfies Asking })
      } catch (error) {
        throw asCallError(error, name)
      }
    })
  return calls.router({ ...officeCalls(calls), ...bookingCalls(calls), ...recordCalls(calls) })
}

function requireRights(right: Right | undefined, user: Actor | undefined): void {
  if (right === 'anyone') return
  if (!user) throw new NotSignedIn()
  if (right === undefined || !hasRights(user.role, right)) throw new Forbidden(right)
}
