import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { serveMessages } from '#shell/messages/serve-messages'
import { recordedLog } from '#tests/support/recorded-log'

const unwaitedFor: unknown[] = []
const note = (error: unknown) => void unwaitedFor.push(error)
beforeEach(() => void process.on('unhandledRejection', note))
afterEach(() => {
  process.off('unhandledRejection', note)
  unwaitedFor.length = 0
})

const REFUSED = '{"i":"a","p":7}'

/** A connection over which nothing can be sent any more; `fail` lets the sends fail that wait. */
function brokenConnection() {
  const waiting: ((error: Error) => void)[] = []
  const recorded = recordedLog('info')
  const peer = { message: async () => undefined, close() {} }
  const send = () => new Promise((_, reject) => waiting.push(reject))
  const answer = async () => ({ status: 200, body: {} })
  return {
    ...recorded,
    calls: serveMessages({ peer, send, answer, browser: 'one', log: recorded.log }),
    fail: () => waiting.splice(0).map(reject => reject(new Error('the window is gone'))).length,
  }
}

test('a refusal that cannot be sent is waited for, and logged while the window is open', async () => {
  const { calls, fail, lines } = brokenConnection()
  calls.receive(REFUSED)
  await vi.waitFor(() => expect(fail()).toBe(1))
  await vi.waitFor(() => expect(lines.map(line => line.msg)).toEqual(['a message could not be answered']))
  expect(unwaitedFor).toEqual([])
})

test('refusals that a closing window does not read any more are logged nowhere', async () => {
  const { calls, fail, lines } = brokenConnection()
  for (let n = 0; n < 20; n++) calls.receive(REFUSED)
  calls.close()
  await vi.waitFor(() => expect(fail()).toBe(20))
  await new Promise(resolve => setImmediate(resolve))
  expect(lines).toEqual([])
  expect(unwaitedFor).toEqual([])
})
