import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import { openSockets } from '#http/calls-over-websocket'
import { recordedLog } from '#tests/support/recorded-log'

const HEARTBEAT_MS = 30_000
let port: number
const server = createServer()
beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  const never = new Promise<never>(() => {})
  const sockets = openSockets(() => never, recordedLog().log)
  server.on('upgrade', (request, socket, head) => sockets.accept(request, socket, head, 'one'))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
afterAll(() => {
  vi.useRealTimers()
  server.closeAllConnections()
  server.close()
})

async function openSocket() {
  const socket = new WebSocket(`ws://127.0.0.1:${port}`)
  await new Promise(resolve => socket.once('open', resolve))
  return socket
}
/** One heartbeat, answered by every open socket. */
async function heartbeat(answering: readonly WebSocket[]) {
  const pinged = answering.map(socket => new Promise(resolve => socket.once('ping', resolve)))
  vi.advanceTimersByTime(HEARTBEAT_MS)
  await Promise.all(pinged)
  // The pong is on its way before the next message is.
  await Promise.all(
    answering.map(socket => new Promise(resolve => socket.ping(resolve)).then(() => ponged(socket))),
  )
}
const ponged = (socket: WebSocket) => new Promise(resolve => socket.once('pong', resolve))

test('a socket without a call under way is closed at the second heartbeat, and one that waits for its answer stays', async () => {
  const idle = await openSocket()
  const waiting = await openSocket()
  waiting.send('{"i":"a","p":{"u":"/setup/state","b":{"json":{}}}}')
  await heartbeat([idle, waiting])
  const closed = new Promise(resolve => idle.once('close', resolve))
  await heartbeat([waiting])
  expect(await closed).toBe(1001)
  await heartbeat([waiting])
  expect(waiting.readyState).toBe(WebSocket.OPEN)
  waiting.terminate()
})
