import type { Page } from '@playwright/test'
import { approved, days, machineNamed, memberFound } from '../support/by-script.ts'
import { goTo, type OfficeInBrowser } from '../support/office-in-browser.ts'
import { expect, test } from '../support/office-test.ts'

/** Everything that can be done or opened by typing. */
test.describe.configure({ mode: 'serial' })

const field = (page: Page) => page.getByPlaceholder(/^Screens, machines/)
const line = (page: Page, name: string | RegExp) =>
  page.getByRole('dialog', { name: 'Search' }).getByRole('button', { name, exact: true })

async function search(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await field(page).fill(text)
}

/** A booking of their own, months ahead, that is approved. */
async function approvedBooking(office: OfficeInBrowser) {
  const machineId = await machineNamed(office, 'Rotavator 1')
  const member = await memberFound(office, 'Amado Abad')
  const asked = { machineId, memberId: member.id, period: days(140, 141), purpose: 'Found by typing' }
  return { ...(await approved(office, asked)), member }
}

test('the actions of an open booking can be typed under the words of its buttons', async ({
  office,
  clerk,
}) => {
  const booking = await approvedBooking(office)
  await search(clerk, `#${booking.number}`)
  await line(clerk, /^Rotavator 1 · Amado Abad/).click()
  const panel = clerk.getByRole('dialog', { name: 'Rotavator 1' })
  await expect(panel.getByRole('button', { name: 'Hand over' })).toBeVisible()
  await clerk.keyboard.press('Control+k')
  for (const name of ['Hand over', 'Move', 'Correct', 'Add a note', 'Cancel booking']) {
    const onPanel = panel.getByRole('button', { name, exact: true })
    if ((await onPanel.count()) > 0) await expect(line(clerk, name)).toBeVisible()
  }
  await field(clerk).fill('hand ov')
  await expect(line(clerk, 'Hand over')).toBeVisible()
  await clerk.keyboard.press('Enter')
  await expect(clerk.getByRole('dialog', { name: /^Hand Rotavator 1 over/ })).toBeVisible()
  await clerk.keyboard.press('Escape')
  await search(clerk, 'mvoe')
  await clerk.keyboard.press('Enter')
  await expect(clerk.getByRole('dialog', { name: 'Move booking' })).toBeVisible()
  await clerk.getByRole('dialog', { name: 'Move booking' }).getByRole('button', { name: 'Close' }).click()
})

test('what was open last comes first, before anything is typed and among what is found', async ({
  clerk,
}) => {
  await goTo(clerk, 'Members')
  await search(clerk, 'amado abad')
  await clerk.keyboard.press('Enter')
  await expect(clerk.getByRole('dialog', { name: 'Amado Abad' })).toBeVisible()
  await clerk.keyboard.press('Escape')
  await expect(clerk.getByRole('dialog')).toHaveCount(0)
  await clerk.keyboard.press('Control+k')
  await expect(line(clerk, /^Amado Abad/)).toBeVisible()
  await field(clerk).fill('abad')
  const members = clerk.getByRole('dialog', { name: 'Search' }).getByRole('button', { name: /Abad · S-\d+/ })
  await expect(members.first()).toHaveText(/^Amado Abad/)
  await clerk.keyboard.press('Escape')
})

test('a member is found after a typo and without diacritics, a machine by what people call it', async ({
  clerk,
}) => {
  await search(clerk, 'amdao abad')
  await expect(line(clerk, /^Amado Abad/).first()).toBeVisible()
  await field(clerk).fill('kiskisan')
  await expect(line(clerk, /^Rice Mill 1/).first()).toBeVisible()
  await clerk.keyboard.press('Escape')
})

test('actions of other screens begin from everywhere, each with its keys', async ({ manager }) => {
  await goTo(manager, 'History')
  await search(manager, 'schedule')
  await manager.keyboard.press('Enter')
  await expect(manager.getByRole('heading', { name: 'Maintenance', level: 1 })).toBeVisible()
  const form = manager.getByRole('dialog', { name: 'Schedule maintenance' })
  await expect(form.getByLabel('Machine')).toBeVisible()
  await manager.keyboard.press('Escape')
  await expect(form).toHaveCount(0)

  await manager.keyboard.press('Control+k')
  await expect(line(manager, /^New booking\s*N$/)).toBeVisible()
  await field(manager).fill('add a machine')
  await manager.keyboard.press('Enter')
  await expect(manager.getByRole('dialog', { name: 'Add a machine' })).toBeVisible()
  await manager.keyboard.press('Escape')

  await search(manager, 'keys')
  await manager.keyboard.press('Enter')
  await expect(manager.getByRole('dialog', { name: 'Keys' })).toBeVisible()
  await manager.keyboard.press('Escape')
  await manager.keyboard.press('?')
  await expect(manager.getByRole('dialog', { name: 'Keys' })).toBeVisible()
  await manager.keyboard.press('Escape')
})

test('a clerk is offered nothing that a clerk may not do', async ({ clerk }) => {
  await search(clerk, 'add')
  await expect(line(clerk, /^Add a member/)).toBeVisible()
  await expect(line(clerk, /^Add a machine/)).toHaveCount(0)
  await field(clerk).fill('settings')
  await expect(line(clerk, /^Settings/)).toHaveCount(0)
  await clerk.keyboard.press('Escape')
})

test('Undo and the last steps are found by typing, and no letter is lost while the search opens', async ({
  clerk,
}) => {
  await goTo(clerk, 'Members')
  await clerk.evaluate(() => {
    const press = (key: string, more: KeyboardEventInit = {}) =>
      document.body.dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }),
      )
    press('k', { ctrlKey: true })
    // N would be a new booking, and / another search.
    for (const key of 'my n/') press(key)
  })
  await expect(field(clerk)).toBeFocused()
  await clerk.keyboard.type('x')
  await expect(field(clerk)).toHaveValue('my n/x')
  await expect(clerk.getByRole('complementary', { name: 'Booking form' })).toBeHidden()
  await field(clerk).fill('my last')
  await expect(line(clerk, /^My last steps/)).toBeVisible()
  await clerk.keyboard.press('Enter')
  await expect(clerk.getByRole('dialog', { name: 'My last steps' })).toBeVisible()
  await clerk.keyboard.press('Escape')
  await search(clerk, 'undo')
  await clerk.keyboard.press('Enter')
  await expect(
    clerk.getByRole('dialog', { name: /Undo your last step|Your last step cannot be undone/ }),
  ).toBeVisible()
  await clerk.keyboard.press('Escape')
})
