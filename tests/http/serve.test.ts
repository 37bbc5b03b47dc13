import { request } from 'node:http'
import { connect } from 'node:net'
import { beforeAll, expect, test } from 'vitest'
import { createBoundedServer } from '#http/serve'
import { servedFakeForTheFile } from '#tests/support/served-fake'

const araro = servedFakeForTheFile()
let cookie: string
beforeAll(async () => {
  cookie = await araro.pair()
})

/** Uses Node's client, because fetch does not allow a forged Host or Origin. */
function ask(
  headers: Record<string, string>,
  method = 'POST',
  path = '/rpc/setup/state',
  body = '{"json":{}}',
) {
  return new Promise<{ status: number; message: string }>((resolve, reject) => {
    const sent = request(
      {
        host: '127.0.0.1',
        port: araro.port,
        method,
        path,
        headers: { 'content-type': 'application/json', ...headers },
      },
      response => {
        let text = ''
        response.on('data', chunk => (text += chunk))
        response.on('end', () => {
          const message = text.startsWith('{') ? JSON.parse(text).json.message : text
          resolve({ status: response.statusCode ?? 0, message })
        })
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })
}

test('our own window is served at 127.0.0.1 and at localhost', async () => {
  expect((await ask({ cookie, origin: araro.origin })).status).toBe(200)
  const localhost = `localhost:${araro.port}`
  expect((await ask({ cookie, host: localhost, origin: `http://${localhost}` })).status).toBe(200)
})

test.each([
  ['another site', 'http://evil.example'],
  ['another port of this computer', 'http://127.0.0.1:1'],
  ['another name of this computer than the one that was asked', 'http://localhost'],
  ['a sandboxed page', 'null'],
  ['the same address over https', 'https://127.0.0.1'],
])('a call from %s is refused with 403, paired or not', async (_, origin) => {
  expect((await ask({ cookie, origin })).status).toBe(403)
  expect((await ask({ origin })).status).toBe(403)
})

test.each(['evil.example', 'evil.example:80', '127.0.0.1', '127.0.0.1:1', '127.0.0.1.evil.example'])(
  'a foreign Host that points to this computer (%s) is refused with 403',
  async host => {
    expect((await ask({ cookie, host })).status).toBe(403)
  },
)

test.each([
  'text/plain',
  'multipart/form-data; boundary=x',
  'application/x-www-form-urlencoded',
  'application/jsonp',
])('a body of type %s is refused with 415', async type => {
  expect((await ask({ cookie, 'content-type': type })).status).toBe(415)
})

test('a content type of JSON with a character set is accepted', async () => {
  expect((await ask({ cookie, 'content-type': 'Application/JSON; charset=utf-8' })).status).toBe(200)
})

test.each(['GET', 'PUT', 'DELETE', 'OPTIONS'])('a call by %s is refused with 405', async method => {
  expect((await ask({ cookie }, method, '/rpc/setup/state', '')).status).toBe(405)
})

test.each([
  '/rpc/bookings/nothing',
  '/rpc/setup',
  '/rpc/',
  '/rpc/setup/state/more',
  '/rpc/__proto__/constructor',
  '/rpc/setup/__proto__',
  '/rpc/setup%2Fstate',
])('%s is not a call and is answered with 404, as JSON', async path => {
  const { status, message } = await ask({ cookie }, 'POST', path)
  expect(status).toBe(404)
  expect(message).toContain('no such call')
})

test('a body of one mebibyte is accepted; one byte more is refused with 413 and a sentence', async () => {
  const around = '{"json":{},"more":""}'.length
  const fits = JSON.stringify({ json: {}, more: 'x'.repeat(1024 * 1024 - around) })
  expect(Buffer.byteLength(fits)).toBe(1024 * 1024)
  expect((await araro.call('setup/state', { cookie, body: fits })).status).toBe(200)
  const tooLarge = await araro.call('setup/state', { cookie, body: `${fits} ` })
  expect(tooLarge.status).toBe(413)
  expect(tooLarge.json.message).toContain('1 MiB')
})

test('a body that is too large is refused also without a Content-Length', async () => {
  const status = await new Promise(resolve => {
    const headers = { 'content-type': 'application/json', cookie }
    const sent = request({
      host: '127.0.0.1',
      port: araro.port,
      method: 'POST',
      path: '/rpc/setup/state',
      headers,
    })
    sent.on('response', response => resolve(response.statusCode))
    sent.on('error', () => {})
    for (let i = 0; i < 20; i += 1) sent.write('x'.repeat(100_000))
    sent.end()
  })
  expect(status).toBe(413)
})

test.each([
  '',
  'no json',
  'null',
  '7',
  '"text"',
  '[]',
  '{"json":',
  '[['.repeat(200_000),
  '{"meta":7}',
  '{"json":{},"meta":[[1,"a"]]}',
])('a body that is not a call is refused with 400 and a sentence (case %#)', async body => {
  const { status, json } = await araro.call('setup/state', { cookie, body })
  expect(status).toBe(400)
  expect(json.message).toMatch(/\w/)
})

test('the sign-in is checked before the body: without one the answer is 401, whatever the body', async () => {
  for (const body of ['no json', '{"json":{"extra":1}}', '{"json":{},"meta":[[1,"a"]]}']) {
    expect((await araro.call('changes/head', { cookie, body })).status).toBe(401)
    const signedIn = { cookie, body, headers: { authorization: 'Bearer clerk' } }
    expect((await araro.call('changes/head', signedIn)).status).toBe(400)
  }
})

test('an internal error is answered without its details, and logged', async () => {
  const before = araro.errors().length
  const { status, text } = await araro.call('settings/get', { cookie })
  expect(status).toBe(500)
  expect(text).not.toContain('hunter2')
  expect(text).not.toContain('node_modules')
  expect(araro.errors().length).toBe(before + 1)
})

test('bytes that are not HTTP do not end the server', async () => {
  for (const bytes of [
    '\0\0\0\r\n\r\n',
    'GET\r\n\r\n',
    `GET / HTTP/1.1\r\nHost: ${'x'.repeat(40_000)}\r\n\r\n`,
  ]) {
    await new Promise<void>(resolve => {
      const socket = connect(araro.port, '127.0.0.1', () => socket.write(bytes))
      socket.on('error', () => {})
      socket.on('close', () => resolve())
      socket.resume()
    })
  }
  expect((await araro.call('setup/state', { cookie })).status).toBe(200)
})

test('an invalid URL is refused', async () => {
  expect((await ask({ cookie }, 'GET', 'http://[', '')).status).toBeGreaterThanOrEqual(400)
  expect((await araro.call('setup/state', { cookie })).status).toBe(200)
})

test('a second start gets an address only with the secret from the data folder, and never from a page', async () => {
  const ask2 = (headers: Record<string, string>) => ask(headers, 'POST', '/second-start', '')
  expect((await ask2({ authorization: 'Secret wrong' })).status).toBe(403)
  expect((await ask2({ cookie })).status).toBe(403)
  expect((await ask2({ authorization: 'Secret the-secret', origin: araro.origin })).status).toBe(403)
  const response = await fetch(`${araro.origin}/second-start`, {
    method: 'POST',
    headers: { authorization: 'Secret the-secret' },
  })
  const line = (await response.json()) as { url: string }
  expect((await fetch(line.url, { redirect: 'manual' })).status).toBe(303)
})

test('a connection on which nothing is sent has its place for at most fifteen seconds', () => {
  const { headersTimeout, ...server } = createBoundedServer()
  // Node ends such a connection when it looks the next time after the limit; by itself it looks every half minute.
  const { connectionsCheckingInterval } = server as { connectionsCheckingInterval?: number }
  expect(connectionsCheckingInterval).toBeGreaterThan(0)
  expect(headersTimeout + (connectionsCheckingInterval ?? 0)).toBeLessThanOrEqual(15_000)
})
