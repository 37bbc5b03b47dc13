import type { Page } from '@playwright/test'
import { findings } from '../support/look-with-axe.ts'
import { goTo, screensOf } from '../support/office-in-browser.ts'
import { expect, test } from '../support/office-test.ts'

const WIDE = { width: 1366, height: 768 }
const NARROW = { width: 390, height: 844 }

/** Every screen is accessible, and nothing overflows sideways. */
async function expectUsable(page: Page, name: string): Promise<void> {
  expect.soft(await findings(page), name).toEqual([])
  const sticksOut = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect.soft(sticksOut, `${name} sticks out to the side`).toBe(0)
}

test('sign-in is accessible', async ({ office }) => {
  const page = await office.newWindow()
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
  expect(await findings(page)).toEqual([])
  await page.close()
})

test('every screen in the navigation is accessible, wide and narrow', async ({ admin }) => {
  test.setTimeout(180_000)
  await admin.setViewportSize(WIDE)
  const screens = await screensOf(admin)
  expect(screens).toContain('Calendar')
  for (const screen of screens) {
    await test.step(screen, async () => {
      await admin.setViewportSize(WIDE)
      await goTo(admin, screen)
      await expectUsable(admin, `${screen}, wide`)
      await admin.setViewportSize(NARROW)
      await expectUsable(admin, `${screen}, narrow`)
    })
  }
})

test('a booking and the booking form are accessible', async ({ admin }) => {
  await admin.setViewportSize(WIDE)
  await goTo(admin, 'Bookings')
  await admin.getByRole('row').nth(1).getByRole('link').first().click()
  await expect(admin.getByRole('dialog').first()).toBeVisible()
  expect(await findings(admin)).toEqual([])
  await admin.keyboard.press('Escape')
  await goTo(admin, 'Calendar')
  await admin.getByRole('button', { name: 'New booking' }).click()
  await expect(admin.getByRole('button', { name: 'Save booking' })).toBeVisible()
  expect(await findings(admin)).toEqual([])
})
