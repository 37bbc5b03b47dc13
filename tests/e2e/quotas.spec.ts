import { addMachine, addMember, addType } from '../support/by-script.ts'
import { choose, goTo, localDay, searchFor, typedDay } from '../support/office-in-browser.ts'
import { expect, test } from '../support/office-test.ts'

/** How much a member may book, and what a manager passes over. The machine and the member are made for this file. */
test.describe.configure({ mode: 'serial' })

test('a manager sets a limit; a clerk is told that it is reached, and a manager books anyway with a reason', async ({
  office,
  clerk,
  manager,
}) => {
  const machineId = await addMachine(office, {
    name: 'Thresher 1',
    typeId: await addType(office, 'Thresher'),
  })
  const memberId = await addMember(office, { number: 'Q-1', name: 'Quirino Quota', barangay: 'Norte' })

  await goTo(manager, 'Settings')
  await manager.getByRole('button', { name: 'Add a limit' }).click()
  await manager.getByRole('combobox', { name: 'Machines of the type' }).click()
  await manager.getByRole('option', { name: 'Thresher' }).click()
  await manager.getByLabel('At most', { exact: true }).fill('1')
  await manager.getByRole('combobox', { name: 'In each' }).click()
  await manager.getByRole('option', { name: 'Season' }).click()
  await manager.getByRole('button', { name: 'Save limit' }).click()
  await expect(manager.getByText('Enter the first and the last day of the season.').first()).toBeVisible()
  await manager.getByLabel('Season from').fill(typedDay(localDay(0)))
  await manager.getByLabel('Season until').fill(typedDay(localDay(120)))
  await manager.getByRole('button', { name: 'Save limit' }).click()
  await expect(manager.getByText(/^Thresher: 1 booking a season/)).toBeVisible()

  const period = { kind: 'days', from: localDay(20), to: localDay(20) }
  const request = { commandId: crypto.randomUUID(), machineId, memberId, period }
  await office.call('clerk', 'bookings.request', request)
  for (const page of [clerk, manager]) {
    await page.getByRole('button', { name: 'New booking' }).click()
    const form = page.getByRole('dialog', { name: 'New booking' })
    await choose(page, 'Machine', 'Thresher 1', /^Thresher 1/)
    await choose(page, 'Member', 'Q-1', /Quirino Quota/)
    await form.getByLabel('From', { exact: true }).fill(typedDay(localDay(22)))
    await form.getByLabel('To', { exact: true }).fill(typedDay(localDay(22)))
    // Before Save, what is left in the time of the booking.
    await expect(form.getByText(/Thresher:\s*0 of 1 booking a season left until/)).toBeVisible()
    await form.getByRole('button', { name: 'Save booking' }).click()
    await expect(form.getByText(/^Quirino Quota has booked 1 booking of 1 booking a season/)).toBeVisible()
    await expect(form.getByRole('button', { name: 'Book anyway' })).toHaveCount(page === manager ? 1 : 0)
    if (page === clerk) await form.getByRole('button', { name: 'Close' }).click()
  }
  const form = manager.getByRole('dialog', { name: 'New booking' })
  await form.getByRole('button', { name: 'Book anyway' }).click()
  await expect(form.getByText('Say why it is booked anyway.')).toBeVisible()
  await form.getByLabel('Why is it booked anyway?').fill('The palay is falling')
  await manager.keyboard.press('Enter')
  await expect(form).toHaveCount(0)

  await goTo(clerk, 'Members')
  await searchFor(clerk, 'Q-1')
  await clerk.getByRole('row').filter({ hasText: 'Q-1' }).locator('.araro-row-link').click()
  await expect(clerk.getByText(/Thresher:\s*0 of 1 booking a season left until/)).toBeVisible()
})

test('a limit that is removed is gone', async ({ manager }) => {
  await goTo(manager, 'Settings')
  await manager.getByRole('tab', { name: 'Rules' }).click()
  await manager.getByRole('button', { name: /^Remove the limit 1 booking a season, Thresher/ }).click()
  await expect(manager.getByText('No limits: each member may book as much as is free.')).toBeVisible()
})
