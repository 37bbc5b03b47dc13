import type { Page } from '@playwright/test'
import { PASSWORD_MIN_LENGTH } from '#calls/limits'
import { findings } from '../support/look-with-axe.ts'
import { choose, goTo, localDay } from '../support/office-in-browser.ts'
import { expect, test } from '../support/office-test.ts'

/** A cooperative's own office from an empty folder, without sample or scripts. */
test.describe.configure({ mode: 'serial' })
test.use({ sample: false })

let page: Page

test('the first run is accessible', async ({ office }) => {
  page = await office.newWindow()
  await expect(page.getByRole('button', { name: 'Try the sample' })).toBeVisible()
  await expect(page.getByLabel('Cooperative', { exact: false })).toBeFocused()
  expect(await findings(page)).toEqual([])
})

test('missing fields are marked, and the first one has the focus', async () => {
  await expect(page.getByText(`At least ${PASSWORD_MIN_LENGTH} characters`, { exact: true })).toBeVisible()
  await page.getByLabel('Cooperative', { exact: false }).fill('Kapatiran')
  await page.getByRole('button', { name: 'Set up the office' }).click()
  await expect(page.getByText('Type your name.')).toBeVisible()
  await expect(page.getByLabel('Your name', { exact: false })).toBeFocused()
})

test('after a reload the typed fields are restored, except the passwords', async () => {
  await page.getByLabel('Password', { exact: true }).fill('ani at palay')
  await page.reload()
  await expect(page.getByLabel('Cooperative', { exact: false })).toHaveValue('Kapatiran')
  await expect(page.getByLabel('Password', { exact: true })).toHaveValue('')
  expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain('palay')
})

test('set-up names the cooperative and its first administrator, and a short password is refused with a sentence', async () => {
  await page.getByLabel('Cooperative', { exact: false }).fill('Kapatiran <b>Multi-Purpose</b>')
  await page.getByLabel('Your name', { exact: false }).fill('Aling Nena')
  const short = 'p'.repeat(PASSWORD_MIN_LENGTH - 1)
  await page.getByLabel('Password', { exact: true }).fill(short)
  await page.getByLabel('Password again', { exact: true }).fill(short)
  await page.getByRole('button', { name: 'Set up the office' }).click()
  await expect(page.getByText(`must have at least ${PASSWORD_MIN_LENGTH} characters`)).toBeVisible()
  await page.getByLabel('Password', { exact: true }).fill('ani at palay')
  await page.getByLabel('Password again', { exact: true }).fill('ani at palay')
  await page.getByRole('button', { name: 'Set up the office' }).click()
  await expect(page.getByRole('link', { name: 'Calendar', exact: true })).toBeVisible()
  // HTML in a name is shown as text.
  await expect(page.getByText('Kapatiran <b>Multi-Purpose</b>').first()).toBeVisible()
})

test('each empty screen offers one action', async () => {
  for (const screen of ['Calendar', 'Bookings', 'Machines', 'Members', 'Maintenance']) {
    await goTo(page, screen)
    await expect(
      page
        .getByRole('main')
        .getByText(/\bno\b .*(yet|planned)/i)
        .first(),
    ).toBeVisible()
    expect(await page.getByRole('main').locator('a, button').count()).toBeGreaterThan(0)
  }
})

test('the booking form without a machine links to where one is added', async () => {
  await page.getByRole('button', { name: 'New booking' }).click()
  await page.getByRole('link', { name: 'Add the first one under Machines' }).click()
  await expect(page.getByRole('heading', { name: 'Machines', level: 1 })).toBeVisible()
  await page.getByRole('button', { name: 'Close' }).click()
})

test('an incomplete form moves the focus to its first invalid field', async () => {
  await goTo(page, 'Machines')
  await page.getByRole('button', { name: 'Add a machine' }).first().click()
  await page.getByRole('dialog').getByLabel('Name', { exact: false }).first().fill('Traktora')
  await page.getByRole('dialog').getByRole('button', { name: 'Save machine' }).click()
  await expect(page.getByRole('dialog').getByRole('combobox', { name: 'Type' })).toBeFocused()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await goTo(page, 'Members')
  await page.getByRole('button', { name: 'Add a member' }).first().click()
  await page.getByRole('dialog').getByLabel('Number', { exact: false }).fill('0001')
  await page.getByRole('dialog').getByRole('button', { name: 'Save member' }).click()
  await expect(page.getByRole('dialog').getByLabel('Name', { exact: false })).toBeFocused()
  await page.keyboard.press('Escape')
})

test('a machine, a member, and the first booking of today as a walk-in', async () => {
  await goTo(page, 'Machines')
  await page.getByRole('button', { name: 'Add a machine' }).first().click()
  const form = page.getByRole('dialog')
  await form.getByLabel('Name', { exact: false }).first().fill('Unang Traktora')
  await form.getByRole('button', { name: 'New type' }).click()
  await form.getByLabel('Name of the new type').fill('Traktora')
  await form.getByRole('button', { name: 'Add type' }).click()
  await expect(form.getByLabel('Name of the new type')).toHaveCount(0)
  await form.getByRole('button', { name: 'Save machine' }).click()
  await expect(page.getByText(/is saved/).first()).toBeVisible()
  await page.keyboard.press('Escape')

  await goTo(page, 'Members')
  await page.getByRole('button', { name: 'Add a member' }).first().click()
  await page.getByRole('dialog').getByLabel('Number', { exact: false }).fill('0001')
  await page.getByRole('dialog').getByLabel('Name', { exact: false }).fill('Mang Ambo')
  await page.getByRole('dialog').getByRole('button', { name: 'Save member' }).click()
  await page.getByRole('button', { name: 'Verify', exact: true }).click()
  await expect(page.getByText(/is verified and can book/).first()).toBeVisible()
  await page.keyboard.press('Escape')

  await goTo(page, 'Calendar')
  await page.getByRole('button', { name: 'New booking' }).click()
  await choose(page, 'Machine', 'Unang', /Unang Traktora/)
  await choose(page, 'Member', 'ambo', /Mang Ambo/)
  await page.getByLabel('From', { exact: true }).fill(localDay(0))
  await page.getByLabel('To', { exact: true }).fill(localDay(0))
  await page.getByRole('button', { name: 'Save booking' }).click()
  await expect(page.getByText(/waiting for approval/).first()).toBeVisible()
  await expect(page.locator('.araro-calendar-body').getByText('Mang Ambo').first()).toBeVisible()
})

test('after a crash everything acknowledged is there, and the same window continues', async ({ office }) => {
  await office.cutAndStartAgain()
  await expect(page.getByText(/stopped responding/i)).toHaveCount(0, { timeout: 30_000 })
  await goTo(page, 'Bookings')
  await expect(page.getByText('Mang Ambo').first()).toBeVisible()
  await goTo(page, 'History')
  await page.getByRole('tab', { name: 'Verify' }).click()
  await page.getByRole('button', { name: 'Verify history' }).click()
  await expect(page.getByText(/The history is intact/).first()).toBeVisible()
})
