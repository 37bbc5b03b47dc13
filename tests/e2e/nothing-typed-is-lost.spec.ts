import type { Page } from '@playwright/test'
import { goTo } from '../support/office-in-browser.ts'
import { expect, test } from '../support/office-test.ts'

/** Typed text survives Escape, a click beside the form, another screen and a reload. */
test.describe.configure({ mode: 'serial' })

let admin: Page
test.beforeEach(async ({ admin: window }) => {
  admin = window
})

const panel = () => admin.getByRole('dialog')
const closed = () => expect(panel()).toHaveCount(0)

test('a half-typed member is restored after Escape and after a reload, and can be discarded', async () => {
  await goTo(admin, 'Members')
  await admin.getByRole('button', { name: 'Add a member' }).click()
  await panel().getByLabel('Name').fill('Half a member')
  await admin.keyboard.press('Escape')
  await closed()
  await admin.reload()
  await admin.getByRole('button', { name: 'Add a member' }).click()
  await expect(panel().getByLabel('Name')).toHaveValue('Half a member')
  await panel().getByRole('button', { name: 'Start afresh' }).click()
  await expect(panel().getByLabel('Name')).toHaveValue('')
  await admin.keyboard.press('Escape')
  await closed()
  await admin.getByRole('button', { name: 'Add a member' }).click()
  await expect(panel().getByLabel('Name')).toHaveValue('')
  await expect(panel().getByText('had not saved')).toHaveCount(0)
  await admin.keyboard.press('Escape')
})

test('a form that is closed with text in it says so, and is brought back from any screen; without text it says nothing', async () => {
  const said = admin.getByText('The form was closed without saving.')
  for (const [screen, button, field] of [
    ['Machines', 'Add a machine', 'Name'],
    ['Members', 'Add a member', 'Name'],
    ['Maintenance', 'Schedule maintenance', 'Note'],
  ] as const) {
    const typed = panel().getByLabel(field, { exact: true })
    await goTo(admin, screen)
    await admin.getByRole('button', { name: button }).click()
    await expect(typed).toBeVisible()
    await admin.keyboard.press('Escape')
    await closed()
    await expect(said, `${button}: nothing was typed`).toHaveCount(0)
    await admin.getByRole('button', { name: button }).click()
    await typed.fill('Half of it')
    await admin.keyboard.press('Escape')
    await closed()
    await expect(said, button).toBeVisible()
    await goTo(admin, 'History')
    await admin.getByRole('button', { name: 'Bring it back' }).click()
    await expect(typed, button).toHaveValue('Half of it')
    await expect(said, `${button}: the offer was used`).toHaveCount(0)
    await panel().getByRole('button', { name: 'Start afresh' }).click()
    await expect(typed).toHaveValue('')
    await admin.keyboard.press('Escape')
    await closed()
    await expect(said).toHaveCount(0)
  }
  await goTo(admin, 'Members')
})

test('pasted rows are kept across screens until they are added', async () => {
  await admin.getByRole('button', { name: 'Paste from a spreadsheet' }).click()
  await panel().getByLabel('Rows from the spreadsheet').fill('A-1\tJuan Reyes')
  await panel().getByRole('button', { name: 'Close' }).click()
  await goTo(admin, 'Calendar')
  await goTo(admin, 'Members')
  await admin.getByRole('button', { name: 'Paste from a spreadsheet' }).click()
  await expect(panel().getByLabel('Rows from the spreadsheet')).toHaveValue('A-1\tJuan Reyes')
  await panel().getByRole('button', { name: 'Add 1 member' }).click()
  await closed()
  await admin.getByRole('button', { name: 'Paste from a spreadsheet' }).click()
  await expect(panel().getByLabel('Rows from the spreadsheet')).toHaveValue('')
  await admin.keyboard.press('Escape')
})

test('a half-changed machine is restored, and another user’s changes are not overwritten', async ({
  office,
}) => {
  await goTo(admin, 'Machines')
  const open = async (page: Page) => {
    await page.getByRole('button', { name: 'Rotavator 1', exact: true }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Change', exact: true }).click()
  }
  await open(admin)
  await panel().getByLabel('Location').fill('Behind the mill')
  await panel().getByRole('button', { name: 'Cancel', exact: true }).click()
  await admin.keyboard.press('Escape')
  await closed()
  const manager = await office.signedIn('manager')
  await goTo(manager, 'Machines')
  await open(manager)
  await manager.getByRole('dialog').getByLabel('Location').fill('South shed')
  await manager.getByRole('dialog').getByRole('button', { name: 'Save machine' }).click()
  await expect(manager.getByText('Rotavator 1 is saved.')).toBeVisible()
  await admin.bringToFront()
  await expect(admin.getByRole('row').filter({ hasText: 'South shed' })).toBeVisible()
  await open(admin)
  await expect(panel().getByLabel('Location')).toHaveValue('Behind the mill')
  await panel().getByRole('button', { name: 'Save machine' }).click()
  await expect(panel().getByText(/changed this on/)).toBeVisible()
  await panel().getByRole('button', { name: 'Show what is there now' }).click()
  await expect(panel().getByLabel('Location')).toHaveValue('South shed')
  await admin.keyboard.press('Escape')
  await manager.close()
})

test('half-typed maintenance is restored after Escape', async () => {
  await goTo(admin, 'Maintenance')
  await admin.getByRole('button', { name: 'Schedule maintenance' }).click()
  await panel().getByLabel('From').fill('12/5')
  await panel().getByLabel('Note').fill('New belts')
  await admin.keyboard.press('Escape')
  await admin.getByRole('button', { name: 'Schedule maintenance' }).click()
  await expect(panel().getByLabel('Note')).toHaveValue('New belts')
  await expect(panel().getByLabel('To')).toHaveValue(/5 Dec/)
  await admin.keyboard.press('Escape')
})

test('a half-typed user is restored, but never a password', async () => {
  await goTo(admin, 'Settings')
  await admin.getByRole('tab', { name: 'Rules' }).click()
  await admin.getByLabel('Days ahead at most').fill('200')
  await admin.getByRole('tab', { name: 'Users' }).click()
  await admin.getByRole('button', { name: 'Add a user' }).click()
  await panel().getByLabel('Name').fill('Aling Rosa')
  await panel().getByLabel('Password', { exact: true }).fill('a secret of hers')
  await admin.keyboard.press('Escape')
  await closed()
  expect(await admin.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }))).not.toContain(
    'a secret',
  )
  await admin.getByRole('button', { name: 'Add a user' }).click()
  await expect(panel().getByLabel('Name')).toHaveValue('Aling Rosa')
  await expect(panel().getByLabel('Password', { exact: true })).toHaveValue('')
  await admin.keyboard.press('Escape')
  await closed()
  await admin.getByRole('tab', { name: 'Rules' }).click()
  await expect(admin.getByLabel('Days ahead at most')).toHaveValue('200')
  await admin.getByRole('button', { name: 'Start afresh' }).click()
  await expect(admin.getByLabel('Days ahead at most')).toHaveValue('365')
})

test('the typed reason for a rejection is restored until the booking is rejected', async () => {
  await goTo(admin, 'Approvals')
  const card = admin.getByRole('listitem').filter({ hasText: 'Harvester 2' }).first()
  await card.getByRole('button', { name: 'Reject' }).click()
  await panel().getByLabel('Reason').fill('The harvester goes north')
  await admin.keyboard.press('Escape')
  await closed()
  await card.getByRole('button', { name: 'Reject' }).click()
  await expect(panel().getByLabel('Reason')).toHaveValue('The harvester goes north')
  await panel().getByRole('button', { name: 'Reject' }).click()
  await closed()
  expect(await admin.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain('goes north')
})
