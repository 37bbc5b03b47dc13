import type { Log } from '../start/log.ts'
import { type AnswerCall, refusedCall } from './answer-calls.ts'
import { readMessage } from './read-message.ts'

type PeerRequest = { url: URL; body?: unknown; signal?: AbortSignal | undefined }
type PeerResponse = { status: number; headers: Record<string, string>; body: unknown }

/** The part of oRPC's server peer that is used here: it keeps a connection's calls apart and streams their answers. */
export type MessagePeer = {
  message(text: string, handle: (request: PeerRequest) => Promise<PeerResponse>): Promise<unknown>
  close(): void
}
export type MessageConnection = {
  /** Handles one message, whatever its content. Never throws. */
  receive(data: unknown): void
  /** Whether no call is under way. A window that follows the changes always has one. */
  isIdle(): boolean
  /** Cancels all calls in progress. */
  close(): void
}

/** A window has a few dozen open calls at most. More than this is a bug or an attack. */
const MOST_CALLS_AT_ONCE = 200

/**
 * Serves the calls of one window over messages. The user is read from the headers in each message, never from the
 * connection, because a connection may outlast a sign-in.
 *
 * @param connection.send sends one message to the window; may throw or reject if the window is closed
 */
export function serveMessages(connection: {
  peer: MessagePeer
  send(text: string): unknown
  answer: AnswerCall
  /** The browser at the other end (`office/law/asking.ts`). */
  browser: string
  log: Log
}): MessageConnection {
  const { peer, send, answer, browser, log } = connection
  let underWay = 0
  let closed = false

  async function refuse(id: string | undefined, status: number, code: string, sentence: string) {
    log.debug({ sentence }, 'a message was refused')
    if (id === undefined) return
    const { body } = refusedCall(status, code, sentence)
    await send(JSON.stringify({ i: id, p: { s: status, b: body } }))
  }

  async function take(data: unknown): Promise<void> {
    const read = readMessage(data)
    if (read.kind === 'unreadable')
      return refuse(
        read.id,
        read.status,
        read.status === 413 ? 'PAYLOAD_TOO_LARGE' : 'BAD_REQUEST',
        read.sentence,
      )
    if (read.kind === 'call' && underWay >= MOST_CALLS_AT_ONCE)
      return refuse(
        read.id,
        429,
        'TOO_MANY_REQUESTS',
        'This window has too many open calls. Wait for an answer.',
      )
    const { path, authorization } = read.kind === 'call' ? read : { path: '', authorization: undefined }
    underWay += 1
    try {
      await peer.message(String(data), async ({ body, signal }) => {
        const { status, body: answered } = await answer({ path, authorization, browser, body, signal })
        return { status, headers: {}, body: answered }
      })
    } finally {
      underWay -= 1
    }
  }

  return {
    receive(data) {
      if (closed) return
      take(data).catch(error => {
        // Answers and streams that a closing window does not read any more fail here, which is expected.
        if (!closed) log.warn({ err: error }, 'a message could not be answered')
      })
    },
    isIdle: () => underWay === 0,
    close() {
      if (closed) return
      closed = true
      peer.close()
    },
  }
}
