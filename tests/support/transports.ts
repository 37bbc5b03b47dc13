import { MessageChannel } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink as FetchLink } from '@orpc/client/fetch'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import { RPCLink as SocketLink } from '@orpc/client/websocket'
import type { ContractRouterClient } from '@orpc/contract'
import { WebSocket } from 'ws'
import type { Contract } from '#calls/contract'
import { servePort } from '#electron/office-port'
import { listen } from '#http/listen'
import { openPairings } from '#http/pairing'
import { createBoundedServer, serve } from '#http/serve'
import { systemClock } from '#office/law/clock'
import { type AnswerCall, answerCalls } from '#shell/messages/answer-calls'
import type { Log } from '#shell/start/log'
import { fromNodePort } from './node-port.ts'

export type Client = ContractRouterClient<Contract>
export type RawAnswer = { status: number; json: Record<string, unknown> & { message?: string } }

/** One window, over either of the two transports. The token is read anew for each call. */
export type Window = {
  office: Client
  /** For `changes.watch`. */
  live: Client
  /** Sends a call whose body is exactly this text. */
  sendText(path: string, body: string): Promise<RawAnswer>
  signedInAs(token: string | undefined): void
  close(): Promise<void>
}
export type Transport = { openWindow(): Promise<Window>; close(): Promise<void> }
export type OpenTransport = (
  router: Parameters<typeof answerCalls>[0],
  folder: string,
  log: Log,
) => Promise<Transport>

export const transports: { name: string; open: OpenTransport }[] = [
  { name: 'HTTP and WebSocket', open: overHttp },
  { name: 'a message port', open: overPorts },
]

async function overHttp(...[router, folder, log]: Parameters<OpenTransport>): Promise<Transport> {
  const server = createBoundedServer()
  const { port } = await listen(server, '127.0.0.1', 0, null)
  const pairings = openPairings(folder, port, systemClock)
  const readyLine = () => ({ ready: true as const, shell: 'browser' as const, url: '', database: '' })
  const answer = answerCalls(router, log)
  const office = {
    host: '127.0.0.1',
    port,
    answer,
    pairings,
    secret: 'secret',
    readyLine,
    pages: folder,
    log,
  }
  const served = serve(server, office)
  const origin = `http://127.0.0.1:${port}`
  const cookie = pairings.spend(pairings.newKey(1000))?.split(';')[0] ?? ''
  return { openWindow: () => httpWindow(origin, cookie), close: () => served.close() }
}

async function httpWindow(origin: string, cookie: string): Promise<Window> {
  let token: string | undefined
  const headers = () => ({ cookie, ...(token ? { authorization: `Bearer ${token}` } : {}) })
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/ws`, { headers: { cookie, origin } })
  await new Promise(resolve => socket.once('open', resolve))
  return {
    office: createORPCClient(new FetchLink({ url: `${origin}/rpc`, headers })),
    live: createORPCClient(
      new SocketLink({ websocket: socket as never, headers: () => authorization(token) }),
    ),
    async sendText(path, body) {
      const init = { method: 'POST', headers: { ...headers(), 'content-type': 'application/json' }, body }
      const response = await fetch(`${origin}/rpc${path}`, init)
      return { status: response.status, json: ((await response.json()) as { json: RawAnswer['json'] }).json }
    },
    signedInAs: next => void (token = next),
    async close() {
      const closed = new Promise(resolve => socket.once('close', resolve))
      socket.close()
      await closed
    },
  }
}

async function overPorts(...[router, , log]: Parameters<OpenTransport>): Promise<Transport> {
  const answer = answerCalls(router, log)
  return { openWindow: async () => portWindow(answer, log), close: async () => {} }
}

function portWindow(answer: AnswerCall, log: Log): Window {
  let token: string | undefined
  let sent = 0
  const { port1: port, port2 } = new MessageChannel()
  const end = servePort(fromNodePort(port2), answer, log)
  const link = new PortLink({ port: port as never, headers: () => authorization(token) })
  port.start()
  const office: Client = createORPCClient(link)
  return {
    office,
    live: office,
    sendText(path, body) {
      const id = `raw-${++sent}`
      return new Promise(resolve => {
        port.on('message', function take(data) {
          const { i, p } = JSON.parse(data)
          if (i !== id) return
          port.off('message', take)
          resolve({ status: p.s ?? 200, json: p.b.json })
        })
        port.postMessage(
          `{"i":"${id}","p":{"u":"${path}","h":${JSON.stringify(authorization(token))},"b":${body}}}`,
        )
      })
    },
    signedInAs: next => void (token = next),
    async close() {
      end()
      port.close()
    },
  }
}

function authorization(token: string | undefined): Record<string, string> {
  return token ? { authorization: `Bearer ${token}` } : {}
}
