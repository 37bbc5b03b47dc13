import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AnswerCall } from '#shell/messages/answer-calls'
import { isEventStream, sendEventStream } from './event-stream.ts'
import { readBody } from './read-body.ts'
import { sendJson, sendRefusal } from './send.ts'

export const CALLS_PREFIX = '/rpc'

/**
 * Answers one call at `POST /rpc/<group>/<call>`. Only JSON is accepted, because a form on a foreign site can send the
 * other content types without a CORS preflight.
 */
export async function answerHttpCall(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  answer: AnswerCall,
  browser: string,
): Promise<void> {
  if (request.method !== 'POST')
    return sendRefusal(response, 405, 'METHOD_NOT_SUPPORTED', 'Calls are made with POST.', { allow: 'POST' })
  if (!isJson(request.headers['content-type']))
    return sendRefusal(
      response,
      415,
      'UNSUPPORTED_MEDIA_TYPE',
      'Calls are sent with Content-Type: application/json.',
    )

  const body = await readBody(request)
  if (body === 'gone') return
  if (body === 'too-large')
    return sendRefusal(
      response,
      413,
      'PAYLOAD_TOO_LARGE',
      'The call is larger than 1 MiB. Send it in parts.',
      {
        connection: 'close',
      },
    )

  const { status, body: answered } = await answer({
    path: path.slice(CALLS_PREFIX.length),
    authorization: request.headers.authorization,
    browser,
    body: body.json,
    signal: goneSignal(response),
  })
  if (isEventStream(answered)) return sendEventStream(response, answered)
  sendJson(response, status, answered)
}

function isJson(contentType: string | undefined): boolean {
  return /^application\/json\s*(;|$)/i.test(contentType ?? '')
}

function goneSignal(response: ServerResponse): AbortSignal {
  const gone = new AbortController()
  response.once('close', () => {
    if (!response.writableFinished) gone.abort(new Error('The caller has disconnected.'))
  })
  return gone.signal
}
