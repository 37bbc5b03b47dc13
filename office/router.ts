import { implement, type Router } from '@orpc/server'
import { may } from '#booking/users/roles'
import type { Right } from '#calls/call'
import { CALL_FACTS, type CallName, contract } from '#calls/contract'
import { bookingCalls } from './bookings/calls.ts'
import { calendarCalls } from './calendar/calls.ts'
import type { Desk } from './desk.ts'
import { historyCalls } from './history/calls.ts'
import type { OfficeCall } from './law/answering.ts'
import type { Asking, CallContext } from './law/asking.ts'
import { asCallError } from './law/call-errors.ts'
import { systemClock } from './law/clock.ts'
import type { Actor } from './law/command.ts'
import { Forbidden, NotSignedIn } from './law/errors.ts'
import { createRateLimit } from './law/rate-limit.ts'
import { machineCalls } from './machines/calls.ts'
import { maintenanceCalls } from './maintenance/calls.ts'
import { memberCalls } from './members/calls.ts'
import { noticeCalls } from './notices/calls.ts'
import { settingsCalls } from './settings/calls.ts'
import { userCalls } from './users/calls.ts'
import { bearerToken, whoIs } from './users/sign-in.ts'

export type OfficeRouter = Router<typeof contract, CallContext>

/** Every call that the office answers. */
const CALLS = [
  ...settingsCalls,
  ...userCalls,
  ...machineCalls,
  ...memberCalls,
  ...bookingCalls,
  ...calendarCalls,
  ...maintenanceCalls,
  ...historyCalls,
  ...noticeCalls,
] as const

/** A call of the table that nobody answers does not compile: its name stands in the error. */
type Unanswered = Exclude<CallName, (typeof CALLS)[number]['name']>
const everyCallIsAnswered: [Unanswered] extends [never] ? true : Unanswered = true

/** oRPC checks an answer when it has come back through so many middlewares: never. */
const NEVER = Number.NaN

/**
 * The call table, implemented once for both shells. Before a call's shape is looked at: is anybody signed in (401),
 * and may they do this (403)? What says nothing of who may make it is denied.
 * @param options.checkAnswers also holds what the office answers against the table. The tests do; the shells do not,
 * because the office made it: on a board of ten thousand bookings that takes as long as reading them.
 */
export function createRouter(desk: Desk, options: { checkAnswers?: boolean } = {}): OfficeRouter {
  const rateLimit = createRateLimit(systemClock)
  const calls = implement(contract, options.checkAnswers ? {} : { initialOutputValidationIndex: NEVER })
    .$context<CallContext>()
    .use(async ({ context, next, path }) => {
      const name = path.join('.') as CallName
      const token = bearerToken(context.authorization)
      const { office } = desk
      const user = whoIs(office, token)
      try {
        requireRights(CALL_FACTS.get(name)?.right, user)
        return await next({ context: { ...context, desk, office, token, user, rateLimit } satisfies Asking })
      } catch (error) {
        throw asCallError(error, name)
      }
    })
  return calls.router(answered(calls as unknown as Implementer) as OfficeRouter)
}

/** oRPC's implementer, as far as it is used: `calls.bookings.list.handler(…)`. */
type Implementer = Record<string, Record<string, { handler(answer: Answer): unknown }>>
type Answer = (asked: { context: Asking; input: never; signal?: AbortSignal }) => unknown

/** Each answer under its own call's name; the type of `call` held them together. */
function answered(calls: Implementer): unknown {
  const router: Record<string, Record<string, unknown>> = {}
  if (!everyCallIsAnswered) return router
  for (const { name, answer } of CALLS as readonly OfficeCall<CallName>[]) {
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
