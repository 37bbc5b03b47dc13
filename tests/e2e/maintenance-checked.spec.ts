import { days, machineNamed, memberFound, requested } from '../support/by-script.ts'
import { findings } from '../support/look-with-axe.ts'
import { choose, goTo, localDay, written } from '../support/office-in-browser.ts'
import { expect, test } from '../support/office-test.ts'

test('maintenance is checked while it is typed: who is in the way, and the next free time takes one click', async ({
  office,
  manager,
}) => {
  const machineId = await machineNamed(office, 'Tractor 2')
  const { id: memberId } = await memberFound(office, 'S-001')
  await requested(office, { machineId, memberId, period: days(180) })
  await goTo(manager, 'Maintenance')
  await manager.getByRole('button', { name: 'Schedule maintenance' }).click()
  const dialog = manager.getByRole('dialog')
  await choose(manager, 'Machine', 'Tractor 2', /^Tractor 2/)
  await dialog.getByLabel('From', { exact: true }).fill(localDay(180))
  await dialog.getByLabel('To', { exact: true }).fill(localDay(180))
  await expect(dialog.getByText(/^Already booked by Amado Abad/)).toBeVisible()
  await expect(dialog.getByRole('link', { name: 'Open this booking' })).toBeVisible()
  // What is in the way is said once, at the period, also when Save was pressed.
  const said = dialog.getByText(/Already booked by Amado Abad/)
  await dialog.getByRole('button', { name: 'Save maintenance' }).click()
  await expect(dialog.getByLabel('From', { exact: true })).toBeFocused()
  await expect(said).toHaveCount(1)
  expect(await findings(manager)).toEqual([])
  await dialog.getByRole('button', { name: `Tractor 2, ${written(localDay(182))}` }).click()
  await expect(dialog.getByText(`Free: ${written(localDay(182))}`)).toBeVisible()
  await dialog.getByRole('button', { name: 'Save maintenance' }).click()
  await expect(manager.getByText('Maintenance of Tractor 2 is planned.')).toBeVisible()
})
