import { createServer, type Server } from 'node:http'
import { afterEach, expect, test } from 'vitest'
import { listen } from '#http/listen'

const open: Server[] = []
afterEach(() => {
  for (const server of open.splice(0)) server.close()
})
function newServer(): Server {
  const server = createServer()
  open.push(server)
  return server
}
const listenAt = (asked: number | undefined, last: number | null) =>
  listen(newServer(), '127.0.0.1', asked, last)

test('a requested port that is in use is refused with a sentence that names it and says what to do', async () => {
  const { port } = await listenAt(0, null)
  await expect(listenAt(port, null)).rejects.toMatchObject({
    sentence: `Another program listens at 127.0.0.1:${port}. Choose another port with --port, or leave --port out.`,
  })
})

test('a folder is served at its last port again', async () => {
  const first = newServer()
  const { port } = await listen(first, '127.0.0.1', 0, null)
  await new Promise(resolve => first.close(resolve))
  expect(await listenAt(undefined, port)).toEqual({ port, instead: false })
})

test('any free port is used if the last one is taken', async () => {
  const { port: taken } = await listenAt(0, null)
  const { port } = await listenAt(0, taken)
  expect(port).not.toBe(taken)
})

test('a port requested by number takes precedence over the last one', async () => {
  const { port: last } = await listenAt(0, null)
  const free = newServer()
  const { port: asked } = await listen(free, '127.0.0.1', 0, null)
  await new Promise(resolve => free.close(resolve))
  expect(await listenAt(asked, last)).toEqual({ port: asked, instead: false })
})
