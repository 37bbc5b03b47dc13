import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/websocket'
import type { ContractRouterClient } from '@orpc/contract'
import { beforeAll, expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import type { Contract } from '#calls/contract'
import { servedFakeForTheFile } from '#tests/support/served-fake'

const araro = servedFakeForTheFile()
let cookie: string
beforeAll(async () => {
  cookie = await araro.pair()
})

type Headers = { cookie?: string; origin?: string; host?: string }

function openSocket(headers: Headers, path = '/ws') {
  return new WebSocket(`ws://127.0.0.1:${araro.port}${path}`, { headers })
}
/** The status with which the socket was refused; 101 if it was accepted. */
function statusOf(headers: Headers, path?: string): Promise<number> {
  return new Promise(resolve => {
    const socket = openSocket(headers, path)
    socket.on('unexpected-response', (_, response) => resolve(response.statusCode ?? 0))
    socket.on('error', () => {})
    socket.on('open', () => {
      socket.terminate()
      resolve(101)
    })
  })
}
async function openWindow(authorization = 'Bearer clerk') {
  const socket = openSocket({ cookie, origin: araro.origin })
  await new Promise(resolve => socket.once('open', resolve))
  const link = new RPCLink({
    websocket: socket as unknown as globalThis.WebSocket,
    headers: { authorization },
  })
  return { socket, office: createORPCClient<ContractRouterClient<Contract>>(link) }
}
const closeCode = (socket: WebSocket) => new Promise<number>(resolve => socket.once('close', resolve))

test('a socket is accepted from our own paired window only; a missing Origin is refused', async () => {
  const { origin } = araro
  expect(await statusOf({ cookie, origin })).toBe(101)
  expect(await statusOf({ cookie })).toBe(403)
  expect(await statusOf({ cookie, origin: 'http://evil.example' })).toBe(403)
  expect(await statusOf({ cookie, origin: 'http://evil.example', host: 'evil.example' })).toBe(403)
  expect(await statusOf({ origin })).toBe(401)
  expect(await statusOf({ cookie: cookie.replace(/=.*/, '=guess'), origin })).toBe(401)
  expect(await statusOf({ cookie, origin }, '/other')).toBe(404)
})

test('the user is read from each message: two calls on one socket can have different users', async () => {
  const one = await openWindow('Bearer clerk')
  expect((await one.office.auth.who({})).user?.name).toBe('Bearer clerk')
  const other = createORPCClient<ContractRouterClient<Contract>>(
    new RPCLink({
      websocket: one.socket as unknown as globalThis.WebSocket,
      headers: { authorization: 'Bearer x' },
    }),
  )
  await expect(other.changes.head({})).rejects.toMatchObject({ status: 401 })
  expect(await one.office.changes.head({})).toMatchObject({ seq: 7 })
  one.socket.close()
})

test('the office is told from which browser a call comes: the same over HTTP and a socket', async () => {
  const browser = araro.pairings.browserOf(cookie)
  const { socket, office } = await openWindow()
  expect((await office.setup.state({})).officeName).toBe(browser)
  expect((await araro.call('setup/state', { cookie })).json.officeName).toBe(browser)
  expect((await araro.call('setup/state', { cookie: await araro.pair() })).json.officeName).not.toBe(browser)
  socket.close()
})

test('a stream reaches the window, and ends in the office when the window disconnects', async () => {
  const { socket, office } = await openWindow()
  const stream = await office.changes.watch({ sinceSeq: 40 })
  expect((await stream.next()).value).toMatchObject({ seq: 41 })
  expect((await stream.next()).value).toMatchObject({ seq: 42 })
  expect(araro.watched()).toBe(1)
  socket.terminate()
  await vi.waitFor(() => expect(araro.watched()).toBe(0))
})

test('a stream ends when the window cancels it, and the socket stays usable', async () => {
  const { socket, office } = await openWindow()
  const stream = await office.changes.watch({ sinceSeq: 0 })
  await stream.next()
  await stream.return?.()
  await vi.waitFor(() => expect(araro.watched()).toBe(0))
  expect(await office.changes.head({})).toMatchObject({ seq: 7 })
  socket.close()
})

test.each([
  ['not JSON', 'hello'],
  ['cut short', '{"i":"x1","p":{"u":"/setup'],
  ['an array', '[]'],
  ['null', 'null'],
  ['without an id', '{"p":{"u":"/setup/state"}}'],
  ['one with an id that is not text', '{"i":{"a":1},"p":{"u":"/setup/state"}}'],
  ['without a path', '{"i":"x1","p":{}}'],
  ['one with a number as its path', '{"i":"x1","p":{"u":7}}'],
  ['one with a list as its headers', '{"i":"x1","p":{"u":"/setup/state","h":[]}}'],
  ['a file', '{"i":"x1","p":{"u":"/setup/state","h":{"content-disposition":"filename=x"}}}'],
  ['a form', '{"i":"x1","p":{"u":"/setup/state","h":{"content-type":"multipart/form-data; boundary=x"}}}'],
  [
    'a stream from the window',
    '{"i":"x1","p":{"u":"/setup/state","h":{"content-type":"text/event-stream"}}}',
  ],
  ['an event without a stream', '{"i":"x1","t":3,"p":{"e":"message"}}'],
  ['of an unknown kind', '{"i":"x1","t":99}'],
  ['one with __proto__', '{"__proto__":{"i":"x1"},"i":"x1","p":{"__proto__":{"u":"/setup/state"}}}'],
  [
    'deeply nested',
    `{"i":"x1","p":{"u":"/setup/state","b":{"json":${'['.repeat(100_000)}${']'.repeat(100_000)}}}}`,
  ],
])('a message that is %s ends neither the process nor the socket', async (_, message) => {
  const { socket, office } = await openWindow()
  socket.send(message)
  expect(await office.changes.head({})).toMatchObject({ seq: 7 })
  socket.close()
})

test('an unreadable call is answered with 400 if it has an id', async () => {
  const { socket } = await openWindow()
  const answer = new Promise<string>(resolve => socket.once('message', data => resolve(data.toString())))
  socket.send('{"i":"abc","p":{"u":7}}')
  expect(JSON.parse(await answer)).toMatchObject({
    i: 'abc',
    p: { s: 400, b: { json: { code: 'BAD_REQUEST' } } },
  })
  socket.close()
})

test('a window that closes under refused messages leaves nothing in the log but what was refused', async () => {
  const unwaitedFor: unknown[] = []
  const note = (error: unknown) => void unwaitedFor.push(error)
  process.on('unhandledRejection', note)
  const before = araro.lines.length
  for (let n = 0; n < 5; n++) {
    const { socket } = await openWindow()
    for (let sent = 0; sent < 300; sent++) socket.send(`{"i":"m${sent}","p":{"u":7}}`)
    const closed = closeCode(socket)
    if (n % 2) socket.close()
    else socket.terminate()
    await closed
  }
  const { socket, office } = await openWindow()
  expect(await office.changes.head({})).toMatchObject({ seq: 7 })
  socket.close()
  process.off('unhandledRejection', note)
  expect(unwaitedFor).toEqual([])
  expect(araro.lines.slice(before).filter(line => line.level > 20)).toEqual([])
})

test('an unknown call is answered with 404', async () => {
  const { socket, office } = await openWindow()
  const unknown = office as unknown as { bookings: { nothing(input: object): Promise<unknown> } }
  await expect(unknown.bookings.nothing({})).rejects.toMatchObject({ status: 404 })
  socket.close()
})

test('a message above one mebibyte closes its own socket and no other', async () => {
  const { socket } = await openWindow()
  const other = await openWindow()
  const closed = closeCode(socket)
  socket.send('x'.repeat(1024 * 1024 + 1))
  expect(await closed).toBe(1009)
  expect(await other.office.changes.head({})).toMatchObject({ seq: 7 })
  other.socket.close()
})

test('a binary message closes the socket', async () => {
  const { socket } = await openWindow()
  const closed = closeCode(socket)
  socket.send(Buffer.from([1, 2, 255]))
  expect(await closed).toBe(1003)
})

test('calls beyond 200 at once are refused with 429, and the window is served again afterwards', async () => {
  const { socket, office } = await openWindow()
  const streams = await Promise.allSettled(
    Array.from({ length: 230 }, () => office.changes.watch({ sinceSeq: 0 })),
  )
  const refused = streams.filter(each => each.status === 'rejected')
  expect(refused.length).toBe(30)
  expect(refused[0]?.reason).toMatchObject({ status: 429 })
  for (const each of streams) if (each.status === 'fulfilled') await each.value.return?.()
  await vi.waitFor(async () => expect(await office.changes.head({})).toMatchObject({ seq: 7 }))
  socket.close()
})

test('of too many windows, those without a call under way are disconnected, and only then is the next one refused', async () => {
  const idle = await openWindow()
  const closed = closeCode(idle.socket)
  const following = await Promise.all(
    Array.from({ length: 99 }, async () => {
      const { socket, office } = await openWindow()
      const feed = await office.changes.watch({ sinceSeq: 0 })
      await feed.next()
      return socket
    }),
  )
  const { origin } = araro
  expect(await statusOf({ cookie, origin })).toBe(101)
  expect(await closed).toBe(1006)
  const last = await openWindow()
  const feed = await last.office.changes.watch({ sinceSeq: 0 })
  await feed.next()
  expect(await statusOf({ cookie, origin })).toBe(503)
  const left = closeCode(following[0]!)
  following[0]!.close()
  await left
  await vi.waitFor(async () => expect(await statusOf({ cookie, origin })).toBe(101))
  await Promise.all(
    [...following.slice(1), last.socket].map(socket => {
      const gone = closeCode(socket)
      socket.close()
      return gone
    }),
  )
  await vi.waitFor(() => expect(araro.watched()).toBe(0))
})

test('when another file is opened, open windows are told to reload', async () => {
  const { socket } = await openWindow()
  const closed = closeCode(socket)
  araro.served.startWindowsAnew()
  expect(await closed).toBe(4001)
})
