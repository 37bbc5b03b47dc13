import { goTo } from '../support/office-in-browser.ts'
import { expect, test } from '../support/office-test.ts'

test('a manager looks for conflicts in the settings, and sees how often somebody was refused', async ({
  office,
  manager,
}) => {
  const { bookings } = await office.call<{
    bookings: { machineId: string; memberId: string; period: object }[]
  }>('manager', 'bookings.list', { status: ['approved'], limit: 1 })
  const { machineId, memberId, period } = bookings[0]!
  const again = { commandId: crypto.randomUUID(), machineId, memberId, period, units: 1 }
  await office.call('manager', 'bookings.request', again)
  await goTo(manager, 'Settings')
  await manager.getByRole('tab', { name: 'Conflicts' }).click()
  await expect(manager.getByText(/^No conflicts\. Looked at/)).toBeVisible()
  await expect(manager.getByRole('table').getByRole('row')).not.toHaveCount(1)
  await manager.getByRole('button', { name: 'Look again' }).click()
  await expect(manager.getByText(/^No conflicts\. Looked at/)).toBeVisible()
  if (process.env['PICTURE']) await manager.screenshot({ path: process.env['PICTURE'] })
})
