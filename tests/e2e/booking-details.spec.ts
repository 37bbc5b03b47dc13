import { approved, give, machineNamed, memberFound } from '../support/by-script.ts'
import { choose, goTo, localDay, type OfficeInBrowser, searchFor } from '../support/office-in-browser.ts'
import { expect, test } from '../support/office-test.ts'

test.describe.configure({ mode: 'serial' })

test('a booking is made from its machine’s panel, which lists the next ones', async ({ clerk }) => {
  await goTo(clerk, 'Machines')
  await clerk.getByRole('button', { name: 'Tractor 3', exact: true }).click()
  await clerk.getByRole('dialog').getByRole('button', { name: 'Book', exact: true }).click()
  const form = clerk.getByRole('dialog', { name: 'New booking' }).or(clerk.getByRole('complementary'))
  await expect(form.getByLabel('Machine', { exact: true })).toHaveValue(/^Tractor 3/)
  await choose(clerk, 'Member', 'S-004', /S-004/)
  await form.getByLabel('From', { exact: true }).fill(localDay(150))
  await form.getByLabel('To', { exact: true }).fill(localDay(150))
  await form.getByLabel('Purpose').fill('Hauling pallay')
  await form.getByRole('button', { name: 'Save booking' }).click()
  await expect(form.getByLabel('Purpose')).toHaveCount(0)
  await clerk.getByRole('button', { name: 'Tractor 3', exact: true }).click()
  await expect(clerk.getByRole('dialog').getByRole('heading', { name: 'Next bookings' })).toBeVisible()
  await clerk.keyboard.press('Escape')
})

test('a booking is found by its number, and its member and purpose are corrected', async ({
  office,
  clerk,
}) => {
  const { bookings } = await office.call<{ bookings: { number: number; purpose: string }[] }>(
    'clerk',
    'bookings.list',
    { text: 'S-004', limit: 100 },
  )
  const number = bookings.find(booking => booking.purpose === 'Hauling pallay')?.number
  await goTo(clerk, 'Bookings')
  await searchFor(clerk, `No. ${number}`)
  await clerk.getByRole('row').filter({ hasText: 'Hauling pallay' }).locator('.araro-row-link').click()
  const panel = clerk.getByRole('dialog')
  // The primary button first, what takes something away last, in one row.
  const row = panel.getByRole('button', { name: /^(Move|Correct|Book again|Cancel booking)$/ })
  await expect(row).toHaveText(['Move', 'Correct', 'Book again', 'Cancel booking'])
  await panel.getByRole('button', { name: 'Correct', exact: true }).click()
  await expect(panel.getByLabel('Member')).toBeFocused()
  await panel.getByLabel('Purpose').fill('Hauling palay')
  await panel.getByLabel('Member').fill('S-005')
  await clerk.getByRole('option', { name: /S-005/ }).first().click()
  await panel.getByRole('button', { name: 'Save correction' }).click()
  await expect(panel.getByRole('definition').filter({ hasText: 'S-005' })).toBeVisible()
  await expect(panel.getByRole('definition').filter({ hasText: 'Hauling palay' })).toBeVisible()
  await expect(panel.getByText(/^Corrected a booking/)).toBeVisible()
})

test('a booking is booked again with its member, its purpose and its length', async ({ clerk }) => {
  const panel = clerk.getByRole('dialog')
  await panel.getByRole('button', { name: 'Book again' }).click()
  await expect(clerk.getByLabel('Purpose')).toHaveValue('Hauling palay')
  await expect(clerk.getByLabel('Member', { exact: true }).last()).toHaveValue(/S-005/)
  await clerk.getByLabel('From', { exact: true }).last().fill(localDay(152))
  await expect(clerk.getByText(/^Free/).first()).toBeVisible()
  await clerk.getByRole('button', { name: 'Close', exact: true }).last().click()
})

test('a dryer starts and finishes: nobody hands it over', async ({ office, clerk }) => {
  const number = await startDrying(office)
  await goTo(clerk, 'Bookings')
  await searchFor(clerk, `No. ${number}`)
  await clerk.getByRole('row').filter({ hasText: 'Dryer 1' }).locator('.araro-row-link').click()
  const details = clerk.getByRole('dialog').last()
  await expect(details.getByRole('button', { name: 'Finish', exact: true })).toBeVisible()
  await expect(details.getByRole('button', { name: 'Take back', exact: true })).toHaveCount(0)
  await expect(details.getByText('Started', { exact: true })).toBeVisible()
  await expect(details.getByText('1 sack', { exact: true })).toBeVisible()
})

/** One sack in the dryer as of now, whatever the sample has there at this hour. @returns the booking's number */
async function startDrying(office: OfficeInBrowser): Promise<number> {
  const startMs = Date.now() + 60_000
  const asked = {
    machineId: await machineNamed(office, 'Dryer 1'),
    memberId: (await memberFound(office, 'S-006')).id,
    units: 1,
    period: { kind: 'time', startMs, endMs: startMs + 3_600_000 },
  }
  const { id: bookingId, version, number } = await approved(office, asked)
  await give(office, 'manager', 'bookings.handOver', { bookingId, version, atMs: Date.now() })
  return number
}
