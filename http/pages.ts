import type { IncomingMessage, ServerResponse } from 'node:http'
import type { readPages } from '#shell/pages/read-page'
import { sendPlainPage, sendRefusal } from './send.ts'

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

const USED_KEY = [
  'Each address that Araro prints works once, in one browser, and only for a short time.',
  'Start Araro again on this computer: it opens a window or prints a fresh address. The Araro that is running keeps running, and nothing is lost.',
]
const NOT_PAIRED = [
  'Araro is running on this computer, but it answers only browsers that are paired with it.',
  'Start Araro again: it opens a window, or prints an address that pairs this browser. The Araro that is running keeps running.',
]

/** Tells a browser that is not paired how to pair it. */
export function answerStranger(response: ServerResponse, path: string, withKey: boolean): void {
  const sentence = 'This browser is not paired with Araro. Open the address that Araro printed.'
  if (path !== '/') sendRefusal(response, 401, 'NOT_PAIRED', sentence)
  else if (withKey) sendPlainPage(response, 401, 'This address has been used already', USED_KEY)
  else sendPlainPage(response, 401, 'This browser is not paired with Araro yet', NOT_PAIRED)
}
