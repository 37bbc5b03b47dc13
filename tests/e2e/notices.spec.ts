import type { Page } from '@playwright/test'
import { days, machineNamed, memberFound, requested } from '../support/by-script.ts'
import { findings } from '../support/look-with-axe.ts'
import type { OfficeInBrowser } from '../support/office-in-browser.ts'
import { expect, test } from '../support/office-test.ts'

/** Notices on the bell and on the desktop, each kind switched off by each user. */
test.describe.configure({ mode: 'serial' })

let day = 120

async function request(office: OfficeInBrowser): Promise<void> {
  day += 2
  const machineId = await machineNamed(office, 'Rotavator 1')
  const { id: memberId } = await memberFound(office, 'Amado Abad')
  await requested(office, { machineId, memberId, period: days(day) }, 'clerk')
}

/** A desktop that remembers what it was asked to show. */
async function withFakeDesktop(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const shown: string[] = []
    class FakeNotification {
      static permission = 'default'
      static async requestPermission() {
        FakeNotification.permission = 'granted'
        return 'granted'
      }
      onclick: (() => void) | null = null
      constructor(_title: string, { body }: { body: string }) {
        shown.push(body)
      }
      close() {}
    }
    Object.assign(window, { Notification: FakeNotification, shownOnDesktop: shown })
  })
  await page.reload()
}
const onDesktop = (page: Page) =>
  page.evaluate(() => (window as unknown as { shownOnDesktop: string[] }).shownOnDesktop)
const bell = (page: Page) => page.getByRole('button', { name: /^Notices/ })
const choices = (page: Page) => page.getByRole('dialog', { name: 'Which notices' })

async function openChoices(page: Page): Promise<void> {
  await bell(page).click()
  await page.getByRole('button', { name: 'Choose which notices' }).click()
  await expect(choices(page)).toBeVisible()
}

test('notices are shown on the desktop once the user asked for it, and never what was there before', async ({
  office,
  manager,
}) => {
  await withFakeDesktop(manager)
  await request(office)
  await expect(bell(manager)).toHaveAccessibleName(/unread/)
  expect(await onDesktop(manager)).toEqual([])
  await openChoices(manager)
  expect(await findings(manager)).toEqual([])
  await choices(manager).getByRole('button', { name: 'Show notices on the desktop' }).click()
  await expect(choices(manager).getByRole('button', { name: 'Stop showing them' })).toBeVisible()
  await manager.keyboard.press('Escape')
  expect(await onDesktop(manager)).toEqual([])
  await request(office)
  await expect
    .poll(() => onDesktop(manager))
    .toEqual([expect.stringMatching(/requested a booking for Amado Abad/)])
})

test('a kind that is switched off leaves the bell or the desktop, by keyboard too, and others still get it', async ({
  office,
  manager,
  admin,
}) => {
  await openChoices(manager)
  const desktop = choices(manager).getByRole('checkbox', { name: 'A booking was requested: Desktop' })
  await desktop.focus()
  await manager.keyboard.press('Space')
  await expect(desktop).not.toBeChecked()
  await manager.keyboard.press('Escape')
  const before = (await onDesktop(manager)).length
  const name = (await bell(manager).getAttribute('aria-label')) ?? ''
  await request(office)
  await expect(bell(manager)).not.toHaveAccessibleName(name)
  expect(await onDesktop(manager)).toHaveLength(before)

  await openChoices(manager)
  const onBell = choices(manager).getByRole('checkbox', { name: 'A booking was requested: Bell' })
  await onBell.click()
  await expect(onBell).not.toBeChecked()
  await manager.keyboard.press('Escape')
  await bell(manager).click()
  const list = manager.getByRole('dialog', { name: 'Notices' })
  await expect(list.getByText(/requested a booking/)).toHaveCount(0)
  await manager.keyboard.press('Escape')
  await bell(admin).click()
  await expect(admin.getByText(/requested a booking for Amado Abad/).first()).toBeVisible()
  await admin.keyboard.press('Escape')
})
