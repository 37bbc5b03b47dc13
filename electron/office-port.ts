import { ServerPeer } from '@orpc/standard-server-peer'
import type { AnswerCall } from '#shell/messages/answer-calls'
import { serveMessages } from '#shell/messages/serve-messages'
import type { Log } from '#shell/start/log'

/** The part of a message port that is used here, common to Electron's and Node's. */
export type OfficePort = {
  postMessage(text: string): void
  onMessage(receive: (data: unknown) => void): void
  onClose(closed: () => void): void
  start(): void
  close(): void
}

/** The windows of the desktop shell count as one browser: they are at one PC. */
const ALL_WINDOWS = 'desktop'

/**
 * Serves the calls of one window over a port. It replaces oRPC's handler for ports, in which an unreadable message
 * ends the process. The user is read from each message.
 *
 * @returns closes the port and cancels its calls; safe to call more than once
 */
export function servePort(port: OfficePort, answer: AnswerCall, log: Log): () => void {
  const send = (text: unknown): void => port.postMessage(String(text))
  const calls = serveMessages({ peer: new ServerPeer(send), send, answer, browser: ALL_WINDOWS, log })
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
