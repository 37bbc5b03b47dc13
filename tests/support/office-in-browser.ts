import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, expect, type Locator, type Page } from '@playwright/test'
import { copyPreparedSample } from './prepare-sample.ts'
import { watchCalls } from './settled.ts'
import { type StartedAraro, startAraro } from './started-araro.ts'

export type Role = 'clerk' | 'manager' | 'admin'

/** Araro in the browser shell on a folder of its own, and one browser that is paired with it. */
export type OfficeInBrowser = {
  /** Script errors and violations of the content security policy in all pages. */
  complaints: string[]
  /** A new window of the paired browser, at Araro's address. */
  newWindow(): Promise<Page>
  /** A new window in which a user of the sample is signed in. */
  signedIn(role: Role): Promise<Page>
  /** The window that this user keeps through all tests; a new one if it was closed. */
  windowOf(role: Role): Promise<Page>
  /** Makes one call as a script would, as a user of the sample. */
  call<Json>(role: Role, name: string, input: unknown): Promise<Json>
  /**
   * Kills the service, as a power cut would, and starts it again on the same port.
   * @param between what happens meanwhile, with the path of the file
   */
  cutAndStartAgain(between?: (database: string) => Promise<void>): Promise<void>
  end(): Promise<void>
}

/**
 * @param sample whether the folder contains the prepared sample; otherwise Araro is not set up yet
 */
export async function openOfficeInBrowser(
  browser: Browser,
  { sample }: { sample: boolean },
): Promise<OfficeInBrowser> {
  const folder = mkdtempSync(join(tmpdir(), 'araro-e2e-'))
  if (sample) copyPreparedSample(folder)
  const words = ['--data', folder, ...(sample ? ['--sample'] : [])]
  let araro: StartedAraro = startAraro(['--port', '0', ...words])
  const ready = await araro.ready
  const origin = new URL(ready.url).origin
  const context = await browser.newContext()
  const complaints: string[] = []
  const tokens = new Map<Role, string>()
  const windows = new Map<Role, Page>()
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', event => {
      console.error(
        `CSP: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`,
      )
    })
  })
  /** Where the office is: once by the address that pairs the browser, then by its own. */
  let address = ready.url

  function listen(page: Page): void {
    page.on('pageerror', error => complaints.push(`script: ${error.message}`))
    page.on('console', line => {
      const text = line.text()
      if (/CSP:|Content Security Policy|TrustedHTML|TrustedScript/.test(text)) complaints.push(text)
    })
  }
  async function newWindow(): Promise<Page> {
    const page = await context.newPage()
    listen(page)
    watchCalls(page)
    await page.goto(address)
    address = origin
    return page
  }
  async function signedIn(role: Role): Promise<Page> {
    const page = await newWindow()
    await signIn(page, passwordOf(role))
    return page
  }
  function passwordOf(role: Role) {
    const known = ready.sampleSignIn?.find(one => one.role === role)
    if (!known) throw new Error(`the sample has no ${role}`)
    return { name: known.name, password: known.password }
  }
  async function post<Json>(name: string, input: unknown, token?: string): Promise<Json> {
    if (address !== origin) await context.request.get(address)
    address = origin
    const response = await context.request.post(`${origin}/rpc/${name.replace('.', '/')}`, {
      data: { json: input },
      headers: { origin, ...(token ? { authorization: `Bearer ${token}` } : {}) },
    })
    return ((await response.json()) as { json: Json }).json
  }

  return {
    complaints,
    newWindow,
    signedIn,
    async windowOf(role) {
      let page = windows.get(role)
      if (!page || page.isClosed()) windows.set(role, (page = await signedIn(role)))
      await page.bringToFront()
      return page
    },
    async call(role, name, input) {
      if (!tokens.has(role)) {
        const { token } = await post<{ token: string }>('auth.signIn', passwordOf(role))
        tokens.set(role, token)
      }
      return post(name, input, tokens.get(role))
    },
    async cutAndStartAgain(between) {
      await araro.kill('SIGKILL')
      await between?.(ready.database)
      araro = startAraro(['--port', new URL(origin).port, ...words])
      await araro.ready
    },
    async end() {
      await context.close()
      await araro.kill('SIGKILL')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export async function signIn(
  page: Page,
  { name, password }: { name: string; password: string },
): Promise<void> {
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(name)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('link', { name: 'Calendar', exact: true })).toBeVisible()
  // Chromium draws a window that lies behind another one only once a second, until it is in front again.
  for (const window of page.context().pages()) await window.bringToFront()
}

/** Types into a field with choices and picks one of them. */
export async function choose(
  page: Page,
  label: string,
  typed: string,
  option: string | RegExp,
): Promise<void> {
  await page.getByLabel(label, { exact: true }).fill(typed)
  await page.getByRole('option', { name: option }).first().click()
}

/** Types into a list's search, and waits until the list has only rows with that text. */
export async function searchFor(page: Page, text: string): Promise<void> {
  await page.getByLabel('Search').fill(text)
  const rows = page.locator('tbody tr')
  await expect(rows.filter({ hasText: text })).not.toHaveCount(0)
  await expect(rows.filter({ hasNotText: text })).toHaveCount(0)
}

/** The middle of an element, in the window's pixels. Waits until it is drawn, also while the screen draws it anew. */
export async function middleOf(locator: Locator): Promise<{ x: number; y: number }> {
  let box: Awaited<ReturnType<Locator['boundingBox']>> = null
  await expect.poll(async () => (box = await locator.boundingBox())).not.toBeNull()
  const { x, y, width, height } = box!
  return { x: Math.round(x + width / 2), y: Math.round(y + height / 2) }
}

export async function goTo(page: Page, screen: string): Promise<void> {
  await page.bringToFront()
  const link = page.getByRole('link', { name: screen, exact: true })
  if ((await screensIn(page.getByRole('navigation').getByRole('link'))).includes(screen)) await link.click()
  else {
    await page.getByRole('button', { name: /^Account of/ }).click()
    await page.getByRole('menuitem', { name: screen, exact: true }).click()
  }
  await expect(page.getByRole('heading', { name: screen, level: 1 })).toBeVisible()
}

/** The screens in the navigation of a wide window, in order, and those in the user's menu. */
export async function screensOf(page: Page): Promise<string[]> {
  const links = await screensIn(page.getByRole('navigation').getByRole('link'))
  await page.getByRole('button', { name: /^Account of/ }).click()
  const inMenu = await screensIn(page.locator('a[role="menuitem"]'))
  await page.keyboard.press('Escape')
  return [...links, ...inMenu]
}

/** The names of the screens to which links lead, without counts and icons. */
export function screensIn(links: Locator): Promise<string[]> {
  return links.evaluateAll(all =>
    all.map(link => {
      const named = link.cloneNode(true) as HTMLElement
      for (const hidden of named.querySelectorAll('[aria-hidden]')) hidden.remove()
      return named.textContent?.trim() ?? ''
    }),
  )
}

/** A local day of the sample (Asia/Manila), counted from today. */
export function localDay(days: number): string {
  return new Date(Date.now() + (days * 24 + 8) * 3_600_000).toISOString().slice(0, 10)
}

/** A local day as the English screens write it: `Tue 1 Dec`; in another year than this one, `Mon 3 May 2027`. */
export function written(day: string): string {
  const full = writtenInField(day)
  return day.slice(0, 4) === localDay(0).slice(0, 4) ? full.slice(0, -5) : full
}

/** A local day as the English fields write it: `Mon 3 May 2027`. */
export function writtenInField(day: string): string {
  const [weekday, , month] = new Date(`${day}T00:00:00Z`).toUTCString().split(/,? /)
  return `${weekday} ${Number(day.slice(8))} ${month} ${day.slice(0, 4)}`
}

/** A local day as it is typed: `5/3/2027`. */
export function typedDay(day: string): string {
  return `${Number(day.slice(5, 7))}/${Number(day.slice(8))}/${day.slice(0, 4)}`
}

/** The month that many months from now, as `2027-05`. */
export function monthFromNow(months: number): string {
  const today = localDay(0)
  const year = Number(today.slice(0, 4))
  return new Date(Date.UTC(year, Number(today.slice(5, 7)) - 1 + months, 1)).toISOString().slice(0, 7)
}
