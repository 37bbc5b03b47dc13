import type { Page } from '@playwright/test'
import { findings } from '../support/look-with-axe.ts'
import { choose, screensIn } from '../support/office-in-browser.ts'
import { expect, test } from '../support/office-test.ts'

/** The bar at the lower edge of a phone: what is needed most is one press away, and everything else under "More". */
test.describe.configure({ mode: 'serial' })

const PHONE = { width: 390, height: 844 }
let page: Page

test.beforeAll(async ({ offices }, { file }) => {
  page = await (await offices.of(file, true)).signedIn('clerk')
  await page.setViewportSize(PHONE)
})
test.afterAll(() => page.close())

const bar = () => page.getByRole('navigation', { name: 'Main screens' })
const more = () => bar().getByRole('button', { name: 'More' })

test('it has Today, Board, a new booking, Bookings and More, in this order, each large enough for a thumb', async () => {
  const items = bar().locator('a, button')
  await expect(items).toHaveCount(5)
  const names = await items.evaluateAll(all =>
    all.map(one => one.getAttribute('aria-label') ?? one.textContent),
  )
  expect(names).toEqual(['Today', 'Board', 'New booking', 'Bookings', 'More'])
  for (const item of await items.all()) {
    const { width, height } = (await item.boundingBox())!
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(40)
  }
  expect(await findings(page)).toEqual([])
})

test('each link opens its screen and says which one is open', async () => {
  for (const screen of ['Board', 'Bookings', 'Today']) {
    await bar().getByRole('link', { name: screen, exact: true }).click()
    await expect(page.getByRole('heading', { name: screen, level: 1 })).toBeVisible()
    const current = bar().locator('[aria-current="page"]')
    await expect(current).toHaveCount(1)
    await expect(current).toHaveText(screen)
  }
})

test('"More" has every screen of the clerk, and closes when one is chosen', async () => {
  await expect(more()).toHaveAttribute('aria-expanded', 'false')
  await more().click()
  await expect(more()).toHaveAttribute('aria-expanded', 'true')
  const navigation = page.getByRole('navigation', { name: 'Screens', exact: true })
  const screens = await screensIn(navigation.getByRole('link'))
  expect(screens).toEqual(expect.arrayContaining(['Today', 'Board', 'Bookings', 'Machines', 'Members']))
  expect(screens).not.toContain('Settings')
  await navigation.getByRole('link', { name: 'Machines', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Machines', level: 1 })).toBeVisible()
  const links = page.locator('nav[aria-label="Screens"] a')
  await expect(links.first()).not.toBeInViewport()
  // Nor does the keyboard go where nothing can be seen.
  const takesFocus = await links.first().evaluate(link => {
    link.focus()
    return document.activeElement === link
  })
  expect(takesFocus).toBe(false)
  await expect(more()).toHaveAttribute('aria-expanded', 'false')
})

test('the button in the middle opens the booking form, whose foot stands above the bar', async () => {
  await bar().getByRole('button', { name: 'New booking' }).click()
  const form = page.getByRole('dialog', { name: 'New booking' })
  await choose(page, 'Member', 'S-004', /S-004/)
  const request = form.getByRole('button', { name: /^(Request|Save|Book)/ })
  await expect(request).toBeInViewport({ ratio: 1 })
  const covered = await request.evaluate(button => {
    const { left, top, width, height } = button.getBoundingClientRect()
    const there = document.elementFromPoint(left + width / 2, top + height / 2)
    return !button.contains(there)
  })
  expect(covered).toBe(false)
  await form.getByRole('button', { name: 'Close' }).click()
  await expect(form).toHaveCount(0)
})

test('the end of a long list stands above the bar, and a wide window has no bar', async () => {
  await bar().getByRole('link', { name: 'Today', exact: true }).click()
  // The list grows while its parts arrive.
  await expect
    .poll(async () => {
      await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight))
      const [last, edge] = await Promise.all([
        page.locator('.araro-today > :not([aria-hidden])').last().boundingBox(),
        bar().boundingBox(),
      ])
      return last!.y + last!.height <= edge!.y
    })
    .toBe(true)
  await page.setViewportSize({ width: 1366, height: 768 })
  await expect(bar()).toHaveCount(0)
  await expect(page.getByRole('navigation', { name: 'Screens', exact: true })).toBeVisible()
})
