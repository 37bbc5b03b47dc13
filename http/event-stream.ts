import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import { ErrorEvent, encodeEventMessage } from '@orpc/standard-server'
import { PROTECTIVE_HEADERS } from '#shell/pages/page-headers'

export const EVENT_STREAM = 'text/event-stream'

const KEEP_ALIVE_MS = 15_000

/**
 * Writes a stream of answers as oRPC's event stream until it ends or fails, or the reader disconnects. It waits for a
 * slow reader instead of buffering what has not been read.
 */
export async function sendEventStream(
  response: ServerResponse,
  events: AsyncIterator<unknown>,
): Promise<void> {
  response.setHeader('content-type', EVENT_STREAM)
  response.writeHead(200, { ...PROTECTIVE_HEADERS, 'cache-control': 'no-store' })
  response.write(': open\n\n')
  const keepAlive = setInterval(() => response.write(': still here\n\n'), KEEP_ALIVE_MS)
  try {
    while (!response.destroyed) {
      const event = await unlessGone(response, nextEvent(events))
      if (!event) break
      const hasRoom = response.write(event.text)
      if (event.last) break
      if (!hasRoom) await unlessGone(response, once(response, 'drain'))
    }
  } finally {
    clearInterval(keepAlive)
    await events.return?.()
    response.end()
  }
}

/** The result of `waitedFor`, or undefined as soon as the reader disconnects. */
async function unlessGone<T>(response: ServerResponse, waitedFor: Promise<T>): Promise<T | undefined> {
  const waiting = new AbortController()
  const gone = once(response, 'close', { signal: waiting.signal }).then(
    () => undefined,
    () => undefined,
  )
  try {
    return await Promise.race([waitedFor, gone])
  } finally {
    waiting.abort()
  }
}

async function nextEvent(events: AsyncIterator<unknown>): Promise<{ text: string; last: boolean }> {
  try {
    const { done = false, value } = await events.next()
    return { text: eventText(done ? 'done' : 'message', value), last: done }
  } catch (error) {
    return { text: eventText('error', error instanceof ErrorEvent ? error.data : undefined), last: true }
  }
}

function eventText(event: string, data: unknown): string {
  return encodeEventMessage({ event, data: data === undefined ? undefined : JSON.stringify(data) })
}

export function isEventStream(body: unknown): body is AsyncIterator<unknown> {
  return typeof body === 'object' && body !== null && Symbol.asyncIterator in body
}
