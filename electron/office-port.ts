import { ServerPeer } from '@orpc/standard-server-peer'
import type { AnswerCall } from '#shell/messages/answer-calls'
import { serveMessages } from '#shell/messages/serve-messages'
import type { Log } from '#shell/start/log'

/** What is used of a message port, Electron's or Node's. */
export type OfficePort = {
  postMessage(text: string): void
  onMessage(receive: (data: unknown) => void): void
  onClose(closed: () => void): void
  start(): void
  close(): void
}

/**
 * Serves the calls of one window over a port. oRPC's own handler for ports lets a message that it cannot read end
 * the process; here nothing that a window sends does. Who acts stands in each message.
 *
 * @returns ends it, and everything under way in it; harmless when it has ended already
 */
export function servePort(port: OfficePort, answer: AnswerCall, log: Log): () => void {
  const send = (text: unknown): void => port.postMessage(String(text))
  const calls = serveMessages({ peer: new ServerPeer(send), send, answer, log })
  let ended = false
  function end(): void {
    if (ended) return
    ended = true
    calls.close()
    port.close()
  }
  port.onMessage(calls.receive)
  port.onClose(end)
  port.start()
  return end
}
