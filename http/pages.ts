import type { IncomingMessage, ServerResponse } from 'node:http'
import { sendPlainPage, sendRefusal } from './send.ts'
import type { readPages } from '#office/pages/read-page'

/** One file of the built screens, for a paired browser. */
export async function answerPage(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  readPage: ReturnType<typeof readPages>,
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return sendRefusal(response, 405, 'METHOD_NOT_SUPPORTED', 'Pages are read with GET.', { allow: 'GET, HEAD' })
  const { status, headers, body } = await readPage(path, `ws://${request.headers.host}`)
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) })
  response.end(request.method === 'HEAD' ? undefined : body)
}

/** For a browser that is not paired: how it comes to be. */
export function answerStranger(response: ServerResponse, path: string, withKey: boolean): void {
  if (path !== '/')
    return sendRefusal(response, 401, 'NOT_PAIRED', 'This browser is not paired with Araro. Open the address that Araro printed.')
  if (withKey)
    return sendPlainPage(response, 401, 'This address was used already', [
      'An address of Araro opens one browser, once, and only for a short time.',
      'Start Araro again on this machine: it opens a window, or prints a fresh address. Nothing is lost by that, and the program that already runs goes on.',
    ])
  sendPlainPage(response, 401, 'This browser does not know Araro yet', [
    'Araro runs on this machine, but it opens only for browsers that came by its own address.',
    'Start Araro again: it opens a window, or prints an address that pairs this browser. The program that already runs goes on.',
  ])
}
