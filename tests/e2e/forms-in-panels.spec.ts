import { goTo } from '../support/office-in-browser.ts'
import { expect, test } from '../support/office-test.ts'

/** What every form in a panel and every question does, shown with the longest of them. */
test.describe.configure({ mode: 'serial' })

test('Save stays in view in the longest form, wide and narrow, and stands before Cancel', async ({
  admin,
}) => {
  await goTo(admin, 'Machines')
  await admin.getByRole('button', { name: 'Add a machine' }).click()
  const dialog = admin.getByRole('dialog')
  for (const size of [
    { width: 1366, height: 768 },
    { width: 390, height: 844 },
  ]) {
    await admin.setViewportSize(size)
    await expect(dialog.getByRole('button', { name: 'Save machine' })).toBeInViewport({ ratio: 1 })
  }
  await admin.setViewportSize({ width: 1366, height: 768 })
  const buttons = dialog.locator('form').getByRole('button', { name: /^(Save machine|Cancel)$/ })
  await expect(buttons).toHaveText(['Save machine', 'Cancel'])
})

test('after a failed save the first wrong field is in view with its message, which goes away with its reason', async ({
  admin,
}) => {
  const dialog = admin.getByRole('dialog')
  await dialog.getByLabel('Note').scrollIntoViewIfNeeded()
  await dialog.getByLabel('Name', { exact: true }).fill('Traktora')
  await dialog.getByLabel('Note').focus()
  await dialog.getByRole('button', { name: 'Save machine' }).click()
  const type = dialog.getByRole('combobox', { name: 'Type' })
  await expect(type).toBeFocused()
  await expect(type).toBeInViewport({ ratio: 1 })
  const message = dialog.getByText('Choose a type.')
  await expect(message).toBeInViewport({ ratio: 1 })
  await type.click()
  await admin.getByRole('option', { name: 'Hand tractor' }).click()
  await expect(message).toHaveCount(0)
  await admin.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
})

test('what is typed in Type stays until it is a type, also after a reload, and saves no machine with another type', async ({
  admin,
}) => {
  const dialog = admin.getByRole('dialog')
  const type = dialog.getByRole('combobox', { name: 'Type' })
  await admin.getByRole('button', { name: 'Add a machine' }).click()
  await dialog.getByLabel('Name', { exact: true }).fill('Thresher 7')
  await type.fill('tractor')
  await admin.getByRole('option', { name: 'Hand tractor' }).click()
  await type.fill('tractor')
  await dialog.getByLabel('Note').focus()
  const several = dialog.getByText('2 types match “tractor”: choose one.')
  await expect(several).toBeVisible()
  await admin.reload()
  await admin.getByRole('button', { name: 'Add a machine' }).click()
  await expect(type).toHaveValue('tractor')
  await expect(several).toBeVisible()
  await dialog.getByRole('button', { name: 'Save machine' }).click()
  await expect(type).toBeFocused()
  await type.fill('Mechanical thresher')
  await admin.getByRole('option', { name: 'Add “Mechanical thresher” as a new type' }).click()
  await expect(dialog.getByLabel('Name of the new type')).toHaveValue('Mechanical thresher')
  await dialog.getByRole('button', { name: 'Add type' }).click()
  await expect(type).toHaveValue('Mechanical thresher')
  await dialog.getByRole('button', { name: 'Save machine' }).click()
  await expect(admin.getByText('Thresher 7 is saved.')).toBeVisible()
  await admin.keyboard.press('Escape')
})

test('a machine that is still promised cannot be retired: the question names each booking once before any button is pressed, all buttons in view', async ({
  admin,
}) => {
  await admin.getByRole('button', { name: 'Harvester 1' }).click()
  await admin.getByRole('dialog').getByRole('button', { name: 'Take out of service' }).click()
  const question = admin.getByRole('dialog', { name: 'Take Harvester 1 out of service?' })
  await admin.setViewportSize({ width: 1366, height: 500 })
  await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await expect(question.getByRole('button', { name: 'Take out of service' })).toBeDisabled()
  await expect(question.getByRole('listitem')).not.toHaveCount(0)
  const lines = await question.getByRole('listitem').allInnerTexts()
  expect(lines.length).toBeGreaterThan(5)
  expect(new Set(lines).size).toBe(lines.length)
  await expect(question.getByRole('alert')).toContainText(`promised ${lines.length} times`)
  for (const button of ['Take out of service', 'Cancel']) {
    await expect(question.getByRole('button', { name: button })).toBeInViewport({ ratio: 1 })
  }
  await admin.setViewportSize({ width: 1366, height: 768 })
  await admin.keyboard.press('Escape')
})
