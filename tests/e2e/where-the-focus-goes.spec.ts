import type { Page } from '@playwright/test'
import { days, give, machineNamed, memberFound, requested } from '../support/by-script.ts'
import { findings } from '../support/look-with-axe.ts'
import { goTo, localDay } from '../support/office-in-browser.ts'
import { expect, test } from '../support/office-test.ts'

/** Where the focus goes after its element disappears, and how screens name their elements. */
test.describe.configure({ mode: 'serial' })

const cardIsFocused = (page: Page) =>
  page.evaluate(() => document.activeElement?.matches('[data-card]') ?? false)

test('after a rejection by key, the next card has the focus, and A and the arrows still work', async ({
  manager,
}) => {
  await goTo(manager, 'Approvals')
  const cards = manager.locator('[data-card]')
  await expect(cards.nth(1)).toBeVisible()
  const before = await cards.count()
  await cards.first().focus()
  await manager.keyboard.press('r')
  await expect(manager.getByLabel('Reason')).toBeFocused()
  await manager.keyboard.type('No fuel this week')
  await manager.getByRole('dialog').getByRole('button', { name: 'Reject' }).press('Enter')
  await expect(cards).toHaveCount(before - 1)
  await expect.poll(() => cardIsFocused(manager)).toBe(true)
  await manager.keyboard.press('ArrowDown')
  await expect(cards.nth(1)).toBeFocused()
  await manager.keyboard.press('ArrowUp')
  await manager.keyboard.press('a')
  await expect(cards).toHaveCount(before - 2)
  await expect.poll(() => cardIsFocused(manager)).toBe(true)
})

test('a booking form over the approvals has fields with unique names', async ({ manager }) => {
  await manager.getByRole('button', { name: 'New booking' }).click()
  await expect(manager.getByLabel('Purpose')).toBeVisible()
  for (const screen of ['Approvals', 'Maintenance', 'Machines', 'Members', 'Bookings']) {
    await goTo(manager, screen)
    await expect(manager.getByRole('main').locator('[data-card], tbody tr').first()).toBeVisible()
    for (const name of ['Machine', 'Member', 'From', 'To', 'Purpose']) {
      await expect(manager.getByLabel(name), `${name} on ${screen}`).toHaveCount(1)
    }
  }
  await goTo(manager, 'Approvals')
  expect(await findings(manager)).toEqual([])
  await manager.getByRole('button', { name: 'Close' }).click()
})

test('finishing maintenance asks for confirmation, and says if it has not begun', async ({
  office,
  manager,
}) => {
  const machineId = await machineNamed(office, 'Tractor 1')
  for (const day of [200, 202]) {
    const planned = { machineId, period: days(day), kind: 'preventive' }
    await give(office, 'manager', 'maintenance.schedule', planned)
  }
  await goTo(manager, 'Maintenance')
  const rows = manager.getByRole('row').filter({ hasText: 'Tractor 1' })
  const finish = rows.last().getByRole('button', { name: 'Finish the maintenance of Tractor 1' })
  await finish.click()
  const question = manager.getByRole('dialog', { name: 'Finish this maintenance?' })
  await expect(question.getByText(/has not begun yet/)).toBeVisible()
  await question.getByRole('button', { name: 'Cancel', exact: true }).click()
  await expect(finish).toBeVisible()
})

test('after maintenance is cancelled, a remaining row has the focus', async ({ manager }) => {
  const rows = manager.locator('tbody tr')
  const before = await rows.count()
  await rows.last().getByRole('button', { name: 'Cancel' }).click()
  await manager.getByRole('dialog').getByRole('button', { name: 'Cancel maintenance' }).click()
  await expect(rows).toHaveCount(before - 1)
  await expect
    .poll(() => manager.evaluate(() => Boolean(document.activeElement?.closest('tbody tr'))))
    .toBe(true)
})

test('after a return from the details, the list behind them has the focus', async ({ manager }) => {
  await goTo(manager, 'Bookings')
  const rows = manager.locator('tbody tr')
  const out = rows.filter({ hasText: /In use|Overdue/ }).first()
  await out.getByRole('link').first().click()
  await manager.getByRole('dialog').getByRole('button', { name: 'Take back', exact: true }).click()
  const question = manager.getByRole('dialog', { name: /Take .* back/ })
  await question.getByRole('button', { name: 'Take back' }).click()
  await expect(manager.getByText(/is back\./)).toBeVisible()
  await manager.keyboard.press('Escape')
  await expect(manager.getByRole('dialog')).toHaveCount(0)
  await expect.poll(() => manager.evaluate(() => Boolean(document.activeElement?.closest('main')))).toBe(true)
})

test('"Show in the calendar" goes to the day of the booking', async ({ office, manager }) => {
  const machineId = await machineNamed(office, 'Tractor 2')
  const { id: memberId } = await memberFound(office, 'S-001')
  const { id } = await requested(office, { machineId, memberId, period: days(160) })
  await manager.evaluate(bookingId => {
    window.location.hash = `#/bookings?booking=${bookingId}`
  }, id)
  await manager.getByRole('link', { name: 'Show in the calendar' }).click()
  await expect(manager.locator(`.araro-calendar-body [data-date="${localDay(160)}"]`)).toBeVisible()
  await expect(manager.locator('.araro-calendar-body').getByText('Amado Abad').first()).toBeVisible()
})

test('Save in an invalid form moves the focus to its first invalid field, in every form', async ({
  office,
}) => {
  const admin = await office.signedIn('admin')
  const dialog = admin.getByRole('dialog')
  const goesTo = async (save: string, field: string, within = admin.locator('body')) => {
    await within.getByRole('button', { name: save, exact: true }).click()
    await expect(within.getByLabel(field, { exact: true }), `${save}: ${field}`).toBeFocused()
  }
  const leave = async () => {
    await admin.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
  }
  await goTo(admin, 'Machines')
  await admin.getByRole('button', { name: 'Add a machine' }).click()
  await dialog.getByRole('button', { name: 'New type' }).click()
  await goesTo('Add type', 'Name of the new type', dialog)
  await dialog.getByLabel('Name', { exact: true }).fill('Traktora')
  await dialog.getByLabel('Capacity').fill('many')
  await goesTo('Save machine', 'Type', dialog)
  await admin.keyboard.press('Escape')
  await leave()
  await admin.getByRole('button', { name: 'Machine types' }).click()
  await dialog.getByRole('button', { name: 'New type' }).click()
  await goesTo('Save type', 'Name of the type', dialog)
  await dialog.getByLabel('Name of the type').fill('Traktora')
  await dialog.getByLabel('Longest, days').fill('391')
  await goesTo('Save type', 'Longest, days', dialog)
  await leave()

  await goTo(admin, 'Members')
  await admin.getByRole('button', { name: 'Add a member' }).click()
  await goesTo('Save member', 'Name', dialog)
  await leave()
  await admin.getByRole('button', { name: /Amado Abad/ }).click()
  await dialog.getByRole('button', { name: 'Suspend', exact: true }).click()
  const question = admin.getByRole('dialog', { name: /Suspend/ })
  await question.getByRole('button', { name: 'Suspend', exact: true }).click()
  await expect(question.getByLabel('Reason')).toBeFocused()
  await admin.keyboard.press('Escape')
  await expect(question).toHaveCount(0)
  await leave()

  await goTo(admin, 'Maintenance')
  await admin.getByRole('button', { name: 'Schedule maintenance' }).click()
  await goesTo('Save maintenance', 'Machine', dialog)
  await admin.keyboard.press('Escape')
  await leave()

  await goTo(admin, 'Settings')
  await admin.getByRole('tab', { name: 'Office' }).click()
  await admin.getByLabel("Office's name").fill(' ')
  await goesTo('Save', "Office's name")
  await admin.getByRole('tab', { name: 'Rules' }).click()
  await admin.getByLabel('Days ahead at most').fill('')
  await goesTo('Save', 'Days ahead at most')
  await admin.getByRole('tab', { name: 'Users' }).click()
  await admin.getByRole('button', { name: 'Add a user' }).click()
  await dialog.getByLabel('Name', { exact: true }).fill('Aling Rosa')
  await goesTo('Save user', 'Password', dialog)
  await leave()
  await admin.getByRole('tab', { name: 'Appearance' }).click()
  await admin.getByRole('button', { name: 'Change password' }).click()
  await goesTo('Change password', 'Current password', dialog)
  await leave()
  await admin.close()

  const signedOut = await office.newWindow()
  await signedOut.getByLabel('Name', { exact: true }).fill('Sample Clerk')
  await signedOut.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(signedOut.getByLabel('Password', { exact: true })).toBeFocused()
  await signedOut.close()
})
