import { ORPCError } from '@orpc/server'
import { StandardRPCHandler } from '@orpc/server/standard'
import type { CallContext } from '#office/law/asking'
import type { OfficeRouter } from '#office/router'
import type { Log } from '../start/log.ts'

/** One call, as every transport brings it here. */
export type Call = {
  /** `/group/call` */
  path: string
  /** The Authorization header of this one call: who acts is looked up anew each time. */
  authorization: string | undefined
  /** oRPC's own form, `{ json, meta? }`; `UNREADABLE` where what came is not that. */
  body: unknown
  /** Aborted when whoever asked is gone. */
  signal?: AbortSignal | undefined
}
/** `body` is `{ json, meta? }`, or an async iterator of such for a stream. */
export type Answer = { status: number; body: unknown }
export type AnswerCall = (call: Call) => Promise<Answer>

/** Stands for an input that could not be read. It fits no shape, so the rights are still looked at first. */
export const UNREADABLE = { json: Symbol('unreadable') }

const CALL_PATH = /^\/[a-zA-Z]{1,40}\/[a-zA-Z]{1,40}$/

/**
 * The one way from a transport into the office. A bug below is logged here and answered as a mistake of the program,
 * without its insides.
 */
export function answerCalls(router: OfficeRouter, log: Log): AnswerCall {
  const handler = new StandardRPCHandler<CallContext>(router, {
    clientInterceptors: [
      async ({ next, path }) => {
        try {
          return await next()
        } catch (error) {
          throw withoutInsides(error, path.join('.'), log)
        }
      },
    ],
  })

  async function run({ path, authorization, body, signal }: Call): Promise<Answer> {
    const url = new URL(path, 'http://araro')
    const request = { method: 'POST', url, headers: {}, body: () => Promise.resolve(body), signal }
    const { matched, response } = await handler.handle(request, { context: { authorization } })
    return matched ? { status: response.status, body: response.body } : noSuchCall()
  }

  return async call => {
    if (!CALL_PATH.test(call.path)) return noSuchCall()
    const readable = call.body !== UNREADABLE
    const answer = await run(call)
    if (readable && !couldNotDecode(answer)) return answer
    const withRights = readable ? await run({ ...call, body: UNREADABLE }) : answer
    return withRights.status === 400 ? notACall() : withRights
  }
}

/** The office's own errors are in words for people; everything else is not. */
function withoutInsides(error: unknown, call: string, log: Log): unknown {
  const saidByOffice = error instanceof ORPCError && error.code !== 'INTERNAL_SERVER_ERROR'
  if (saidByOffice && error.status < 500) return error
  log.error({ err: error, call }, 'a call failed')
  if (saidByOffice) return error
  return new ORPCError('INTERNAL_SERVER_ERROR', {
    message: 'Araro made a mistake while it answered. Its log says more.',
  })
}

/** oRPC 1.16 decodes before anybody's rights are looked at, and says so in these words. */
function couldNotDecode({ status, body }: Answer): boolean {
  if (status !== 400 || typeof body !== 'object' || body === null || !('json' in body)) return false
  const error = body.json as { message?: unknown }
  return typeof error?.message === 'string' && error.message.startsWith('Malformed request.')
}

function notACall(): Answer {
  return refusedCall(400, 'BAD_REQUEST', 'The call is not JSON of the form {"json": input}.')
}

function noSuchCall(): Answer {
  return refusedCall(404, 'NOT_FOUND', 'There is no such call. Calls are named /rpc/group/call.')
}

/** An error answer in oRPC's own form, which scripts read as `json.message`. */
export function refusedCall(status: number, code: string, message: string): Answer {
  return { status, body: { json: { defined: false, code, status, message } } }
}
