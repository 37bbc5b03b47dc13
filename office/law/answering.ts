import type { ImplementerInternalWithMiddlewares } from '@orpc/server'
import { refuse } from '#booking/refusal'
import type { CallName, contract } from '#calls/contract'
import type { Asking, CallContext } from './asking.ts'
import type { Actor, Handler } from './command.ts'
import { NotSignedIn } from './errors.ts'
import { runCommand } from './run-command.ts'

/** The contract, ready to be given its handlers. */
export type Calls = ImplementerInternalWithMiddlewares<typeof contract, CallContext, Asking>

/** Whoever is signed in; the router let nobody else through. */
export function userOf(asking: Asking): Actor {
  if (!asking.user) throw new NotSignedIn()
  return asking.user
}

/**
 * Runs a person's command under the law of commands.
 * @param args what came, without secrets: it is kept with the command
 */
export async function command<Args extends { commandId: string }, Yes>(
  asking: Asking,
  name: CallName,
  args: Args,
  handler: Handler<Args, Yes>,
) {
  const actor = userOf(asking)
  const retryAfterMs = asking.rateLimit.waitMs(actor.id)
  if (retryAfterMs > 0) return refuse({ reason: 'busy', retryAfterMs })
  return runCommand(asking.office, { name, commandId: args.commandId, args, actor }, handler)
}

/** Adds the row as it stands now to a no, so that the window can show what changed. */
export function withCurrent<Outcome extends { ok: boolean }, Row>(
  outcome: Outcome,
  current: Row | undefined,
) {
  return outcome.ok || current === undefined ? outcome : { ...outcome, current }
}
