import type { IncomingMessage, ServerResponse } from 'node:http'
import type { readPages } from '#shell/pages/read-page'
import { systemCode } from '#shell/start/cannot-start'
import { isFull } from '#shell/start/unusable-file'
import type { DeadKey } from './pairing.ts'
import type { SendPlainPage } from './plain-page.ts'
import { sendRefusal } from './send.ts'

/** Answers a paired browser with one file of the built screens. */
export async function answerPage(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  readPage: ReturnType<typeof readPages>,
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return sendRefusal(response, 405, 'METHOD_NOT_SUPPORTED', 'Pages are read with GET.', {
      allow: 'GET, HEAD',
    })
  const { status, headers, body } = await readPage(path, `ws://${request.headers.host}`)
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) })
  response.end(request.method === 'HEAD' ? undefined : body)
}

/** Tells a browser that is not paired how to pair it. `dead`: why the key in its address does not. */
export function answerStranger(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  dead: DeadKey | null,
  send: SendPlainPage,
): void {
  const sentence = 'This browser is not paired with Araro. Open the address that Araro printed.'
  if (path !== '/') sendRefusal(response, 401, 'NOT_PAIRED', sentence)
  else send(request, response, { status: 401, name: dead ?? 'not-paired' })
}

/** Says why a browser with a good key is not paired. The key is not spent, so the page has a link to try it again. */
export function answerUnwritten(
  request: IncomingMessage,
  response: ServerResponse,
  key: string,
  error: unknown,
  send: SendPlainPage,
): void {
  const name = isFull(systemCode(error)) ? 'disk-full' : 'no-writes'
  send(request, response, { status: 507, name, again: `/?key=${encodeURIComponent(key)}` })
}
