import { implement, type Router } from '@orpc/server'
import { hasRights } from '#booking/roles'
import type { CallName } from '#calls/contract'
import { contract } from '#calls/contract'
import { RIGHTS, type Right } from '#calls/roles'
import { asCallError } from './call-errors.ts'
import { bookingCalls } from './calls/booking-calls.ts'
import { officeCalls } from './calls/office-calls.ts'
import { recordCalls } from './calls/record-calls.ts'
import { systemClock } from './clock.ts'
import type { Actor } from './command.ts'
import type { Desk } from './desk.ts'
import { Forbidden, NotSignedIn } from './errors.ts'
import type { Office } from './office.ts'
import { createRateLimit } from './rate-limit.ts'
import { bearerToken, whoIs } from './sign-in.ts'

/** What a shell knows of a call: the raw Authorization header of that one call. */
export type CallContext = { authorization: string | undefined }
export type OfficeRouter = Router<typeof contract, CallContext>

/** What every call's handler gets: the office that is open now, and who asks. */
export type Asking = CallContext & {
  desk: Desk
  office: Office
  token: string | undefined
  user: Actor | undefined
  rateLimit: ReturnType<typeof createRateLimit>
}

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
