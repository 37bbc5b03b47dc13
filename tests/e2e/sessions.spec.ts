import type { Page } from '@playwright/test'
import { findings } from '../support/look-with-axe.ts'
import { choose, goTo, localDay, typedDay } from '../support/office-in-browser.ts'
import { expect, test } from '../support/office-test.ts'

test.describe.configure({ mode: 'serial' })

const TITLE = 'Transplanter training'
const DAY = localDay(150)
const panelOf = (page: Page, name: string = TITLE) => page.getByRole('dialog', { name, exact: true })
const row = (page: Page) => page.getByRole('row').filter({ hasText: TITLE })

test('a manager adds a session by keyboard, and the clerk’s window shows it at once', async ({
  manager,
  clerk,
}) => {
  await goTo(clerk, 'Sessions')
  await goTo(manager, 'Sessions')
  await manager.getByRole('button', { name: 'Add a session' }).press('Enter')
  const form = panelOf(manager, 'Add a session')
  await expect(form.getByLabel('Title')).toBeFocused()
  await manager.keyboard.press('Escape')
  await expect(form).toHaveCount(0)
  await manager.getByRole('button', { name: 'Add a session' }).press('Enter')
  await form.getByRole('button', { name: 'Save session' }).click()
  await expect(form.getByText('Enter a title, such as “Harvester training”.')).toBeVisible()
  await form.getByLabel('Title').fill(TITLE)
  await form.getByLabel('From', { exact: true }).fill(`${typedDay(DAY)} 8am`)
  await form.getByLabel('To', { exact: true }).fill('4 hours')
  await form.getByLabel('Places').fill('2')
  await form.getByLabel('Who may come').click()
  await manager.getByRole('option', { name: 'Anybody, also guests' }).click()
  await form.getByLabel('Title').press('Enter')
  await expect(manager.getByText(`${TITLE} is saved.`)).toBeVisible()
  await expect(panelOf(manager)).toBeVisible()
  await expect(row(clerk)).toContainText('0 of 2')
})

test('a clerk enrols a member and a guest, and whoever comes too late waits', async ({ clerk, manager }) => {
  await row(clerk).getByRole('link', { name: TITLE }).click()
  const panel = panelOf(clerk)
  await choose(clerk, 'Member', 'S-001', /S-001/)
  await panel.getByRole('button', { name: 'Enrol', exact: true }).click()
  await expect(clerk.getByText(new RegExp(`Amado Abad has a place in ${TITLE}`))).toBeVisible()
  await expect(panel.getByText('Have a place (1)')).toBeVisible()
  // Both windows count alike.
  await expect(panelOf(manager).getByText('1 of 2')).toBeVisible()
  await panel.getByText('Outside', { exact: true }).click()
  await panel.getByLabel('Guest’s name').fill('Paolo Ramos')
  await panel.getByLabel('Guest’s name').press('Enter')
  await expect(panel.getByText('2 of 2')).toBeVisible()
  await panel.getByText('Outside', { exact: true }).click()
  await panel.getByLabel('Guest’s name').fill('paolo ramos')
  await panel.getByRole('button', { name: 'Put on the waiting list' }).click()
  await expect(panel.getByText(/^paolo ramos has a place in this session already/)).toBeVisible()
  await panel.getByLabel('Guest’s name').fill('Zenaida Cruz')
  await panel.getByRole('button', { name: 'Put on the waiting list' }).click()
  await expect(panel.getByText('Wait for a place, in turn (1)')).toBeVisible()
  expect(await findings(clerk)).toEqual([])
})

test('who is taken out makes room for the one who waits, and an undo that would take it back is refused', async ({
  clerk,
}) => {
  const panel = panelOf(clerk)
  await panel.getByRole('button', { name: 'Take out Amado Abad' }).click()
  await expect(panel.getByText('Wait for a place, in turn')).toHaveCount(0)
  await expect(panel.getByRole('button', { name: 'Take out Zenaida Cruz' })).toBeVisible()
  await clerk.keyboard.press('Escape')
  await goTo(clerk, 'Members')
  await clerk.getByRole('row').filter({ hasText: 'S-001' }).locator('.araro-row-link').first().click()
  const member = clerk.getByRole('dialog')
  await expect(member.getByRole('link', { name: TITLE })).toBeVisible()
  await expect(member.getByText('Gave it back')).toBeVisible()
  await member.getByRole('link', { name: TITLE }).click()
  await expect(panelOf(clerk)).toBeVisible()
  await clerk.keyboard.press('Escape')
})

test('the sample’s training day is marked by a press or a key, and prints as an attendance sheet', async ({
  office,
  clerk,
}) => {
  await goTo(clerk, 'Sessions')
  await clerk.getByText('Past', { exact: true }).click()
  await clerk.getByRole('link', { name: 'Safe use of the hand tractor' }).click()
  const panel = panelOf(clerk, 'Safe use of the hand tractor')
  const [box] = await panel.getByRole('checkbox', { checked: true }).all()
  await box!.press('Space')
  await expect(clerk.getByText(/^The mark of .* is gone\.$/)).toBeVisible()
  await expect(panel.getByRole('checkbox', { checked: true })).toHaveCount(10)
  await panel.getByRole('button', { name: 'The 1 other did not come' }).click()
  await expect(panel.getByText('did not come')).toHaveCount(3)
  await clerk.emulateMedia({ media: 'print' })
  await expect(clerk.locator('.araro-attendance')).toBeVisible()
  await expect(clerk.locator('.araro-attendance tbody tr')).toHaveCount(13)
  await expect(panel).toBeHidden()
  await clerk.emulateMedia({ media: 'screen' })
  await clerk.keyboard.press('Escape')
  expect((await office.call<{ came: number }>('clerk', 'sessions.use', {})).came).toBe(10)
})

test('the month shows the sessions with their places', async ({ manager }) => {
  await manager.keyboard.press('Escape')
  await goTo(manager, 'Sessions')
  await manager.getByText('Month', { exact: true }).click()
  await expect(manager.getByRole('button', { name: 'Earlier' })).toBeVisible()
  expect(await findings(manager)).toEqual([])
})

test('an organizer sees their own sessions and nothing else, and enrols by the exact number', async ({
  office,
  admin,
}) => {
  await goTo(admin, 'Settings')
  await admin.getByRole('tab', { name: 'Users' }).click()
  await admin.getByRole('button', { name: 'Add a user' }).click()
  const form = admin.getByRole('dialog', { name: 'Add a user' })
  await form.getByLabel('Name', { exact: true }).fill('Ofelia')
  await form.getByLabel('Role').click()
  await admin.getByRole('option', { name: 'Organizer' }).click()
  await form.getByLabel('Organization').fill('Farm school')
  await form.getByLabel('Business address').fill('Poblacion')
  await form.getByLabel('Password', { exact: true }).fill('palay at mais')
  await form.getByRole('button', { name: 'Save user' }).click()
  await expect(admin.getByText('Farm school')).toBeVisible()

  const page = await office.newWindow()
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Ofelia')
  await page.getByLabel('Password', { exact: true }).fill('palay at mais')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Sessions', level: 1 })).toBeVisible()
  await expect(page.getByRole('navigation').getByRole('link')).toHaveText(['Sessions'])
  await expect(page.getByRole('button', { name: 'New booking' })).toHaveCount(0)
  await expect(page.getByText('No session is coming up.')).toBeVisible()
  await page.getByRole('button', { name: 'Add a session' }).first().click()
  const own = panelOf(page, 'Add a session')
  await own.getByLabel('Title').fill('Composting')
  await own.getByLabel('From', { exact: true }).fill(`${typedDay(DAY)} 1pm`)
  await own.getByLabel('To', { exact: true }).fill('2 hours')
  await own.getByLabel('Places').fill('5')
  await own.getByRole('button', { name: 'Save session' }).click()
  const panel = panelOf(page, 'Composting')
  await panel.getByLabel('Member’s number').fill('S-001')
  await panel.getByRole('button', { name: 'Enrol', exact: true }).click()
  await expect(panel.getByText('Amado Abad')).toBeVisible()
  await expect(panel.getByText('0900')).toHaveCount(0)
  expect(await findings(page)).toEqual([])
  await page.close()
})
