import type { Page } from '@playwright/test'
import { choose, goTo, localDay } from '../support/office-in-browser.ts'
import { expect, test } from '../support/office-test.ts'

/** A number that cannot be is refused at its field and stays as typed, in every form. */
test.describe.configure({ mode: 'serial' })

let manager: Page
test.beforeEach(async ({ manager: window }) => {
  manager = window
})

const form = () => manager.getByRole('dialog', { name: 'New booking' })
const field = (name: string) => manager.getByLabel(name, { exact: true })
const newBooking = () => manager.getByRole('button', { name: 'New booking' }).click()
const save = () => manager.getByRole('button', { name: 'Save booking' })
const closeForm = () => form().getByRole('button', { name: 'Close' }).click()

test('a number out of range stays as typed, and the field names its limits', async () => {
  await newBooking()
  await choose(manager, 'Machine', 'Dryer', /^Dryer 1/)
  await choose(manager, 'Member', 'S-005', /S-005/)
  await field('From').fill(localDay(120))
  await field('To').fill(localDay(120))
  await expect(save()).toBeEnabled()
  const units = manager.getByLabel(/^How many/)
  for (const text of ['2.5', '-3', '0', '']) {
    await units.fill(text)
    await units.press('Tab')
    await expect(form().getByText('A whole number from 1 to 60.')).toBeVisible()
    await expect(units).toHaveValue(text)
    await expect(save()).toBeDisabled()
  }
  await units.fill('12')
  await expect(form().getByText('A whole number from 1 to 60.')).toHaveCount(0)
  await expect(save()).toBeEnabled()
  await closeForm()
})

test('a rule of −1 days is refused at its field, and nothing is saved', async ({ office }) => {
  await goTo(manager, 'Settings')
  const notice = manager.getByLabel('Notice, days')
  await notice.fill('-1')
  await manager.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(manager.getByText('A whole number from 0 to 60.')).toBeVisible()
  await expect(notice).toHaveValue('-1')
  const { rules } = await office.call<{ rules: { minNoticeDays: number } }>('manager', 'settings.get', {})
  expect(rules.minNoticeDays).toBe(1)
  await notice.fill('1')
})

test('a rate of −5 is refused at its field, and stays as typed', async () => {
  await goTo(manager, 'Machines')
  await manager.getByRole('button', { name: 'Rotavator 1', exact: true }).click()
  const panel = manager.getByRole('dialog')
  await panel.getByRole('button', { name: 'Add a rate' }).click()
  const rate = panel.getByLabel('Rate for members (₱)')
  await rate.fill('-5')
  await panel.getByRole('button', { name: 'Save rate' }).click()
  await expect(panel.getByText(/^An amount from 0/)).toBeVisible()
  await expect(rate).toHaveValue('-5')
  await rate.fill('')
  await manager.keyboard.press('Escape')
  await goTo(manager, 'Calendar')
})
