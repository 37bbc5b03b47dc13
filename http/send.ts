import type { ServerResponse } from 'node:http'
import { refusedCall } from '#shell/messages/answer-calls'
import { PROTECTIVE_HEADERS } from '#shell/pages/page-headers'

/** Sends a JSON response. Does nothing if a response was already begun. */
export function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  if (response.headersSent || response.destroyed) return
  response.writeHead(status, {
    ...PROTECTIVE_HEADERS,
    'content-type': 'application/json',
    'cache-control': 'no-store',
    ...headers,
  })
  response.end(JSON.stringify(body))
}

/** Sends a refusal in the same form as a refused call. */
export function sendRefusal(
  response: ServerResponse,
  status: number,
  code: string,
  sentence: string,
  headers?: Record<string, string>,
): void {
  sendJson(response, status, refusedCall(status, code, sentence).body, headers)
}
