import type { IncomingMessage } from 'node:http'
import { UNREADABLE } from '#shell/messages/answer-calls'
import { isTooDeep } from '#shell/messages/too-deep'

/** In bytes. The largest legitimate input is a list of members pasted from a spreadsheet. */
const LARGEST_BODY = 1024 * 1024

/** How much of a body that is too large is still read: a client reads the refusal only after sending its body. */
const MOST_DRAINED = 16 * LARGEST_BODY

/**
 * Reads the JSON body of a call; `UNREADABLE` if it is not JSON.
 *
 * @returns 'too-large' above LARGEST_BODY, 'gone' if the client disconnected while sending
 */
export async function readBody(request: IncomingMessage): Promise<{ json: unknown } | 'too-large' | 'gone'> {
  if (Number(request.headers['content-length']) > LARGEST_BODY) {
    drain(request)
    return 'too-large'
  }
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of request) {
      size += chunk.length
      if (size > LARGEST_BODY) break
      chunks.push(chunk)
    }
  } catch {
    return 'gone'
  }
  return size > LARGEST_BODY ? 'too-large' : { json: parse(Buffer.concat(chunks)) }
}

function parse(bytes: Buffer): unknown {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return isTooDeep(text) ? UNREADABLE : JSON.parse(text)
  } catch {
    return UNREADABLE
  }
}

function drain(request: IncomingMessage): void {
  let size = 0
  request.on('data', chunk => {
    size += chunk.length
    if (size > MOST_DRAINED) request.destroy()
  })
  request.on('error', () => {})
}
