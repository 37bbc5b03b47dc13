import type { Page } from '@playwright/test'
import { choose, goTo, localDay, signIn } from '../support/office-in-browser.ts'
import { expect, test } from '../support/office-test.ts'

/** The main path: from an empty folder to a returned machine. */
test.describe.configure({ mode: 'serial' })
test.use({ sample: false })

let clerk: Page
let manager: Page

test('first run offers the sample, and one click opens it', async ({ office }) => {
  clerk = await office.newWindow()
  await clerk.getByRole('button', { name: 'Try the sample' }).click()
  await expect(clerk.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible({
    timeout: 60_000,
  })
})

test('a clerk signs in and books a machine by the form', async () => {
  await signIn(clerk, { name: 'Sample Clerk', password: 'sample-clerk' })
  await clerk.getByRole('button', { name: 'New booking' }).click()
  await choose(clerk, 'Machine', 'Tractor 3', /^Tractor 3/)
  await choose(clerk, 'Member', 'S-001', /Amado Abad/)
  await clerk.getByLabel('From', { exact: true }).fill(localDay(170))
  await clerk.getByLabel('To', { exact: true }).fill(localDay(171))
  await clerk.getByLabel('Purpose', { exact: true }).fill('Raising the dike')
  await expect(clerk.getByText(/^Reserved for you/)).toBeVisible()
  await clerk.getByRole('button', { name: 'Save booking' }).click()
  await expect(clerk.getByText(/waiting for approval/).first()).toBeVisible()
})

test('a second window, signed in as the manager, shows it live and approves it', async ({ office }) => {
  manager = await office.newWindow()
  await signIn(manager, { name: 'Sample Manager', password: 'sample-manager' })
  await goTo(manager, 'Approvals')
  const card = manager.getByRole('listitem').filter({ hasText: 'Raising the dike' })
  await expect(card).toBeVisible()
  await card.getByRole('button', { name: 'Approve', exact: true }).click()
  await expect(card).toHaveCount(0)
})

test('the clerk sees it approved without doing anything, hands it over and takes it back', async () => {
  await goTo(clerk, 'Bookings')
  await clerk.getByLabel('Search', { exact: true }).fill('Tractor 3')
  const row = clerk.getByRole('row').filter({ hasText: 'Raising the dike' }).filter({ hasText: 'Approved' })
  await row.first().getByRole('link').first().click()
  const details = clerk.getByRole('dialog')
  await expect(details.getByText('Approved', { exact: true }).first()).toBeVisible()

  await details.getByRole('button', { name: 'Hand over' }).click()
  const handOver = clerk.getByRole('dialog', { name: /Hand Tractor 3 over/ })
  // The hand-over is months early: the dialog first lists the bookings that the sample has in between.
  await expect(handOver.getByText(/These bookings come first.*more/)).toBeVisible()
  // The typed time counts, not the time at which the dialog is open.
  const time = handOver.getByLabel('Time')
  await time.fill(`${localDay(169)} 11:00 PM`)
  await expect(handOver.getByText(/This is before its booked start \(/)).toBeVisible()
  await expect(handOver.getByText(/These bookings come first/)).toHaveCount(0)
  await time.fill(`${localDay(170)} 8:00 AM`)
  await expect(handOver.getByText(/This is before its booked start/)).toHaveCount(0)
  await time.fill(`${localDay(0)} 12:00 AM`)
  await expect(handOver.getByText(/These bookings come first/)).toBeVisible()
  await handOver.getByRole('button', { name: 'Cancel', exact: true }).click()
  await details.getByRole('button', { name: 'Hand over' }).click()
  await handOver.getByRole('button', { name: 'Hand over' }).click()
  await expect(details.getByText('In use', { exact: true }).first()).toBeVisible()

  await details.getByRole('button', { name: 'Take back', exact: true }).click()
  await clerk
    .getByRole('dialog', { name: /Take Tractor 3 back/ })
    .getByRole('button', { name: 'Take back' })
    .click()
  await expect(details.getByText('Completed', { exact: true }).first()).toBeVisible()
})

test('the bell told the clerk that the booking was approved', async () => {
  await clerk.keyboard.press('Escape')
  await clerk.getByRole('button', { name: /notice/i }).click()
  await expect(clerk.getByText(/Tractor 3/).first()).toBeVisible()
})
