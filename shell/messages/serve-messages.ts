import type { Log } from '../start/log.ts'
import { type AnswerCall, refusedCall } from './answer-calls.ts'
import { readMessage } from './read-message.ts'

type PeerRequest = { url: URL; body?: unknown; signal?: AbortSignal | undefined }
type PeerResponse = { status: number; headers: Record<string, string>; body: unknown }

/** oRPC's server peer, as far as it is used: it numbers the calls of one connection and streams their answers. */
export type MessagePeer = {
  message(text: string, handle: (request: PeerRequest) => Promise<PeerResponse>): Promise<unknown>
  close(): void
}
export type MessageConnection = {
  /** Takes one message, whatever it is. Never throws and never rejects. */
  receive(data: unknown): void
  /** Ends all that is under way. */
  close(): void
}

/** A window asks a few dozen things at once at most; more is a fault or ill will. */
const MOST_CALLS_AT_ONCE = 200

/**
 * Serves the calls of one window over messages. Who acts is read from the headers inside each message, never from
 * the connection, which may outlive a sign-out.
 *
 * @param send hands one message to the window; may throw when the window is gone
 */
export function serveMessages(connection: {
  peer: MessagePeer
  send(text: string): unknown
  answer: AnswerCall
  log: Log
}): MessageConnection {
  const { peer, send, answer, log } = connection
  let underWay = 0
  let closed = false

  function refuse(id: string | undefined, status: number, code: string, sentence: string): void {
    log.debug({ sentence }, 'a message was refused')
    if (id === undefined) return
    const { body } = refusedCall(status, code, sentence)
    send(JSON.stringify({ i: id, p: { s: status, b: body } }))
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
        'This window asks too much at once. Wait for an answer.',
      )
    const { path, authorization } = read.kind === 'call' ? read : { path: '', authorization: undefined }
    underWay += 1
    try {
      await peer.message(String(data), async ({ body, signal }) => {
        const { status, body: answered } = await answer({ path, authorization, body, signal })
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
        // A stream that was cut off by its own window is how streams end.
        if (!closed) log.warn({ err: error }, 'a message could not be answered')
      })
    },
    close() {
      if (closed) return
      closed = true
      peer.close()
    },
  }
}
