import { beforeAll, expect, test, vi } from 'vitest'
import { servedFakeForTheFile } from '#tests/support/served-fake'

const araro = servedFakeForTheFile()
let cookie: string
beforeAll(async () => {
  cookie = await araro.pair()
})

test('a script can read a stream by POST', async () => {
  const reading = new AbortController()
  const response = await fetch(`${araro.origin}/rpc/changes/watch`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json', authorization: 'Bearer clerk' },
    body: '{"json":{"sinceSeq":5}}',
    signal: reading.signal,
  })
  expect(response.headers.get('content-type')).toBe('text/event-stream')
  let text = ''
  for await (const chunk of response.body ?? []) {
    text += new TextDecoder().decode(chunk)
    if (text.includes('"seq":7')) break
  }
  expect(text).toContain('event: message\ndata: {"json":{"seq":6,')
  reading.abort()
  await vi.waitFor(() => expect(araro.watched()).toBe(0))
})
