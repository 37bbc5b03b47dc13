import type { Page } from '@playwright/test'
import { choose, goTo, localDay, monthFromNow, written } from '../support/office-in-browser.ts'
import { expect, test } from '../support/office-test.ts'

/** Days and machines picked with the mouse, in the calendar and in the form. */
test.describe.configure({ mode: 'serial' })

const form = (page: Page) => page.getByRole('dialog', { name: 'New booking' })
const field = (page: Page, name: string) => page.getByLabel(name, { exact: true })
/** As a message says it: without the year, if it is this one. */
const inMessage = (date: string) => written(date).replace(/ \d{4}$/, '')
const day = (page: Page, date: string) => page.locator(`.araro-calendar-body [data-date="${date}"]`)
const clickDay = (page: Page, date: string) => day(page, date).click({ position: { x: 40, y: 60 } })

/** The calendar of a machine in a month in which the sample has no bookings. */
async function showMonth(page: Page, machine: string, months: number): Promise<string> {
  await choose(page, 'Machine', machine.slice(0, 4), new RegExp(`^${machine}`))
  await page.getByRole('button', { name: 'Today' }).click()
  for (let turn = 0; turn < months; turn++) await page.getByRole('button', { name: 'Later' }).click()
  const month = monthFromNow(months)
  await expect(day(page, `${month}-15`)).toBeVisible()
  await expect(page.locator('.araro-calendar-body')).toHaveAttribute('aria-busy', 'false')
  return month
}

/** Counts the clicks and keys that reach the page. */
async function countInputs(page: Page): Promise<() => Promise<{ clicks: number; keys: number }>> {
  await page.evaluate(() => {
    const counted = { clicks: 0, keys: 0 }
    Object.assign(globalThis, { counted })
    addEventListener('pointerdown', () => counted.clicks++, true)
    addEventListener('keydown', () => counted.keys++, true)
  })
  return () =>
    page.evaluate(() => (globalThis as unknown as { counted: { clicks: number; keys: number } }).counted)
}

test('with the form open, a click on another day changes the dates and keeps everything else', async ({
  clerk,
}) => {
  await goTo(clerk, 'Calendar')
  const month = await showMonth(clerk, 'Rotavator 1', 8)
  await clickDay(clerk, `${month}-10`)
  await expect(field(clerk, 'Member')).toBeFocused()
  await choose(clerk, 'Member', 'S-005', /S-005/)
  await field(clerk, 'Purpose').fill('The upper field')
  await clickDay(clerk, `${month}-17`)
  await expect(field(clerk, 'From')).toHaveValue(written(`${month}-17`))
  await expect(field(clerk, 'To')).toHaveValue(written(`${month}-17`))
  await expect(field(clerk, 'Member')).toHaveValue(/S-005/)
  await expect(field(clerk, 'Purpose')).toHaveValue('The upper field')
  await expect(clerk.getByText('closed without saving')).toHaveCount(0)
  // Nothing is missing: the focus goes on to Save.
  await expect(clerk.getByRole('button', { name: 'Save booking' })).toBeFocused()
  await form(clerk).getByRole('button', { name: 'Close' }).click()
  await expect(clerk.getByText('closed without saving')).toBeVisible()
  await clerk.getByRole('button', { name: 'Hide this message' }).last().click()
})

test('a form in which nothing was typed closes without a word', async ({ clerk }) => {
  await clickDay(clerk, `${monthFromNow(8)}-10`)
  await expect(field(clerk, 'Member')).toBeFocused()
  await clerk.keyboard.press('Escape')
  await expect(form(clerk)).toHaveCount(0)
  await goTo(clerk, 'Members')
  await clerk.getByRole('button', { name: 'Amado Abad' }).click()
  await clerk.getByRole('button', { name: 'Book for this member' }).click()
  await expect(field(clerk, 'Member')).toHaveValue(/Amado Abad/)
  await form(clerk).getByRole('button', { name: 'Close' }).click()
  await expect(form(clerk)).toHaveCount(0)
  await expect(clerk.getByText('closed without saving')).toHaveCount(0)
})

test('days clicked first stay when the member is then chosen among the members', async ({ clerk }) => {
  await goTo(clerk, 'Calendar')
  const month = monthFromNow(8)
  await clickDay(clerk, `${month}-10`)
  await expect(field(clerk, 'From')).toHaveValue(written(`${month}-10`))
  await goTo(clerk, 'Members')
  await clerk.getByRole('button', { name: 'Amado Abad' }).click()
  await clerk.getByRole('button', { name: 'Book for this member' }).click()
  await expect(field(clerk, 'Member')).toHaveValue(/Amado Abad/)
  await expect(field(clerk, 'From')).toHaveValue(written(`${month}-10`))
  await form(clerk).getByRole('button', { name: 'Close' }).click()
})

test('the reason typed for a move survives Escape and a reload', async ({ clerk }) => {
  await goTo(clerk, 'Bookings')
  await clerk.locator('tbody tr').filter({ hasText: 'Pending' }).first().getByRole('link').first().click()
  await clerk.getByRole('dialog').getByRole('button', { name: 'Move' }).click()
  await field(clerk, 'Reason for moving').fill('The road is flooded')
  await clerk.keyboard.press('Escape')
  await clerk.getByRole('button', { name: 'Bring it back' }).click()
  await expect(field(clerk, 'Reason for moving')).toHaveValue('The road is flooded')
  await clerk.reload()
  await expect(clerk.getByRole('heading', { name: 'Move booking' })).toBeVisible()
  await expect(field(clerk, 'Reason for moving')).toHaveValue('The road is flooded')
  await clerk.getByRole('button', { name: 'Start afresh' }).click()
  await expect(field(clerk, 'Reason for moving')).toHaveValue('')
  await clerk.getByRole('dialog', { name: 'Move booking' }).getByRole('button', { name: 'Close' }).click()
  await goTo(clerk, 'Calendar')
})

test('a day in the calendar, a name and Save take 2 clicks and 6 keys', async ({ clerk }) => {
  const month = await showMonth(clerk, 'Rotavator 1', 9)
  const counted = await countInputs(clerk)
  await clickDay(clerk, `${month}-10`)
  await expect(field(clerk, 'Member')).toBeFocused()
  await clerk.keyboard.type('s-005')
  await clerk.keyboard.press('Enter')
  await expect(field(clerk, 'Member')).toHaveValue(/S-005/)
  await clerk.getByRole('button', { name: 'Save booking' }).click()
  await expect(clerk.getByText(`Rotavator 1, ${inMessage(`${month}-10`)}`)).toBeVisible()
  expect(await counted()).toEqual({ clicks: 2, keys: 6 })
})

test('from "New booking", a booking takes at most 6 clicks and no key', async ({ clerk }) => {
  const month = await showMonth(clerk, 'Transplanter 1', 9)
  const counted = await countInputs(clerk)
  await clerk.getByRole('button', { name: 'New booking' }).click()
  await field(clerk, 'Machine').click()
  await clerk.getByRole('option', { name: /^Rotavator 1/ }).click()
  await expect(field(clerk, 'Member')).toBeFocused()
  await clerk.getByRole('option', { name: /Amado Abad/ }).click()
  await clickDay(clerk, `${month}-17`)
  await expect(clerk.getByRole('button', { name: 'Save booking' })).toBeFocused()
  await clerk.getByRole('button', { name: 'Save booking' }).click()
  await expect(clerk.getByText(`Rotavator 1, ${inMessage(`${month}-17`)}`)).toBeVisible()
  expect(await counted()).toEqual({ clicks: 6, keys: 0 })
})

test('beside the calendar’s month there is no second month, beside other screens there is one', async ({
  clerk,
}) => {
  await clerk.getByRole('button', { name: 'New booking' }).click()
  await expect(field(clerk, 'Purpose')).toBeVisible()
  await expect(form(clerk).locator('.araro-taken-month')).toHaveCount(0)
  await goTo(clerk, 'Bookings')
  const month = form(clerk).locator('.araro-taken-month')
  await expect(month).toHaveCount(1)
  await month.getByRole('button', { name: inMessage(localDay(0)) }).click()
  await expect(field(clerk, 'From')).toHaveValue(new RegExp(`^${inMessage(localDay(0))}`))
  await expect(field(clerk, 'Member')).toBeFocused()
})
