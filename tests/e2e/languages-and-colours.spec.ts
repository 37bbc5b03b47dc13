import { findings } from '../support/look-with-axe.ts'
import { expect, test } from '../support/office-test.ts'

const WORDS = {
  en: { calendar: 'Calendar', approvals: 'Approvals', newBooking: 'New booking' },
  fil: { calendar: 'Kalendaryo', approvals: 'Pag-apruba', newBooking: 'Bagong booking' },
}

for (const [language, colours] of [
  ['en', 'dark'],
  ['fil', 'light'],
  ['fil', 'dark'],
] as const) {
  test(`every screen of the day, the form and the approvals can be used by everybody in ${language}, ${colours}`, async ({
    office,
  }) => {
    const manager = await office.signedIn('manager')
    await manager.evaluate(
      ([wanted, scheme]) => {
        localStorage.setItem('araro.language', String(wanted))
        localStorage.setItem('mantine-color-scheme-value', String(scheme))
      },
      [language, colours],
    )
    await manager.reload()
    const { calendar, approvals, newBooking } = WORDS[language]
    await manager.getByRole('link', { name: calendar, exact: true }).click()
    await expect(manager.locator('html')).toHaveAttribute('lang', language)
    await expect(manager.locator('html')).toHaveAttribute('data-mantine-color-scheme', colours)
    await expect(manager.getByRole('heading', { name: calendar, level: 1 })).toBeVisible()
    expect(await findings(manager)).toEqual([])
    await manager.getByRole('button', { name: newBooking }).click()
    await expect(manager.getByRole('dialog')).toBeVisible()
    expect(await findings(manager)).toEqual([])
    await manager.keyboard.press('Escape')
    await manager.getByRole('link', { name: approvals, exact: true }).click()
    await expect(manager.getByRole('heading', { name: approvals, level: 1 })).toBeVisible()
    expect(await findings(manager)).toEqual([])
    for (const screen of ['today', 'board', 'settle', 'waiting', 'settings?open=conflicts']) {
      await manager.evaluate(name => {
        location.hash = `#/${name}`
      }, screen)
      await expect(manager.getByRole('heading', { level: 1 })).toBeVisible()
      expect(await findings(manager), screen).toEqual([])
    }
    await manager.evaluate(() => localStorage.clear())
    await manager.close()
  })
}
