import { goTo } from '../support/office-in-browser.ts'
import { expect, test } from '../support/office-test.ts'

test('a type gets a plan of maintenance, which its place in the list says; nothing typed is lost where it is wrong', async ({
  manager,
}) => {
  await goTo(manager, 'Machines')
  await manager.getByRole('button', { name: 'Machine types', exact: true }).click()
  await manager.getByRole('button', { name: 'Change Hand tractor' }).click()
  await manager.getByLabel('Hours by the meter').fill('0')
  await manager.getByLabel('Bookings', { exact: true }).fill('12')
  await manager.getByRole('button', { name: 'Save type' }).click()
  await expect(manager.getByLabel('Hours by the meter')).toBeFocused()
  await expect(manager.getByLabel('Bookings', { exact: true })).toHaveValue('12')
  await manager.getByLabel('Hours by the meter').fill('250')
  await manager.getByRole('button', { name: 'Save type' }).click()
  await expect(manager.getByText('250 hours, 12 bookings')).toBeVisible()
})
