import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { listen } from '#http/listen'
import { openPairings } from '#http/pairing'
import { createBoundedServer, serve } from '#http/serve'
import { answerCalls } from '#shell/messages/answer-calls'
import { fakeOffice } from './fake-office.ts'
import { recordedLog } from './recorded-log.ts'
import { standingClock } from './standing-clock.ts'

/** Runs the browser shell over a fake office in this process, with a clock that tests can move. */
export async function serveFake(pages = join(tmpdir(), 'araro-no-pages')) {
  const folder = mkdtempSync(join(tmpdir(), 'araro-http-'))
  const office = fakeOffice()
  const recorded = recordedLog()
  const server = createBoundedServer()
  const { port } = await listen(server, '127.0.0.1', 0, null)
  const clock = standingClock(1_800_000_000_000)
  const pairings = openPairings(folder, port, clock)
  const origin = `http://127.0.0.1:${port}`
  const served = serve(server, {
    host: '127.0.0.1',
    port,
    answer: answerCalls(office.router, recorded.log),
    pairings,
    secret: 'the-secret',
    readyLine: opening => ({
      ready: true,
      shell: 'browser',
      url: `${origin}/?key=${pairings.newKey(opening ? 60_000 : 600_000)}`,
      database: join(folder, 'fake.db'),
    }),
    pages,
    log: recorded.log,
  })

  /** Spends a key. @returns the cookie in the form in which a browser sends it */
  async function pair(): Promise<string> {
    const response = await fetch(`${origin}/?key=${pairings.newKey(60_000)}`, { redirect: 'manual' })
    return cookieOf(response)
  }
  async function call(
    path: string,
    init: { cookie?: string; body?: string; headers?: Record<string, string> } = {},
  ) {
    const response = await fetch(`${origin}/rpc/${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(init.cookie ? { cookie: init.cookie } : {}),
        ...init.headers,
      },
      body: init.body ?? '{"json":{}}',
    })
    const text = await response.text()
    return { status: response.status, headers: response.headers, text, json: JSON.parse(text).json }
  }
  return {
    ...office,
    ...recorded,
    folder,
    port,
    origin,
    clock,
    pairings,
    served,
    pair,
    call,
    async close() {
      await served.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
export type ServedFake = Awaited<ReturnType<typeof serveFake>>

/** The same for all tests of a file. */
export function servedFakeForTheFile(pages?: string): ServedFake {
  const araro = {} as ServedFake
  beforeAll(async () => {
    Object.assign(araro, await serveFake(pages))
  })
  afterAll(() => araro.close())
  return araro
}

export function cookieOf(response: Response): string {
  return response.headers.get('set-cookie')?.split(';')[0] ?? ''
}
