import { ORPCError } from '@orpc/server'
import { StandardRPCHandler } from '@orpc/server/standard'
import type { CallContext } from '#office/law/asking'
import type { OfficeRouter } from '#office/router'
import type { Log } from '../start/log.ts'

/** One call, in the form in which every transport passes it on. */
export type Call = {
  /** `/group/call` */
  path: string
  /** The Authorization header of this call. The user is looked up from it on every call. */
  authorization: string | undefined
  /** The browser that sent it (`office/law/asking.ts`). */
  browser: string
  /** oRPC's form `{ json, meta? }`, or `UNREADABLE` if the body does not have that form. */
  body: unknown
  /** Aborted when the caller has disconnected. */
  signal?: AbortSignal | undefined
}
/** `body` is `{ json, meta? }`, or for a stream an async iterator of such values. */
export type Answer = { status: number; body: unknown }
export type AnswerCall = (call: Call) => Promise<Answer>

/** Stands for a body that could not be read. It fits no call's shape, so rights are checked before it is refused. */
export const UNREADABLE = { json: Symbol('unreadable') }

const CALL_PATH = /^\/[a-zA-Z]{1,40}\/[a-zA-Z]{1,40}$/

/**
 * The only way from a transport into the office. An unexpected error is logged here and answered as an internal error
 * without its details.
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

  async function run({ path, authorization, browser, body, signal }: Call): Promise<Answer> {
    const url = new URL(path, 'http://araro')
    const request = { method: 'POST', url, headers: {}, body: () => Promise.resolve(body), signal }
    const { matched, response } = await handler.handle(request, { context: { authorization, browser } })
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

/** Errors that the office raises on purpose have messages for people. The details of all others are hidden. */
function withoutInsides(error: unknown, call: string, log: Log): unknown {
  const saidByOffice = error instanceof ORPCError && error.code !== 'INTERNAL_SERVER_ERROR'
  if (saidByOffice && error.status < 500) return error
  log.error({ err: error, call }, 'a call failed')
  if (saidByOffice) return error
  return new ORPCError('INTERNAL_SERVER_ERROR', {
    message: 'Araro could not answer because of an internal error. Its log has the details.',
  })
}

/** oRPC 1.16 decodes the body before rights are checked, and reports a failure with exactly this message. */
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

/** An error answer in oRPC's form. Scripts read the sentence as `json.message`. */
export function refusedCall(status: number, code: string, message: string): Answer {
  return { status, body: { json: { defined: false, code, status, message } } }
}
