import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { ServerPeer } from '@orpc/standard-server-peer'
import { type WebSocket, WebSocketServer } from 'ws'
import type { AnswerCall } from '#shell/messages/answer-calls'
import { LARGEST_MESSAGE } from '#shell/messages/read-message'
import { type MessageConnection, serveMessages } from '#shell/messages/serve-messages'
import type { Log } from '#shell/start/log'

export const SOCKET_PATH = '/ws'

/** Close codes of RFC 6455, and one of our own: another file was opened, so the window must reload. */
export const CLOSE = { goingAway: 1001, notText: 1003, tooSlow: 1013, startAnew: 4001 }

/**
 * A window that does not answer a ping until the next one is due is disconnected, and so is one that has no call under
 * way at two pings: a window opens its socket to follow the changes.
 */
const HEARTBEAT_MS = 30_000
/** In all. Each window has one. */
const MOST_SOCKETS = 100
/** A window with more unread data than this is disconnected. It catches up by change number when it reconnects. */
const MOST_UNREAD_BYTES = 8 * 1024 * 1024

export type Sockets = {
  /** Accepts an upgrade whose Host, Origin and cookie were checked before. `browser`: as its cookie says. */
  accept(request: IncomingMessage, socket: Duplex, head: Buffer, browser: string): void
  /** Whether another one may be accepted. Disconnects idle ones if there are too many. */
  hasRoom(): boolean
  closeAll(code: number, reason: string): void
}

/** Serves calls over one WebSocket per window. The user is read from each message, never from the upgrade request. */
export function openSockets(answer: AnswerCall, log: Log): Sockets {
  const server = new WebSocketServer({
    noServer: true,
    clientTracking: true,
    maxPayload: LARGEST_MESSAGE,
    perMessageDeflate: false,
  })
  const alive = new WeakSet<WebSocket>()
  const windows = new Map<WebSocket, MessageConnection>()
  let idleBefore = new Set<WebSocket>()
  const idle = () => [...windows].filter(([, calls]) => calls.isIdle()).map(([socket]) => socket)
  const heartbeat = setInterval(() => {
    const idleNow = new Set(idle())
    for (const socket of server.clients) {
      if (!alive.delete(socket)) socket.terminate()
      else if (idleNow.has(socket) && idleBefore.has(socket))
        socket.close(CLOSE.goingAway, 'no call is under way')
      else socket.ping()
    }
    idleBefore = idleNow
  }, HEARTBEAT_MS)
  heartbeat.unref()

  return {
    accept(request, socket, head, browser) {
      server.handleUpgrade(request, socket, head, window => {
        alive.add(window)
        window.on('pong', () => alive.add(window))
        windows.set(window, serveWindow(window, answer, browser, log))
        window.on('close', () => windows.delete(window))
      })
    },
    hasRoom() {
      if (windows.size < MOST_SOCKETS) return true
      for (const socket of idle()) {
        windows.delete(socket)
        socket.terminate()
      }
      return windows.size < MOST_SOCKETS
    },
    closeAll(code, reason) {
      for (const socket of server.clients) {
        socket.close(code, reason)
        setTimeout(() => socket.terminate(), 1000).unref()
      }
    },
  }
}

function serveWindow(window: WebSocket, answer: AnswerCall, browser: string, log: Log): MessageConnection {
  /** Resolves once the text has been sent, so that a stream waits for a slow window. */
  function send(text: unknown): Promise<void> {
    if (window.bufferedAmount > MOST_UNREAD_BYTES) {
      window.close(CLOSE.tooSlow, 'too much unread data')
      window.terminate()
    }
    return new Promise((resolve, reject) => {
      window.send(String(text), error => {
        if (!error) return resolve()
        // Nothing more can be sent to a window whose socket is broken or closing, also before ws reports its close.
        calls.close()
        reject(error)
      })
    })
  }
  const calls = serveMessages({ peer: new ServerPeer(send), send, answer, browser, log })
  window.on('message', (data, isBinary) => {
    if (isBinary) window.close(CLOSE.notText, 'messages must be text')
    else calls.receive(data.toString())
  })
  window.on('close', () => calls.close())
  // The frame broke the protocol or the size limit. ws has closed the socket with the matching code.
  window.on('error', error => log.debug({ err: error }, 'a window sent an invalid frame'))
  return calls
}
