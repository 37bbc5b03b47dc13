import type { IncomingMessage, ServerResponse } from 'node:http'
import type { readPages } from '#shell/pages/read-page'
import { systemCode } from '#shell/start/cannot-start'
import { isFull } from '#shell/start/unusable-file'
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

/** Says why a browser with a good key is not paired. The key is not spent, so the page has a link to try it again. */
export function answerUnwritten(response: ServerResponse, key: string, error: unknown): void {
  const [title, cure] = isFull(systemCode(error))
    ? ['The disk is full', 'Free some space on this computer, then try again.']
    : ['The disk takes no writes', 'Make sure that Araro may write to its data folder, then try again.']
  const words = [
    'Araro could not write this browser down in its data folder, so the browser is not paired yet. Nothing is lost, and the address has not been used up.',
    cure,
  ]
  sendPlainPage(response, 507, title, words, `/?key=${encodeURIComponent(key)}`)
}
