import type { Page } from '@playwright/test'
import { machineNamed, memberFound, requested } from '../support/by-script.ts'
import { coveredByMessages } from '../support/covered.ts'
import { choose, goTo, localDay } from '../support/office-in-browser.ts'
import { expect, test } from '../support/office-test.ts'

/** What a window as narrow as a phone must still show. */
test.describe.configure({ mode: 'serial' })

let page: Page

test('at the end of a list the last row and its buttons stand above the messages', async ({ office }) => {
  page = await office.signedIn('manager')
  await goTo(page, 'Bookings')
  await page.setViewportSize({ width: 390, height: 844 })
  await page.getByRole('button', { name: 'New booking' }).click()
  await choose(page, 'Member', 'S-004', /S-004/)
  await page.getByRole('dialog', { name: 'New booking' }).getByRole('button', { name: 'Close' }).click()
  await expect(page.getByText('The form was closed without saving.')).toBeVisible()
  await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight))
  await expect(page.getByRole('button', { name: 'Show more' })).toBeInViewport({ ratio: 1 })
  expect(await coveredByMessages(page)).toEqual([])
  // What gets the focus there is not below a message.
  await page.evaluate(() => window.scrollTo(0, 0))
  for (const row of (await page.locator('.araro-row-link').all()).slice(0, 12)) {
    await row.focus()
    const [focused, message] = await Promise.all([
      row.boundingBox(),
      page.locator('.mantine-Notification-root').boundingBox(),
    ])
    expect(focused!.y + focused!.height).toBeLessThanOrEqual(message!.y)
  }
})

test('the week of a shared machine shows each name whole', async ({ office }) => {
  const machineId = await machineNamed(office, 'Dryer 1')
  const member = await memberFound(office, 'Castañeda')
  const startMs = Date.parse(`${localDay(14)}T07:00+08:00`)
  const period = { kind: 'time', startMs, endMs: startMs + 36_000_000 }
  await requested(office, { machineId, memberId: member.id, period, units: 1 })
  await page.evaluate(() => {
    location.hash = '#/calendar'
  })
  await choose(page, 'Machine', 'Dryer 1', /^Dryer 1/)
  await page.getByText('Week', { exact: true }).click()
  await page.getByRole('button', { name: 'Later' }).click()
  await page.getByRole('button', { name: 'Later' }).click()
  const names = page.locator('.araro-calendar-body .araro-event-title')
  await expect(names.filter({ hasText: member.name }).first()).toBeVisible()
  const cut = await names.evaluateAll(all =>
    all
      .filter(one => one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1)
      .map(one => one.textContent),
  )
  expect(cut).toEqual([])
  await page.close()
})
