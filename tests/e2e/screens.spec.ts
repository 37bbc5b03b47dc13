import { expect, type Page, test } from '@playwright/test'
import { findings } from '../support/look-with-axe.ts'
import { goTo, type OfficeInBrowser, openOfficeInBrowser } from '../support/office-in-browser.ts'

const WIDE = { width: 1366, height: 768 }
const NARROW = { width: 390, height: 844 }

/** Nothing may stick out to the side of a screen. */
async function sticksOut(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}

test.describe('every screen', () => {
  let office: OfficeInBrowser
  let admin: Page

  test.beforeAll(async ({ browser }) => {
    office = await openOfficeInBrowser(browser, ['--sample'])
  })
  test.afterAll(() => office.end())

  test('sign-in can be used by everybody', async () => {
    const page = await office.newWindow()
    await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
    expect(await findings(page)).toEqual([])
    await page.close()
  })

  const screens = [
    'Calendar',
    'Approvals',
    'Bookings',
    'Machines',
    'Members',
    'Maintenance',
    'History',
    'Settings',
    'Help',
  ]
  for (const screen of screens) {
    test(`${screen} can be used by everybody, wide and narrow`, async () => {
      admin ??= await office.signedIn('admin')
      await admin.setViewportSize(WIDE)
      await goTo(admin, screen)
      await admin.waitForTimeout(800)
      expect(await findings(admin)).toEqual([])
      expect(await sticksOut(admin)).toBe(0)
      await admin.setViewportSize(NARROW)
      await admin.waitForTimeout(500)
      expect(await findings(admin)).toEqual([])
      expect(await sticksOut(admin)).toBe(0)
    })
  }

  test('a booking and the booking form can be used by everybody', async () => {
    admin ??= await office.signedIn('admin')
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

  for (const [language, dark] of [
    ['en', true],
    ['fil', false],
    ['fil', true],
  ] as const) {
    test(`calendar, form and approvals can be used by everybody in ${language}${dark ? ', dark' : ''}`, async () => {
      const manager = await office.signedIn('manager')
      await manager.evaluate(
        ([wanted, scheme]) => {
          localStorage.setItem('araro.language', String(wanted))
          localStorage.setItem('mantine-color-scheme-value', String(scheme))
        },
        [language, dark ? 'dark' : 'light'],
      )
      await manager.reload()
      const calendar = language === 'fil' ? 'Kalendaryo' : 'Calendar'
      const approvals = language === 'fil' ? /pag-apruba|aprub/i : 'Approvals'
      await manager.getByRole('link', { name: calendar, exact: true }).click()
      await expect(manager.locator('html')).toHaveAttribute('lang', language)
      await expect(manager.locator('html')).toHaveAttribute(
        'data-mantine-color-scheme',
        dark ? 'dark' : 'light',
      )
      await manager.waitForTimeout(800)
      expect(await findings(manager)).toEqual([])
      const newBooking = language === 'fil' ? 'Bagong booking' : 'New booking'
      await manager.getByRole('button', { name: newBooking }).click()
      await manager.waitForTimeout(600)
      expect(await findings(manager)).toEqual([])
      await manager.keyboard.press('Escape')
      await manager.getByRole('link', { name: approvals }).first().click()
      await manager.waitForTimeout(800)
      expect(await findings(manager)).toEqual([])
      await manager.evaluate(() => localStorage.clear())
      await manager.close()
    })
  }

  test('none of them broke the content security policy or threw', () => {
    expect(office.complaints).toEqual([])
  })
})
