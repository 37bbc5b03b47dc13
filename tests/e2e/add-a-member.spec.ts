import { findings } from '../support/look-with-axe.ts'
import { goTo } from '../support/office-in-browser.ts'
import { expect, test } from '../support/office-test.ts'

test('a new member is offered the next number and the barangays of the others; a number that was taken meanwhile is refused', async ({
  office,
  manager,
}) => {
  await goTo(manager, 'Members')
  await manager.getByRole('button', { name: 'Add a member' }).click()
  const dialog = manager.getByRole('dialog')
  const number = dialog.getByLabel('Number')
  await expect(number).toHaveValue('S-081')
  await expect(dialog.getByLabel('Name')).toBeFocused()
  await manager.keyboard.type('Rosa Magpantay')
  await dialog.getByLabel('Barangay').fill('tab')
  await manager.getByRole('option', { name: 'Tabing Ilog' }).click()
  await office.call('clerk', 'members.add', {
    commandId: crypto.randomUUID(),
    number: 'S-081',
    name: 'Somebody Else',
    phone: '',
    barangay: '',
    sector: '',
  })
  await dialog.getByRole('button', { name: 'Save member' }).click()
  await expect(number).toBeFocused()
  await expect(dialog.getByText(/Somebody Else/)).toBeVisible()
  expect(await findings(manager)).toEqual([])
  await number.fill('S-082')
  await dialog.getByRole('button', { name: 'Save member' }).click()
  await expect(manager.getByText('Rosa Magpantay is saved.')).toBeVisible()
  await manager.keyboard.press('Escape')
  await manager.getByRole('button', { name: 'Add a member' }).click()
  await expect(number).toHaveValue('S-083')
})
