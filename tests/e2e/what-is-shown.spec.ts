import type { Page } from '@playwright/test'
import { goTo, localDay } from '../support/office-in-browser.ts'
import { expect, test } from '../support/office-test.ts'

/** What screens show to each role, and in which order. */
test.describe.configure({ mode: 'serial' })

async function openAddress(clerk: Page, hash: string): Promise<void> {
  await clerk.evaluate(wanted => void (location.hash = wanted), hash)
}

test('a clerk who opens the settings by their address is told who may change them, and finds their own settings', async ({
  clerk,
}) => {
  await openAddress(clerk, '#/settings')
  await expect(clerk.getByText('Only these roles can open “Settings”: Manager, Administrator.')).toBeVisible()
  await expect(clerk.getByText(/Managers keep the cooperative’s rules/)).toBeVisible()
  await expect(clerk.getByRole('tab')).toHaveCount(0)
  await expect(clerk.getByRole('button', { name: 'Change password' })).toBeVisible()
})

test('a clerk who opens the approvals by their address gets a link to the pending bookings', async ({
  clerk,
}) => {
  await openAddress(clerk, '#/approvals')
  await expect(
    clerk.getByText('Only these roles can open “Approvals”: Manager, Administrator.'),
  ).toBeVisible()
  await expect(clerk.getByText(/Managers approve and reject/)).toBeVisible()
  await expect(clerk.getByRole('button', { name: 'Approve' })).toHaveCount(0)
  await clerk.getByRole('link', { name: 'Show the bookings that wait' }).click()
  await expect(clerk.getByRole('heading', { name: 'Bookings', level: 1 })).toBeVisible()
  const statuses = clerk.locator('tbody td:nth-child(4)')
  await expect(statuses.first()).toHaveText('Pending')
  expect(new Set(await statuses.allTextContents())).toEqual(new Set(['Pending']))
})

test('the bookings screen begins with what is out and what comes next', async ({ clerk }) => {
  await openAddress(clerk, '#/calendar')
  await goTo(clerk, 'Bookings')
  const rows = clerk.locator('tbody tr')
  await expect(rows.first()).toContainText('Overdue')
  expect(await rows.filter({ hasText: /Completed|Rejected|Cancelled/ }).count()).toBe(0)
  await clerk.getByText('All', { exact: true }).click()
  await expect(rows.first()).not.toContainText('Overdue')
  await clerk.getByLabel('Search').fill('nobody of that name')
  await expect(clerk.getByText('No booking fits these filters.')).toBeVisible()
  await clerk.getByRole('button', { name: 'Clear the filters' }).first().click()
  await expect(rows.first()).toBeVisible()
})

test('the filters of a list stand in one line, each as high as its neighbours', async ({ clerk }) => {
  await goTo(clerk, 'Bookings')
  const fields = clerk.getByRole('search').locator('.mantine-Input-wrapper')
  await expect(fields).toHaveCount(6)
  const edges = await fields.evaluateAll(all =>
    all.map(one => one.getBoundingClientRect()).map(({ top, height }) => [top, height]),
  )
  for (const edge of edges) expect(edge).toEqual(edges[0])
})

test('switching from the current month shows today’s week and day', async ({ clerk }) => {
  await goTo(clerk, 'Calendar')
  const title = clerk.getByRole('heading', { level: 2 })
  const today = Number(localDay(0).slice(8))
  await clerk.getByText('Day', { exact: true }).click()
  await expect(title).toHaveText(new RegExp(`^\\w{3} ${today} `))
  await clerk.getByText('Month', { exact: true }).click()
  await clerk.getByText('Week', { exact: true }).click()
  await clerk.getByText('Day', { exact: true }).click()
  await expect(title).toHaveText(new RegExp(`^\\w{3} ${today} `))
  await clerk.getByText('Month', { exact: true }).click()
})

test('a link to a record opens it beside its own list, and Back closes it', async ({ clerk }) => {
  const panel = clerk.getByRole('dialog')
  await openAddress(clerk, '#/history')
  await clerk.getByRole('combobox', { name: 'Type' }).click()
  await clerk.getByRole('option', { name: 'Members', exact: true }).click()
  const line = clerk
    .getByRole('row')
    .filter({ hasText: /(Verified|Suspended) a member/ })
    .first()
    .getByRole('link')
  const name = (await line.textContent()) ?? ''
  await line.click()
  await expect(clerk.getByRole('heading', { name: 'Members', level: 1 })).toBeVisible()
  await expect(panel.getByText(name, { exact: true }).first()).toBeVisible()
  await clerk.goBack()
  await expect(clerk.getByRole('heading', { name: 'History', level: 1 })).toBeVisible()
  await expect(panel).toHaveCount(0)

  await goTo(clerk, 'Machines')
  await clerk.getByRole('button', { name: 'Tractor 1', exact: true }).click()
  await expect(panel.getByText('Tractor 1', { exact: true })).toBeVisible()
  const address = await clerk.evaluate(() => location.hash)
  await clerk.goBack()
  await expect(panel).toHaveCount(0)
  await expect(clerk.getByRole('heading', { name: 'Machines', level: 1 })).toBeVisible()
  // The address can be bookmarked, and opens the same machine.
  await openAddress(clerk, '#/calendar')
  await openAddress(clerk, address)
  await expect(panel.getByText('Tractor 1', { exact: true })).toBeVisible()
  await clerk.keyboard.press('Escape')
  await expect(panel).toHaveCount(0)
  expect(await clerk.evaluate(() => location.hash)).toBe('#/machines')
})

test('a form over a record closes with it, and its text is kept', async ({ clerk }) => {
  const panel = clerk.getByRole('dialog')
  await goTo(clerk, 'Members')
  await clerk.locator('.araro-row-link').first().click()
  await panel.getByRole('button', { name: 'Change', exact: true }).click()
  await panel.getByLabel('Phone').fill('0999 123 4567')
  await clerk.goBack()
  await expect(panel).toHaveCount(0)
  await clerk.goForward()
  await expect(panel.getByLabel('Phone')).toHaveCount(0)
  await panel.getByRole('button', { name: 'Change', exact: true }).click()
  await expect(panel.getByLabel('Phone')).toHaveValue('0999 123 4567')
  await panel.getByRole('button', { name: 'Start afresh' }).click()
  await clerk.keyboard.press('Escape')
  await expect(panel).toHaveCount(0)
})

test('a screen that was not opened before opens while the service is stopped', async ({ office, clerk }) => {
  const fetched = () =>
    clerk.evaluate(() => performance.getEntriesByType('resource').some(one => /help-screen/.test(one.name)))
  await expect.poll(fetched).toBe(true)
  await office.cutAndStartAgain(async () => {
    await expect(clerk.getByText(/stopped responding/i).first()).toBeVisible()
    await goTo(clerk, 'Help')
    await goTo(clerk, 'History')
  })
  await expect(clerk.getByText(/stopped responding/i)).toHaveCount(0, { timeout: 30_000 })
  await expect(clerk.getByRole('row').nth(1)).toBeVisible()
})
