import type { Page } from '@playwright/test'
import { findings } from '../support/look-with-axe.ts'
import { goTo } from '../support/office-in-browser.ts'
import { expect, test } from '../support/office-test.ts'

/** How a cooperative begins: from an empty folder to its first machine and member. */
test.describe.configure({ mode: 'serial' })
test.use({ sample: false })

let page: Page
const step = (name: string) => page.getByRole('listitem').filter({ hasText: name })

test('setting up the office leads and is in view at 768 pixels, with the sample beside it; on a phone, below', async ({
  office,
}) => {
  page = await office.newWindow()
  await page.setViewportSize({ width: 1366, height: 768 })
  const setUp = page.getByRole('button', { name: 'Set up the office' })
  const sample = page.getByRole('button', { name: 'Try the sample' })
  await expect(setUp).toBeInViewport({ ratio: 1 })
  await expect(sample).toBeInViewport({ ratio: 1 })
  const left = async () => ((await sample.boundingBox())?.x ?? 0) - ((await setUp.boundingBox())?.x ?? 0)
  const below = async () => ((await sample.boundingBox())?.y ?? 0) - ((await setUp.boundingBox())?.y ?? 0)
  expect(await left()).toBeGreaterThan(300)
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await below()).toBeGreaterThan(0)
  await page.setViewportSize({ width: 1366, height: 768 })
})

test('an office without bookings lists its first steps, and each button opens what it says', async () => {
  await page.getByLabel('Cooperative').fill('Kapatiran')
  await page.getByLabel('Your name').fill('Aling Nena')
  await page.getByLabel('Password', { exact: true }).fill('ani at palay')
  await page.getByLabel('Password again', { exact: true }).fill('ani at palay')
  await page.getByRole('button', { name: 'Set up the office' }).click()
  await expect(page.getByRole('heading', { name: 'First steps' })).toBeVisible()
  expect(await findings(page)).toEqual([])
  await step('Choose your types').getByRole('link').click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Flatbed dryer' }).click()
  await expect(dialog.getByRole('button', { name: 'Change Flatbed dryer' })).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Flatbed dryer', exact: true })).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await goTo(page, 'Today')
  await expect(step('Choose your types').getByText('Done')).toBeVisible()
})

test('a machine of a ready-made type begins with its units and gaps, also if the type is added with it', async () => {
  await step('Add a machine').getByRole('link').click()
  const dialog = page.getByRole('dialog', { name: 'Add a machine' })
  await dialog.getByLabel('Name', { exact: true }).fill('Unang Dryer')
  await dialog.getByRole('combobox', { name: 'Type' }).fill('Flat')
  await page.getByRole('option', { name: 'Flatbed dryer' }).click()
  await expect(dialog.getByLabel('Capacity')).toHaveValue('60')
  await expect(dialog.getByLabel('One unit is called')).toHaveValue('sack')
  await expect(dialog.getByLabel('Gap after (minutes)')).toHaveValue('60')
  await dialog.getByRole('button', { name: 'Save machine' }).click()
  await expect(page.getByText('Unang Dryer is saved.')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Add a machine' }).first().click()
  await dialog.getByLabel('Name', { exact: true }).fill('Kuliglig 1')
  await dialog.getByRole('combobox', { name: 'Type' }).fill('Hand')
  await page.getByRole('option', { name: 'Hand tractor' }).click()
  await expect(dialog.getByRole('combobox', { name: 'Type' })).toHaveValue('Hand tractor')
  await dialog.getByRole('button', { name: 'Save machine' }).click()
  await expect(page.getByText('Kuliglig 1 is saved.')).toBeVisible()
  await page.keyboard.press('Escape')
})

test('the steps that are left stand above the list of the day until each is done', async () => {
  await goTo(page, 'Today')
  await expect(step('Add a machine').getByText('Done')).toBeVisible()
  await step('Add a member').getByRole('link').click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Number').fill('0001')
  await dialog.getByLabel('Name', { exact: true }).fill('Mang Ambo')
  await dialog.getByRole('button', { name: 'Save member' }).click()
  await expect(page.getByText('Mang Ambo is saved.')).toBeVisible()
  await page.keyboard.press('Escape')
  await goTo(page, 'Today')
  await step('Add a user').getByRole('link').click()
  await dialog.getByLabel('Name', { exact: true }).fill('Kuya Ben')
  await dialog.getByLabel('Password', { exact: true }).fill('ani at palay')
  await dialog.getByRole('button', { name: 'Save user' }).click()
  await expect(dialog).toHaveCount(0)
  await goTo(page, 'Today')
  await expect(page.getByRole('heading', { name: 'First steps' })).toHaveCount(0)
})
