import { existsSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openPairings, PAIRINGS_FILE } from '#http/pairing'
import { cookieOf, type ServedFake, serveFake } from '#tests/support/served-fake'

const DAY_MS = 86_400_000
let araro: ServedFake
beforeEach(async () => {
  araro = await serveFake()
})
afterEach(() => araro.close())

const open = (url: string, cookie = '') =>
  fetch(url, { redirect: 'manual', headers: cookie ? { cookie } : {} })

test('opening the address pairs the browser and redirects to the address without the key', async () => {
  const response = await open(`${araro.origin}/?key=${araro.pairings.newKey(60_000)}`)
  expect(response.status).toBe(303)
  expect(response.headers.get('location')).toBe('/')
  const cookie = response.headers.get('set-cookie') ?? ''
  expect(cookie).toMatch(/; HttpOnly; SameSite=Strict$/)
  expect(cookie).toMatch(new RegExp(`^araro-${araro.port}-[0-9a-f]{12}=`))
  expect((await araro.call('setup/state', { cookie: cookieOf(response) })).status).toBe(200)
})

test('a key works once: the second browser gets a page that explains it, without scripts', async () => {
  const url = `${araro.origin}/?key=${araro.pairings.newKey(60_000)}`
  const first = cookieOf(await open(url))
  const second = await open(url)
  expect(second.status).toBe(401)
  expect(second.headers.get('set-cookie')).toBeNull()
  expect(second.headers.get('content-security-policy')).not.toContain('script-src')
  const page = await second.text()
  expect(page).toContain('been used already')
  expect(page).not.toContain('<script')
  expect((await open(url, first)).headers.get('location')).toBe('/')
})

test('a person is told whether an address was used, has expired or is unknown, as far as Araro knows', async () => {
  const used = araro.pairings.newKey(60_000)
  const late = araro.pairings.newKey(60_000)
  await open(`${araro.origin}/?key=${used}`)
  const said = async (key: string) => {
    const response = await open(`${araro.origin}/?key=${key}`)
    return [response.status, /<h1>(.*)<\/h1>/.exec(await response.text())?.[1]]
  }
  expect(await said('never-made')).toEqual([401, 'Araro does not know this address'])
  araro.clock.pass(60_000)
  expect(await said(late)).toEqual([401, 'This address has expired'])
  expect(await said(used)).toEqual([401, 'This address has been used already'])
  const restarted = openPairings(araro.folder, araro.port, araro.clock)
  expect([restarted.whyDead(used), restarted.whyDead(late)]).toEqual(['unknown', 'unknown'])
})

test('a thousand addresses are remembered: those that work no more are forgotten before one that works', async () => {
  const works = araro.pairings.newKey(600_000)
  const used = araro.pairings.newKey(600_000)
  await open(`${araro.origin}/?key=${used}`)
  for (let made = 0; made < 999; made++) araro.pairings.newKey(600_000)
  expect(araro.pairings.whyDead(used)).toBe('unknown')
  expect(araro.pairings.spend(works)).not.toBeNull()
})

test('a key expires exactly at the end of its time', async () => {
  const key = araro.pairings.newKey(60_000)
  const late = araro.pairings.newKey(60_000)
  araro.clock.pass(59_999)
  expect(araro.pairings.spend(key)).not.toBeNull()
  araro.clock.pass(1)
  expect(araro.pairings.spend(late)).toBeNull()
})

test('a key expires by a clock that only goes up: setting the PC’s clock neither ends it nor keeps it', () => {
  const key = araro.pairings.newKey(60_000)
  araro.clock.ms += 365 * DAY_MS
  expect(araro.pairings.spend(key)).not.toBeNull()
  const late = araro.pairings.newKey(60_000)
  araro.clock.ms -= 10 * 365 * DAY_MS
  araro.clock.monotonic += 60_000
  expect(araro.pairings.spend(late)).toBeNull()
})

test('a clock that was years ahead ends no pairing once it is right again, and keeps none for years', async () => {
  const unused = await araro.pair()
  araro.clock.ms += 10 * 365 * DAY_MS
  const used = await araro.pair()
  expect(araro.pairings.browserOf(unused)).toBeNull()
  araro.clock.ms -= 10 * 365 * DAY_MS
  expect(araro.pairings.browserOf(unused)).not.toBeNull()
  expect(araro.pairings.browserOf(used)).not.toBeNull()
  araro.clock.pass(180 * DAY_MS)
  expect(araro.pairings.browserOf(used)).toBeNull()
})

test('a call without the cookie is refused with 401 and a sentence', async () => {
  const { status, json } = await araro.call('setup/state')
  expect(status).toBe(401)
  expect(json).toMatchObject({ code: 'NOT_PAIRED', message: expect.stringContaining('not paired') })
  const wrong = (await araro.pair()).replace(/=.*/, '=guess')
  expect((await araro.call('setup/state', { cookie: wrong })).status).toBe(401)
})

test('pairings survive a restart, and their file has only hashes and is readable by this user only', async () => {
  const cookie = await araro.pair()
  const file = join(araro.folder, PAIRINGS_FILE)
  const restarted = openPairings(araro.folder, araro.port, araro.clock)
  expect(restarted.browserOf(cookie)).not.toBeNull()
  expect(restarted.browserOf(undefined)).toBeNull()
  expect(readFileSync(file, 'utf8')).not.toContain(cookie.split('=')[1])
  expect(statSync(file).mode & 0o777).toBe(0o600)
})

test('a pairing is valid at its own port only, although browsers send the cookie to every port', async () => {
  const cookie = await araro.pair()
  expect(openPairings(araro.folder, araro.port + 1, araro.clock).browserOf(cookie)).toBeNull()
})

test('a hundred browsers are paired at most: each one more takes the place of the one that was paired first', async () => {
  const cookies = []
  for (let count = 0; count < 102; count++) cookies.push(await araro.pair())
  const restarted = openPairings(araro.folder, araro.port, araro.clock)
  for (const pairings of [araro.pairings, restarted])
    expect(cookies.map(cookie => pairings.browserOf(cookie) !== null)).toEqual(
      cookies.map((_, index) => index >= 2),
    )
})

test('a damaged file of pairings counts as empty, and new pairings work', async () => {
  const cookie = await araro.pair()
  writeFileSync(join(araro.folder, PAIRINGS_FILE), '{"name":"../..","paired":[{"hash":1}]}')
  const restarted = openPairings(araro.folder, araro.port, araro.clock)
  expect(restarted.browserOf(cookie)).toBeNull()
  expect(restarted.spend(restarted.newKey(1000))).toContain('HttpOnly')
})

test('a paired browser that opens a fresh address keeps its pairing, and another browser has another', async () => {
  const cookie = await araro.pair()
  const again = await open(`${araro.origin}/?key=${araro.pairings.newKey(60_000)}`, cookie)
  expect(again.status).toBe(303)
  expect(cookieOf(again)).toBe(cookie)
  const browser = araro.pairings.browserOf(cookie)
  expect(browser).toMatch(/^[\w-]{16}$/)
  expect(cookie).not.toContain(browser)
  expect(araro.pairings.browserOf(await araro.pair())).not.toBe(browser)
  expect(openPairings(araro.folder, araro.port, araro.clock).browserOf(cookie)).toBe(browser)
})

test('a pairing that is not used for 180 days expires', async () => {
  const cookie = await araro.pair()
  araro.clock.pass(100 * DAY_MS)
  expect(araro.pairings.browserOf(cookie)).not.toBeNull()
  araro.clock.pass(179 * DAY_MS)
  expect(araro.pairings.browserOf(cookie)).not.toBeNull()
  araro.clock.pass(180 * DAY_MS)
  expect(araro.pairings.browserOf(cookie)).toBeNull()
})

describe('on a full disk', () => {
  /** The next write of the pairings finds a full disk; the one after that finds room again. */
  function fillTheDisk(skip: (why: string) => void): void {
    if (!existsSync('/dev/full')) skip('this system has no /dev/full, which stands for a full disk')
    symlinkSync('/dev/full', join(araro.folder, `${PAIRINGS_FILE}.new`))
  }

  test('a fresh address says so and does not spend its key: it works once there is room', async ({
    skip,
  }) => {
    fillTheDisk(skip)
    const url = `${araro.origin}/?key=${araro.pairings.newKey(60_000)}`
    const full = await open(url)
    expect([full.status, full.headers.get('set-cookie')]).toEqual([507, null])
    const page = await full.text()
    expect(page).toContain('The disk is full')
    expect(page).toContain(`href="/?key=${new URL(url).searchParams.get('key')}"`)
    expect(existsSync(join(araro.folder, PAIRINGS_FILE))).toBe(false)
    const response = await open(url)
    expect(response.status).toBe(303)
    expect((await araro.call('setup/state', { cookie: cookieOf(response) })).status).toBe(200)
    expect((await open(url)).status).toBe(401)
    expect(araro.errors()).toEqual([])
  })

  test('a browser that is paired stays paired the next day, and the day is written later', async ({
    skip,
  }) => {
    const cookie = await araro.pair()
    araro.clock.pass(DAY_MS)
    fillTheDisk(skip)
    expect((await araro.call('setup/state', { cookie })).status).toBe(200)
    araro.clock.pass(179 * DAY_MS)
    expect((await araro.call('setup/state', { cookie })).status).toBe(200)
    const restarted = openPairings(araro.folder, araro.port, araro.clock)
    araro.clock.pass(179 * DAY_MS)
    expect(restarted.browserOf(cookie)).not.toBeNull()
  })
})
