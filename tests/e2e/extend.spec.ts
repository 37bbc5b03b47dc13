import type { Page } from '@playwright/test'
import { addMachine, addType, approved, days, give, memberFound } from '../support/by-script.ts'
import { localDay, type OfficeInBrowser, typedDay, written } from '../support/office-in-browser.ts'
import { expect, test } from '../support/office-test.ts'

/** More time for a machine that is out, on the booking's panel. */
test.describe.configure({ mode: 'serial' })

/** A machine of its own that is out until today, and is promised to somebody else in five days. */
async function outToday(office: OfficeInBrowser): Promise<string> {
  const typeId = await addType(office, 'Extended')
  const machineId = await addMachine(office, { name: 'Extended tractor', typeId })
  const [member, other] = [await memberFound(office, 'S-001'), await memberFound(office, 'S-002')]
  const { id, version } = await approved(office, { machineId, memberId: member.id, period: days(0) })
  await give(office, 'clerk', 'bookings.handOver', { bookingId: id, version, atMs: Date.now() })
  await approved(office, { machineId, memberId: other.id, period: days(5, 6) })
  return id
}

async function openPanel(page: Page, bookingId: string) {
  await page.evaluate(hash => void (location.hash = hash), `#/bookings?booking=${bookingId}`)
  const panel = page.getByRole('dialog', { name: 'Extended tractor' })
  await expect(panel.getByText('In use', { exact: true }).first()).toBeVisible()
  return panel
}

test('a machine that is out is extended up to the next promise, which is named with its phone', async ({
  office,
  clerk,
}) => {
  const bookingId = await outToday(office)
  const panel = await openPanel(clerk, bookingId)
  await panel.getByRole('button', { name: 'Extend', exact: true }).click()
  const end = panel.getByLabel('New end')
  await expect(end).toBeFocused()
  await expect(panel.getByText(`Free: ${written(localDay(0)).slice(0, 3)}`, { exact: false })).toBeVisible()
  await end.fill(typedDay(localDay(8)))
  await expect(panel.getByText(/0900 000/).first()).toBeVisible()
  const instead = panel.getByRole('button', { name: /^Extended tractor, / })
  await expect(instead).toContainText(written(localDay(4)))
  await instead.click()
  await expect(panel.getByText(/^Free: /)).toBeVisible()
  await panel.getByLabel('Reason for more time').fill('The lower field is wet')
  await panel.locator('form').getByRole('button', { name: 'Extend', exact: true }).click()
  await expect(clerk.getByText(/^Extended: Extended tractor/)).toBeVisible()
  await expect(panel.getByText('Extended a booking', { exact: false }).first()).toBeVisible()
  await expect(panel.getByText('In use', { exact: true }).first()).toBeVisible()
})

test('what is refused stays in the form with its sentence, and nothing typed is lost', async ({ clerk }) => {
  const panel = clerk.getByRole('dialog', { name: 'Extended tractor' })
  await panel.getByRole('button', { name: 'Extend', exact: true }).click()
  await panel.getByLabel('New end').fill('')
  await panel.getByLabel('Reason for more time').fill('Still wet')
  await panel.locator('form').getByRole('button', { name: 'Extend', exact: true }).click()
  await expect(panel.getByText('Enter the new end.')).toBeVisible()
  await expect(panel.getByLabel('Reason for more time')).toHaveValue('Still wet')
  await panel.locator('form').getByRole('button', { name: 'Cancel', exact: true }).click()
  await clerk.keyboard.press('Escape')
})

test('the manager is told on the bell', async ({ manager }) => {
  await manager.getByRole('button', { name: /notice/i }).click()
  await expect(manager.getByText(/extended the booking of/).first()).toBeVisible()
})
