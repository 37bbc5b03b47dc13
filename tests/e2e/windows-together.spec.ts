import type { Page } from '@playwright/test'
import { goTo } from '../support/office-in-browser.ts'
import { expect, test } from '../support/office-test.ts'

/** How windows follow each other's changes, and what the search finds. */
test.describe.configure({ mode: 'serial' })

const search = async (manager: Page, text: string) => {
  await manager.keyboard.press('Control+k')
  await manager.getByPlaceholder(/^Screens, machines/).fill(text)
}

test('the search finds machines, and Enter opens the first result', async ({ manager }) => {
  await goTo(manager, 'Members')
  await search(manager, 'Tractor 3')
  await expect(manager.getByRole('button', { name: /^Tractor 3/ }).first()).toBeVisible()
  await manager.keyboard.press('Enter')
  await expect(manager.getByRole('heading', { name: 'Calendar', level: 1 })).toBeVisible()
  await expect(manager.getByLabel('Machine', { exact: true })).toHaveValue(/Tractor 3/)
})

test('the line below a found machine opens its panel', async ({ manager }) => {
  await search(manager, 'Tractor 2')
  await expect(manager.getByRole('button', { name: 'Open Tractor 2' })).toBeVisible()
  await expect(manager.getByRole('button', { name: /^All bookings/ })).toBeVisible()
  await manager.keyboard.press('ArrowDown')
  await manager.keyboard.press('Enter')
  await expect(manager.getByRole('heading', { name: 'Machines', level: 1 })).toBeVisible()
  await expect(manager.getByRole('dialog', { name: 'Tractor 2' })).toBeVisible()
  await manager.keyboard.press('Escape')
  await expect(manager.getByRole('dialog')).toHaveCount(0)
})

test('a line that was chosen with the arrows stays chosen while more is found', async ({ manager }) => {
  let answer = () => {}
  const answered = new Promise<void>(resolve => {
    answer = resolve
  })
  await manager.route('**/rpc/find/anything', async route => {
    await answered
    await route.continue()
  })
  await search(manager, 'ma')
  const screens = manager.getByRole('dialog', { name: 'Search' }).getByRole('button')
  await expect(screens.filter({ hasText: /^Maintenance/ })).toBeVisible()
  await manager.keyboard.press('ArrowDown')
  const chosen = await manager.locator('[data-selected]').textContent()
  answer()
  await expect(screens.filter({ hasText: / · S-\d+/ }).first()).toBeVisible()
  await expect(manager.locator('[data-selected]')).toHaveText(chosen ?? '')
  await manager.unrouteAll({ behavior: 'ignoreErrors' })
  await manager.keyboard.press('Escape')
})

test('Enter pressed before the results waits for them, and bookings are found by their member', async ({
  office,
  manager,
}) => {
  const { bookings } = await office.call<{ bookings: { memberName: string }[] }>('manager', 'bookings.list', {
    status: ['in-use'],
    limit: 1,
  })
  const member = bookings[0]?.memberName ?? ''
  await search(manager, member)
  await manager.keyboard.press('Enter')
  await expect(manager.getByRole('heading', { name: 'Members', level: 1 })).toBeVisible()
  await search(manager, member)
  const booking = manager.getByRole('button', { name: new RegExp(` · ${member}`) }).first()
  await booking.click()
  await expect(manager.getByPlaceholder(/^Screens, machines/)).toHaveCount(0)
  await expect(manager.getByRole('link', { name: 'Show in the calendar' })).toBeVisible()
  await expect(manager.getByRole('dialog').getByText(member).first()).toBeVisible()
  await manager.keyboard.press('Escape')
  await expect(manager.getByRole('dialog')).toHaveCount(0)
})

test('the navigation counts pending bookings, and the link’s name is still Approvals', async ({
  manager,
}) => {
  const count = manager.getByRole('link', { name: 'Approvals', exact: true }).locator('.araro-nav-count')
  const before = Number(await count.textContent())
  expect(before).toBeGreaterThan(0)
  await expect(manager.getByRole('link', { name: 'Approvals', exact: true })).toBeVisible()
  await goTo(manager, 'Approvals')
  await manager.getByRole('button', { name: 'Approve' }).first().click()
  await expect(count).toHaveText(String(before - 1))
})

test('when two users change the same member, fields that only the other one changed are taken over', async ({
  office,
  manager,
}) => {
  const admin = await office.signedIn('admin')
  const panelOf = (page: Page) => page.getByRole('dialog')
  for (const page of [manager, admin]) {
    await goTo(page, 'Members')
    await page.getByRole('button', { name: /Amado Abad/ }).click()
    await panelOf(page).getByRole('button', { name: 'Change', exact: true }).click()
    await expect(panelOf(page).getByLabel('Phone')).toBeVisible()
  }
  await panelOf(admin).getByLabel('Barangay').fill('Kabilang Ilog')
  await panelOf(admin).getByLabel('Sector').fill('Palay')
  await panelOf(admin).getByRole('button', { name: 'Save member' }).click()
  await expect(admin.getByText('Amado Abad is saved.')).toBeVisible()

  await manager.bringToFront()
  await panelOf(manager).getByLabel('Phone').fill('0918 222 3333')
  await panelOf(manager).getByLabel('Sector').fill('Mais')
  await panelOf(manager).getByRole('button', { name: 'Save member' }).click()
  await expect(
    panelOf(manager).getByText('Changed by the other person, and updated here: Barangay.'),
  ).toBeVisible()
  await expect(panelOf(manager).getByText(/you typed something else: Sector\./)).toBeVisible()
  await expect(panelOf(manager).getByLabel('Barangay')).toHaveValue('Kabilang Ilog')
  await expect(panelOf(manager).getByLabel('Phone')).toHaveValue('0918 222 3333')
  await panelOf(manager).getByRole('button', { name: 'Save member' }).click()
  await expect(panelOf(manager).getByText('Kabilang Ilog')).toBeVisible()
  await expect(panelOf(manager).getByText('0918 222 3333')).toBeVisible()
  await expect(panelOf(manager).getByText('Mais')).toBeVisible()
  await manager.keyboard.press('Escape')
  await admin.close()
})

test('the sign-in error disappears when the name or the password is typed again', async ({ office }) => {
  const page = await office.newWindow()
  await page.getByLabel('Name', { exact: true }).fill('Sample Clerk')
  await page.getByLabel('Password', { exact: true }).fill('wrong')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByText(/is not right/)).toBeVisible()
  await page.getByLabel('Password', { exact: true }).fill('sample')
  await expect(page.getByText(/is not right/)).toHaveCount(0)
  await page.close()
})

test('a window that signs out shows the sign-in without errors', async ({ office }) => {
  const page = await office.signedIn('clerk')
  await page.getByRole('button', { name: 'Account' }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
  await page.close()
})

test('after the sample is removed, every other window shows the first run', async ({ office, manager }) => {
  const admin = await office.signedIn('admin')
  const signedOut = await office.newWindow()
  await expect(signedOut.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
  await admin.getByRole('button', { name: 'Remove the sample' }).click()
  await admin.getByRole('dialog').getByRole('button', { name: 'Remove the sample' }).click()
  for (const window of [admin, manager, signedOut]) {
    await expect(window.getByRole('button', { name: 'Try the sample' })).toBeVisible({ timeout: 30_000 })
  }
})
