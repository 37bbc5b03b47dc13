import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { APP_SCHEMES, serveAppPages } from '#electron/app-protocol'
import { recordedLog } from '#tests/support/recorded-log'

const pages = mkdtempSync(join(tmpdir(), 'araro-app-'))
let get: (url: string, method?: string) => Promise<Response>
beforeAll(() => {
  mkdirSync(join(pages, 'assets'))
  writeFileSync(join(pages, 'index.html'), '<meta name="csp-nonce" content="__STYLE_NONCE__">')
  writeFileSync(join(pages, 'assets', 'main-Bx3f91Qz.js'), 'start()')
  serveAppPages(
    {
      handle: (_scheme, answer) => {
        get = async (url, method = 'GET') => answer({ url, method } as Request) as Promise<Response>
      },
    },
    pages,
    recordedLog().log,
  )
})
afterAll(() => rmSync(pages, { recursive: true }))

test('the scheme has an origin and cannot be used with fetch', () => {
  expect(APP_SCHEMES).toEqual([
    { scheme: 'app', privileges: { standard: true, secure: true, codeCache: true } },
  ])
})

test('the page has the content security policy of the browser shell, without a socket', async () => {
  const response = await get('app://araro/')
  const policy = response.headers.get('content-security-policy') ?? ''
  const [, nonce] = /'nonce-([^']+)'/.exec(policy) ?? []
  expect(response.status).toBe(200)
  expect(await response.text()).toContain(`content="${nonce}"`)
  expect(policy).toContain("default-src 'none'; script-src 'self';")
  expect(policy).toContain("connect-src 'self';")
  expect(policy).toContain("require-trusted-types-for 'script'")
})

test('files are served with their content type', async () => {
  const response = await get('app://araro/assets/main-Bx3f91Qz.js')
  expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  expect(await response.text()).toBe('start()')
})

test.each(['app://other/', 'app://araro/../package.json', 'app://araro/none', 'app://araro/assets'])(
  '%s is answered with 404',
  async url => {
    expect((await get(url)).status).toBe(404)
  },
)

test('any method but GET is answered with 404', async () => {
  expect((await get('app://araro/', 'POST')).status).toBe(404)
})
