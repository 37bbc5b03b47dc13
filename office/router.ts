import { implement, type Router } from '@orpc/server'
import { may } from '#booking/users/roles'
import type { Right } from '#calls/call'
import { CALL_FACTS, type CallName, contract } from '#calls/contract'
import type { Desk } from './desk.ts'
import type { Asking, CallContext } from './law/asking.ts'
import { asCallError } from './law/call-errors.ts'
import { systemClock } from './law/clock.ts'
import type { Actor } from './law/command.ts'
import { Forbidden, NotSignedIn } from './law/errors.ts'
import { createRateLimit } from './law/rate-limit.ts'
import { createTurns } from './law/turns.ts'
import { CALLS, RECORDS, recordsNamedBy } from './trades.ts'
import { bearerToken, whoIs } from './users/sign-in.ts'

export type OfficeRouter = Router<typeof contract, CallContext>

/**
 * The index of the middleware at which oRPC (1.16) checks the shape of an answer. No comparison with NaN is true, so it
 * never does.
 */
const NEVER = Number.NaN

/**
 * Answers the table of calls for both shells. Before the shape of the input is checked, the caller must be signed in
 * (401) and have the right (403). A call without a right is denied.
 * @param options.checkAnswers also checks the shape of every answer. The tests do this. The shells do not, because the
 * office itself made the answer: for a board of ten thousand bookings the check takes as long as reading them.
 */
export function createRouter(desk: Desk, options: { checkAnswers?: boolean } = {}): OfficeRouter {
  const rateLimit = createRateLimit(systemClock)
  const turns = createTurns()
  const calls = implement(contract, options.checkAnswers ? {} : { initialOutputValidationIndex: NEVER })
    .$context<CallContext>()
    .use(async ({ context, next, path }) => {
      const name = path.join('.') as CallName
      const token = bearerToken(context.authorization)
      const { office } = desk
      const user = whoIs(office, token)
      try {
        requireRights(CALL_FACTS.get(name)?.right, user)
        return await next({
          context: {
            ...context,
            desk,
            office,
            token,
            user,
            rateLimit,
            turns,
            records: RECORDS,
            about: recordsNamedBy,
          } satisfies Asking,
        })
      } catch (error) {
        throw asCallError(error, name)
      }
    })
  return calls.router(answered(calls as unknown as Implementer) as OfficeRouter)
}

/** The part of oRPC's implementer that is used: `calls.bookings.list.handler(…)`. */
type Implementer = Record<string, Record<string, { handler(answer: Answer): unknown }>>
type Answer = (asked: { context: Asking; input: never; signal?: AbortSignal }) => unknown

/** Registers each answer under the name of its own call; the type of `call` has tied the two. */
function answered(calls: Implementer): unknown {
  const router: Record<string, Record<string, unknown>> = {}
  for (const { name, answer } of CALLS) {
    const [group = '', one = ''] = name.split('.')
    const implemented = calls[group]?.[one]?.handler(({ context, input, signal }) =>
      answer(context, input, signal),
    )
    router[group] = { ...router[group], [one]: implemented }
  }
  return router
}

function requireRights(right: Right | undefined, user: Actor | undefined): void {
  if (right === 'anyone') return
  if (!user) throw new NotSignedIn()
  if (right === undefined || !may(user.role, right)) throw new Forbidden(right)
}
