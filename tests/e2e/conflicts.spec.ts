import Database from 'better-sqlite3'
import { promised } from '../support/at-the-counter.ts'
import { goTo } from '../support/office-in-browser.ts'
import { expect, test } from '../support/office-test.ts'
import { withoutGuard } from '../support/without-guard.ts'

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

test('a machine that another program promised twice stands on To settle, in its panel and on Today, until a way out is taken', async ({
  office,
}) => {
  const first = await promised(office, 'Harvester 8')
  const { booking } = await promised(office, 'Harvester 9')
  await office.cutAndStartAgain(async path => {
    const file = new Database(path)
    withoutGuard(file, () => {
      file.prepare('UPDATE bookings SET machine_id = ? WHERE id = ?').run(first.machineId, booking.id)
    })
    file.close()
  })
  // A window that was open may have been fetching the code of its screens when the power went.
  const manager = await office.signedIn('manager')
  await goTo(manager, 'To settle')
  const item = manager.getByRole('listitem').filter({ hasText: 'Promised twice' })
  await expect(item).toContainText(/Harvester 8 is promised to .* too, .*, who asked first\./)
  await goTo(manager, 'Today')
  await expect(manager.getByRole('region', { name: /^To settle/ })).toContainText('Promised twice')

  await manager.goto(`${new URL(manager.url()).origin}/#/bookings?booking=${booking.id}`)
  await expect(manager.getByText('This promise cannot be kept for now.')).toBeVisible()
  await expect(manager.getByText(/^Harvester 8 is promised to/)).toBeVisible()
  await manager.getByRole('link', { name: 'Ways out: To settle' }).click()
  await item.getByRole('button', { name: 'Cancel booking', exact: true }).click()
  const dialog = manager.getByRole('dialog')
  await dialog.getByLabel('Reason').fill('Promised twice')
  await dialog.getByRole('button', { name: 'Cancel booking' }).click()
  await expect(item).toHaveCount(0)
})
