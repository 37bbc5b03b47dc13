import type { IncomingMessage, ServerResponse } from 'node:http'
import type { readPages } from '#shell/pages/read-page'
import { sendPlainPage, sendRefusal } from './send.ts'

/** One file of the built screens, for a paired browser. */
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

const USED_KEY = [
  'Each address of Araro works once, in one browser, and only for a short time.',
  'Start Araro again on this computer: it opens a window, or prints a fresh address. Nothing is lost by that, and the program that already runs goes on.',
]
const NOT_PAIRED = [
  'Araro runs on this computer, but it opens only for browsers that came by its own address.',
  'Start Araro again: it opens a window, or prints an address that pairs this browser. The program that already runs goes on.',
]

/** For a browser that is not paired: how it comes to be. */
export function answerStranger(response: ServerResponse, path: string, withKey: boolean): void {
  const sentence = 'This browser is not paired with Araro. Open the address that Araro printed.'
  if (path !== '/') sendRefusal(response, 401, 'NOT_PAIRED', sentence)
  else if (withKey) sendPlainPage(response, 401, 'This address was used already', USED_KEY)
  else sendPlainPage(response, 401, 'This browser does not know Araro yet', NOT_PAIRED)
}
