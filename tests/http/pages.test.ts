import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { servedFakeForTheFile, serveFake } from '#tests/support/served-fake'

const pages = mkdtempSync(join(tmpdir(), 'araro-pages-'))
const araro = servedFakeForTheFile(pages)
let cookie: string
beforeAll(async () => {
  mkdirSync(join(pages, 'assets'))
  writeFileSync(
    join(pages, 'index.html'),
    '<meta name="csp-nonce" content="__STYLE_NONCE__"><script src="a.js"></script>',
  )
  writeFileSync(join(pages, 'assets', 'main-Bx3f91Qz.js'), 'start()')
  writeFileSync(join(pages, 'araro.svg'), '<svg/>')
  writeFileSync(join(pages, 'assets', 'inter-latin-wght-normal-Ab3xY9.woff2'), 'typeface')
  writeFileSync(join(pages, 'secrets.env'), 'no')
  symlinkSync('/etc/hostname', join(pages, 'link.txt'))
  cookie = await araro.pair()
})
afterAll(() => rmSync(pages, { recursive: true }))

/** Uses Node's client, which sends a path unchanged; fetch would normalise it. */
function get(path: string, headers: Record<string, string> = { cookie }, method = 'GET') {
  return new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; text: string }>(
    (resolve, reject) => {
      const sent = request({ host: '127.0.0.1', port: araro.port, path, headers, method }, response => {
        let text = ''
        response.on('data', chunk => (text += chunk))
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
        )
      })
      sent.on('error', reject)
      sent.end()
    },
  )
}
function directives(policy: string): Map<string, string> {
  return new Map(
    policy.split('; ').map(each => [each.split(' ')[0] ?? '', each.split(' ').slice(1).join(' ')]),
  )
}

test('a page has a strict content security policy with a fresh nonce, which is also in its HTML', async () => {
  const { status, headers, text } = await get('/')
  expect(status).toBe(200)
  const policy = directives(String(headers['content-security-policy']))
  const [, nonce] = /'nonce-([^']+)'/.exec(policy.get('style-src') ?? '') ?? []
  expect(text).toContain(`content="${nonce}"`)
  expect(Object.fromEntries(policy)).toEqual({
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': `'self' 'nonce-${nonce}'`,
    'img-src': "'self' data:",
    'font-src': "'self'",
    'connect-src': `'self' ws://127.0.0.1:${araro.port}`,
    'base-uri': "'none'",
    'form-action': "'none'",
    'frame-ancestors': "'none'",
    'require-trusted-types-for': "'script'",
    'trusted-types': 'default araro',
  })
  expect((await get('/')).headers['content-security-policy']).not.toBe(headers['content-security-policy'])
})

test('every response has the protective headers', async () => {
  for (const path of ['/', '/araro.svg', '/assets/main-Bx3f91Qz.js', '/none']) {
    const { headers } = await get(path)
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    })
  }
})

test('files with a content hash in their name are cached for good, the page never', async () => {
  expect((await get('/assets/main-Bx3f91Qz.js')).headers).toMatchObject({
    'cache-control': 'public, max-age=31536000, immutable',
    'content-type': 'text/javascript; charset=utf-8',
  })
  expect((await get('/araro.svg')).headers['cache-control']).toBe('no-cache')
  expect((await get('/')).headers['cache-control']).toBe('no-store')
})

test.each([
  '/../package.json',
  '/assets/../../package.json',
  '/%2e%2e/package.json',
  '/..%2fpackage.json',
  '/assets/..%5c..%5cpackage.json',
  '//etc/hostname',
  '/link.txt',
  '/secrets.env',
  '/assets',
  '/assets/',
  '/index.html%00.js',
])('%s is answered with 404', async path => {
  expect((await get(path)).status).toBe(404)
})

test('HEAD is answered like GET without a body; other methods are refused with 405', async () => {
  const head = await get('/', { cookie }, 'HEAD')
  expect([head.status, head.text]).toEqual([200, ''])
  expect((await get('/', { cookie }, 'POST')).status).toBe(405)
})

test('a browser that is not paired gets only a page that explains how to pair it', async () => {
  const { status, text, headers } = await get('/', {})
  expect(status).toBe(401)
  expect(text).toContain('not paired with Araro yet')
  expect(String(headers['content-security-policy'])).toContain("default-src 'none'")
  expect((await get('/assets/main-Bx3f91Qz.js', {})).status).toBe(401)
})

test('the page for a browser that is not paired looks like Araro without loading anything, and dark where that is asked', async () => {
  const { text, headers } = await get('/', {})
  const inside = (type: string, content: string) =>
    `data:${type};base64,${Buffer.from(content).toString('base64')}`
  expect(text).toContain(inside('font/woff2', 'typeface'))
  expect(text).toContain(inside('image/svg+xml', '<svg/>'))
  expect(text).toContain('prefers-color-scheme: dark')
  const policy = directives(String(headers['content-security-policy']))
  expect([policy.get('default-src'), policy.get('font-src'), policy.get('img-src')]).toEqual([
    "'none'",
    'data:',
    'data:',
  ])
  for (const [, from] of text.matchAll(/(?:src|href|url)[=(]"?([^"\s)>]+)/g))
    expect(from).toMatch(/^(data:|\/$)/)
})

test.each([
  ['fil-PH,fil;q=0.9,en;q=0.8', 'fil'],
  ['tl', 'fil'],
  ['en-PH,fil;q=0.9', 'en'],
  ['fil;q=0.5, en;q=0.7', 'en'],
  ['de,fr;q=0.9', 'en'],
  ['', 'en'],
])('a browser that asks for “%s” is told in %s why it is not paired', async (accepted, language) => {
  const { text } = await get('/', { 'accept-language': accepted })
  expect(text).toContain(`<html lang="${language}">`)
  expect(text).toContain(language === 'fil' ? 'Hindi pa konektado' : 'not paired with Araro yet')
})

test('if the screens are not built, the answer is 503 and names the command that builds them', async () => {
  const bare = await serveFake()
  const paired = await bare.pair()
  const response = await fetch(bare.origin, { headers: { cookie: paired } })
  expect(response.status).toBe(503)
  expect(await response.text()).toContain('npm run build')
  await bare.close()
})
