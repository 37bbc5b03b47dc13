import { MessageChannel } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import { afterEach, expect, test, vi } from 'vitest'
import type { Contract } from '#calls/contract'
import { servePort } from '#electron/office-port'
import { answerCalls } from '#shell/messages/answer-calls'
import { fakeOffice } from '#tests/support/fake-office'
import { fromNodePort } from '#tests/support/node-port'
import { recordedLog } from '#tests/support/recorded-log'

const opened: (() => void)[] = []
afterEach(() => {
  for (const end of opened.splice(0)) end()
})

function openWindow(authorization = 'Bearer clerk') {
  const { port1: port, port2 } = new MessageChannel()
  const fake = fakeOffice()
  const { log, errors } = recordedLog()
  const end = servePort(fromNodePort(port2), answerCalls(fake.router, log), log)
  const link = new RPCLink({ port: port as never, headers: { authorization } })
  port.start()
  opened.push(end, () => port.close())
  return {
    port,
    end,
    errors,
    watched: fake.watched,
    office: createORPCClient<ContractRouterClient<Contract>>(link),
  }
}
/** The next message from the office, parsed. */
function nextAnswer(port: MessageChannel['port1']) {
  return new Promise<unknown>(resolve => port.once('message', data => resolve(JSON.parse(data))))
}

test('a call is answered, for the user named in its message', async () => {
  const { office } = openWindow('Bearer ana')
  expect((await office.auth.who({})).user?.name).toBe('Bearer ana')
  await expect(office.changes.head({})).rejects.toMatchObject({ status: 401, message: 'Sign in first.' })
})

test('all windows of the desktop shell count as one browser', async () => {
  const [one, other] = [openWindow('Bearer ana'), openWindow('Bearer ben')]
  expect((await one.office.setup.state({})).officeName).toBe('desktop')
  expect((await other.office.setup.state({})).officeName).toBe('desktop')
})

test.each([
  ['not JSON', 'hello'],
  ['undefined', undefined],
  ['a number', 7],
  ['an object', { i: 'x', p: { u: '/setup/state' } }],
  ['bytes', new Uint8Array([1, 255, 2])],
  ['a map', new Map([['i', 'x']])],
  ['cut short', '{"i":"x","p":'],
  ['not a call', '{"i":"x","p":7}'],
  ['a call to an invalid address', '{"i":"x","p":{"u":"http://evil.example:99999/"}}'],
  ['a file', '{"i":"x","p":{"u":"/setup/state","h":{"content-disposition":"attachment"}}}'],
  ['one with __proto__', '{"i":"x","p":{"u":"/setup/state","b":{"json":{"__proto__":{"admin":true}}}}}'],
  [
    'deeply nested',
    `{"i":"x","p":{"u":"/setup/state","b":{"json":${'['.repeat(100_000)}${']'.repeat(100_000)}}}}`,
  ],
  [
    'one with invalid meta',
    '{"i":"x","p":{"u":"/setup/state","b":{"json":{},"meta":[[1,"__proto__","a"]]}}}',
  ],
])('a message that is %s ends neither the process nor the port', async (_, message) => {
  const { port, office, errors } = openWindow()
  port.postMessage(message)
  expect(await office.changes.head({})).toMatchObject({ seq: 7 })
  expect(errors()).toEqual([])
})

test('a call larger than one mebibyte is answered with 413 and a sentence', async () => {
  const { office } = openWindow()
  const tooLarge = office.changes.head({ padding: 'x'.repeat(1024 * 1024) } as never)
  await expect(tooLarge).rejects.toMatchObject({ status: 413, message: expect.stringContaining('1 MiB') })
  expect(await office.changes.head({})).toMatchObject({ seq: 7 })
})

test('an unreadable call is answered with 400 if it has an id', async () => {
  const { port } = openWindow()
  const answer = nextAnswer(port)
  port.postMessage('{"i":"mine","p":7}')
  expect(await answer).toMatchObject({ i: 'mine', p: { s: 400 } })
})

test('an internal error is answered without its details', async () => {
  const { office, errors } = openWindow()
  await expect(office.settings.get({})).rejects.toMatchObject({
    status: 500,
    message: expect.not.stringContaining('hunter2'),
  })
  expect(errors().length).toBe(1)
})

test('a stream ends in the office when the window closes its port', async () => {
  const { port, office, watched } = openWindow()
  const stream = await office.changes.watch({ sinceSeq: 1 })
  expect((await stream.next()).value).toMatchObject({ seq: 2 })
  expect(watched()).toBe(1)
  port.close()
  await vi.waitFor(() => expect(watched()).toBe(0))
})

test('when the shell closes the port, its streams end; closing it again does nothing', async () => {
  const { port, end, office, watched } = openWindow()
  const stream = await office.changes.watch({ sinceSeq: 1 })
  await stream.next()
  const closed = new Promise(resolve => port.once('close', resolve))
  end()
  end()
  await closed
  await vi.waitFor(() => expect(watched()).toBe(0))
})
