import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { type AnswerCall, refusedCall } from '#shell/messages/answer-calls'
import { readPages } from '#shell/pages/read-page'
import type { Log } from '#shell/start/log'
import { type ReadyLine, SECOND_START_PATH } from './ask-first.ts'
import { answerHttpCall, CALLS_PREFIX } from './calls-over-http.ts'
import { CLOSE, openSockets, SOCKET_PATH } from './calls-over-websocket.ts'
import { EVENT_STREAM } from './event-stream.ts'
import { whyForeign } from './own-address.ts'
import { answerPage, answerStranger, answerUnwritten } from './pages.ts'
import type { Pairings } from './pairing.ts'
import { plainPages } from './plain-page.ts'
import { answerSecondStart } from './second-start.ts'
import { sendRefusal } from './send.ts'

export type Served = {
  /** Makes all open windows reload, because another file was opened. */
  startWindowsAnew(): void
  /** Accepts no more requests, ends streams and sockets, and gives calls in progress FINISHING_MS to finish. */
  close(): Promise<void>
}

const FINISHING_MS = 2000

/**
 * Serves the screens and the calls on a server that already listens. Every request is checked in this order: Host and
 * Origin, then the pairing, then the path.
 */
export function serve(
  server: Server,
  office: {
    host: string
    port: number
    answer: AnswerCall
    pairings: Pairings
    /** Proof of a second start on the same folder. */
    secret: string
    readyLine(opening: boolean): ReadyLine
    /** The folder of the built screens. */
    pages: string
    log: Log
  },
): Served {
  const { answer, pairings, log } = office
  const readPage = readPages(office.pages)
  const sendPlainPage = plainPages(office.pages)
  const sockets = openSockets(answer, log)
  const streams = new Set<ServerResponse>()

  async function route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const foreign = whyForeign(request.headers, office)
    if (foreign) return sendRefusal(response, 403, 'FORBIDDEN', foreign.sentence)
    const url = URL.parse(request.url ?? '/', 'http://araro')
    if (!url) return sendRefusal(response, 400, 'BAD_REQUEST', 'The address is not a valid URL.')
    const { pathname: path, searchParams } = url
    if (path === SECOND_START_PATH) return answerSecondStart(request, response, office)

    const key = path === '/' && request.method === 'GET' ? searchParams.get('key') : null
    const cookie = key === null ? null : spend(key, request, response)
    if (cookie === 'not written') return
    if (cookie) return redirectHome(response, cookie)
    const browser = pairings.browserOf(request.headers.cookie)
    if (browser === null) {
      const dead = key === null ? null : pairings.whyDead(key)
      return answerStranger(request, response, path, dead, sendPlainPage)
    }
    if (key !== null) return redirectHome(response)

    if (!path.startsWith(`${CALLS_PREFIX}/`)) return answerPage(request, response, path, readPage)
    streams.add(response)
    response.once('close', () => streams.delete(response))
    return answerHttpCall(request, response, path, answer, browser)
  }

  /** If the disk does not take the pairing, that is not a bug: the person at the browser is told what to do. */
  function spend(key: string, request: IncomingMessage, response: ServerResponse) {
    try {
      return pairings.spend(key, request.headers.cookie)
    } catch (error) {
      log.warn({ err: error }, 'a pairing could not be written down')
      answerUnwritten(request, response, key, error, sendPlainPage)
      return 'not written' as const
    }
  }

  server.off('request', sayStarting)
  server.on('request', (request, response) => {
    route(request, response).catch(error => {
      log.error({ err: error, path: request.url?.split('?')[0] }, 'a request failed')
      sendRefusal(
        response,
        500,
        'INTERNAL_SERVER_ERROR',
        'Araro could not answer because of an internal error. Its log has the details.',
      )
      if (response.headersSent && !response.writableEnded) response.destroy()
    })
  })

  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', error => log.debug({ err: error }, 'a socket broke'))
    const foreign = whyForeign(request.headers, office, true)
    if (foreign) return refuseUpgrade(socket, '403 Forbidden', foreign.sentence)
    const browser = pairings.browserOf(request.headers.cookie)
    if (browser === null)
      return refuseUpgrade(socket, '401 Unauthorized', 'This browser is not paired with Araro.')
    if (request.url?.split('?')[0] !== SOCKET_PATH)
      return refuseUpgrade(socket, '404 Not Found', `Araro's WebSocket is at ${SOCKET_PATH}.`)
    if (!sockets.hasRoom())
      return refuseUpgrade(socket, '503 Service Unavailable', 'Too many windows are open. Close one of them.')
    sockets.accept(request, socket, head, browser)
  })

  return {
    startWindowsAnew() {
      sockets.closeAll(CLOSE.startAnew, 'another file was opened')
      endStreams(streams)
    },
    async close() {
      sockets.closeAll(CLOSE.goingAway, 'Araro is closing')
      const closed = new Promise<void>(resolve => server.close(() => resolve()))
      endStreams(streams)
      server.closeIdleConnections()
      const cutOff = setTimeout(() => server.closeAllConnections(), FINISHING_MS)
      await closed
      clearTimeout(cutOff)
    },
  }
}

/** Creates a server whose limits keep one bad client from blocking the others. */
export function createBoundedServer(): Server {
  const server = createServer({
    maxHeaderSize: 16 * 1024,
    headersTimeout: 10_000,
    requestTimeout: 30_000,
    keepAliveTimeout: 65_000,
    // How often those are checked: connections on which nothing is sent must not take all places for long.
    connectionsCheckingInterval: 5000,
  })
  server.maxConnections = 1000
  server.on('request', sayStarting)
  return server
}

/** The server listens before the file is open, and a window that is reconnecting may call in between. */
function sayStarting(_: IncomingMessage, response: ServerResponse): void {
  sendRefusal(response, 503, 'SERVICE_UNAVAILABLE', 'Araro is starting. Try again in a moment.', {
    connection: 'close',
    'retry-after': '1',
  })
}

/** Redirects to the address without the key, so that no browser history or bookmark keeps the key. */
function redirectHome(response: ServerResponse, cookie?: string): void {
  const headers = { location: '/', 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' }
  response.writeHead(303, cookie ? { ...headers, 'set-cookie': cookie } : headers)
  response.end()
}

function endStreams(responses: Set<ServerResponse>): void {
  for (const response of responses)
    if (response.getHeader('content-type') === EVENT_STREAM) response.destroy()
}

function refuseUpgrade(socket: Duplex, status: string, sentence: string): void {
  const body = JSON.stringify(
    refusedCall(Number(status.slice(0, 3)), status.slice(4).toUpperCase(), sentence).body,
  )
  socket.end(
    `HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Type: application/json\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  )
}
