import type { Page } from '@playwright/test'
import { findings } from '../support/look-with-axe.ts'
import { goTo } from '../support/office-in-browser.ts'
import { expect, test } from '../support/office-test.ts'

/** What stands at the head of everything that is printed (D7). */
test.describe.configure({ mode: 'serial' })

/** A green square. */
const LOGO =
  'iVBORw0KGgoAAAANSUhEUgAAABAAAAAQCAYAAAAf8/9hAAAAGUlEQVR42mOQz7b6TwlmGDVg1IBRA4aLAQAaLcMQKIZ5iAAAAABJRU5ErkJggg=='

async function headOf(page: Page, paper: string) {
  await page.emulateMedia({ media: 'print' })
  const head = page.locator(`${paper} .araro-paper-head`).first()
  await expect(head).toBeVisible()
  const said = await head.innerText()
  await expect(head.locator('img')).toBeVisible()
  await page.emulateMedia({ media: 'screen' })
  await expect(head).toBeHidden()
  return said
}

test('an administrator sets the head of papers, and sees how it looks', async ({ admin, office }) => {
  await goTo(admin, 'Settings')
  await admin.getByLabel('Address').fill('12 Rizal St\nSta. Rosa, Nueva Ecija')
  await admin.getByLabel('Further lines on papers').fill('TIN 000-123-456')
  const choose = admin.locator('input[type=file]')
  await choose.setInputFiles({ name: 'notes.png', mimeType: 'image/png', buffer: Buffer.from('no picture') })
  await expect(admin.getByText('notes.png cannot be read as a picture.', { exact: false })).toBeVisible()
  await expect(admin.getByLabel('Address')).toHaveValue(/Rizal/)
  await choose.setInputFiles({
    name: 'logo.png',
    mimeType: 'image/png',
    buffer: Buffer.from(LOGO, 'base64'),
  })
  await expect(admin.getByRole('img', { name: 'Logo on papers' })).toBeVisible()
  await admin.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(admin.getByText('The settings are saved.')).toBeVisible()
  const looks = admin.getByRole('region', { name: 'The head of papers' })
  await expect(looks).toContainText('TIN 000-123-456')
  await expect(looks.locator('img')).toBeVisible()
  expect(await findings(admin)).toEqual([])
  const papers = await office.call<{ logo: string }>('clerk', 'settings.papers', {})
  expect(papers.logo).toMatch(/^data:image\/png;base64,/)
})

test('each list on paper has that head and nothing to press, and so have the day sheet and the board', async ({
  clerk,
}) => {
  for (const screen of ['Bookings', 'Members', 'Machines']) {
    await goTo(clerk, screen)
    expect(await headOf(clerk, '.araro-page'), screen).toMatch(
      /Cooperative[\s\S]*Rizal St[\s\S]*TIN 000-123-456/,
    )
    await clerk.emulateMedia({ media: 'print' })
    await expect(clerk.getByRole('navigation')).toHaveCount(0)
    await expect(clerk.getByRole('banner')).toHaveCount(0)
    await clerk.emulateMedia({ media: 'screen' })
  }
  await goTo(clerk, 'Today')
  expect(await headOf(clerk, '.araro-today')).toMatch(/Rizal St[\s\S]*Day sheet/)
  await goTo(clerk, 'Board')
  expect(await headOf(clerk, '.araro-board-printed')).toMatch(/Rizal St[\s\S]*Board: [\s\S]*Printed/)
})

test('the slips of a booking and of a payment have it too', async ({ clerk, office }) => {
  const { payments } = await office.call<{ payments: { lines: { bookingId: string }[] }[] }>(
    'clerk',
    'payments.list',
    { limit: 1 },
  )
  const [paid] = payments
  const origin = new URL(clerk.url()).origin
  await clerk.goto(`${origin}/#/bookings?booking=${paid!.lines[0]!.bookingId}`)
  await clerk.evaluate(() => {
    window.print = () => undefined
  })
  await clerk.getByRole('button', { name: 'Print slip' }).click()
  expect(await headOf(clerk, '.araro-slip')).toMatch(/Rizal St[\s\S]*TIN 000-123-456/)
  await clerk.evaluate(() => window.dispatchEvent(new Event('afterprint')))

  await clerk.keyboard.press('Escape')
  await goTo(clerk, 'Payments')
  await clerk.getByRole('table').getByRole('row').nth(1).getByRole('button').first().click()
  await clerk.getByRole('button', { name: /^Print (slip|copy) \(80 mm\)$/ }).click()
  expect(await headOf(clerk, '.araro-paid')).toMatch(/Rizal St[\s\S]*TIN 000-123-456/)
  await clerk.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  await expect(clerk.locator('.araro-paid')).toHaveCount(0)
})
