import type { Page } from '@playwright/test'
import { goTo, signIn } from '../support/office-in-browser.ts'
import { expect, test } from '../support/office-test.ts'

const NAME = 'Mariaconcepcionesperanzadelossantosvillanuevayreyesdelacruz'
const PASSWORD = 'ani at palay'

/** Names of the greatest allowed length, without spaces at which to break them. */
test.describe.configure({ mode: 'serial' })

let page: Page

test('a long name in the history overflows neither the page nor its cell', async ({ office }) => {
  const add = { commandId: crypto.randomUUID(), name: NAME, role: 'admin', password: PASSWORD }
  await office.call('admin', 'users.add', add)
  page = await office.newWindow()
  await signIn(page, { name: NAME, password: PASSWORD })
  await goTo(page, 'Members')
  await page.getByRole('button', { name: 'Add a member' }).click()
  await page.getByRole('dialog').getByLabel('Number').fill('LONG-1')
  await page.getByRole('dialog').getByLabel('Name').fill(`${NAME} ${NAME}`)
  await page.getByRole('dialog').getByRole('button', { name: 'Save member' }).click()
  await expect(page.getByText(/is saved/).first()).toBeVisible()
  await page.keyboard.press('Escape')
  await goTo(page, 'History')
  await expect(page.getByRole('cell', { name: NAME }).first()).toBeVisible()
  const sticksOut = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(await sticksOut()).toBe(0)
  await page.setViewportSize({ width: 320, height: 700 })
  await expect.poll(sticksOut).toBe(0)
  const overItsCell = await page
    .locator('.araro-records td > div')
    .evaluateAll(cells =>
      cells.filter(
        cell => cell.getBoundingClientRect().right > cell.closest('tr')!.getBoundingClientRect().right,
      ),
    )
  expect(overItsCell).toHaveLength(0)
  await page.setViewportSize({ width: 1366, height: 768 })
})

test('a long name of the cooperative does not cut off the mark of the sample', async () => {
  await goTo(page, 'Settings')
  await page.getByLabel("Office's name").fill(`Pinagsamang Kooperatiba ng mga ${NAME}`)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('The settings are saved.')).toBeVisible()
  const mark = page.getByRole('banner').getByText('Sample', { exact: true })
  expect(await mark.evaluate(text => text.scrollWidth - text.clientWidth)).toBe(0)
})
