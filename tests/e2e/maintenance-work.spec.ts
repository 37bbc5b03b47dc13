import { findings } from '../support/look-with-axe.ts'
import { goTo, localDay } from '../support/office-in-browser.ts'
import { expect, test } from '../support/office-test.ts'
import { NO_OWN_RULES, PLAIN_MACHINE } from '../support/plain-machine.ts'

const NAME = 'Seeder 77'

test('the work at a maintenance is recorded from its start to its costs, by keyboard and mouse', async ({
  office,
  manager,
  clerk,
}) => {
  const [type] = await office.call<{ id: string; meter: boolean }[]>('manager', 'machines.types', {})
  const machine = {
    commandId: crypto.randomUUID(),
    name: NAME,
    typeId: type?.id,
    ...PLAIN_MACHINE,
  }
  await office.call('manager', 'machines.add', machine)
  await office.call('manager', 'maintenance.schedule', {
    commandId: crypto.randomUUID(),
    machineId: machine.commandId,
    period: { kind: 'days', from: localDay(0), to: localDay(0) },
    kind: 'preventive',
    note: 'Oil and filters',
    technician: 'Mang Tino',
  })
  await goTo(manager, 'Maintenance')
  await manager.getByRole('link', { name: NAME }).click()
  const panel = manager.getByRole('dialog', { name: 'Maintenance' })
  await expect(panel).toContainText('Mang Tino')
  await expect(panel).toContainText('Scheduled')
  expect(await findings(manager)).toEqual([])

  // The start, with a time that cannot be: what was typed stays.
  await panel.getByRole('button', { name: /^Start/ }).click()
  const start = manager.getByRole('dialog', { name: 'Start this maintenance?' })
  await start.getByLabel('Technician').fill('Mang Ben')
  await start.getByLabel('Began').fill(`${localDay(1)} 08:00`)
  await start.getByRole('button', { name: 'Start' }).click()
  await expect(start.getByText(/That time has not come yet/)).toBeVisible()
  await expect(start.getByLabel('Technician')).toHaveValue('Mang Ben')
  await start.getByLabel('Began').fill(`${localDay(0)} 00:00`)
  await start.getByRole('button', { name: 'Start' }).click()
  await expect(manager.getByText(`${NAME}: the work began.`)).toBeVisible()
  await expect(panel).toContainText('Under way')
  await expect(panel.getByRole('button', { name: /^Cancel/ })).toHaveCount(0)

  // A part by keyboard alone.
  await panel.getByRole('button', { name: 'Add part' }).focus()
  await manager.keyboard.press('Enter')
  await expect(panel.getByLabel('Part', { exact: true })).toBeFocused()
  await manager.keyboard.type('V-belt')
  await manager.keyboard.press('Tab')
  await manager.keyboard.type('2.5')
  await manager.keyboard.press('Tab')
  await manager.keyboard.type('x')
  await manager.keyboard.press('Enter')
  await expect(panel.getByLabel('Cost of one (₱)')).toBeFocused()
  await panel.getByLabel('Cost of one (₱)').fill('350')
  await expect(panel).toContainText('Comes to ₱875.00')
  await manager.keyboard.press('Enter')
  await expect(panel.getByRole('cell', { name: 'V-belt Part' })).toBeVisible()
  await panel.getByRole('button', { name: 'Add labour' }).click()
  await panel.getByLabel('Who or what work').fill('Mang Ben')
  await panel.getByLabel('Hours').fill('3')
  await panel.getByLabel('Cost of an hour (₱)').fill('100')
  await panel.getByRole('button', { name: 'Save cost' }).click()
  await expect(panel).toContainText('₱1,175.00')

  // Another window follows, and the clerk cannot change it.
  await goTo(clerk, 'Maintenance')
  await clerk.getByText('Under way', { exact: true }).click()
  await clerk.getByRole('link', { name: NAME }).click()
  const seen = clerk.getByRole('dialog', { name: 'Maintenance' })
  await expect(seen).toContainText('₱1,175.00')
  await expect(seen.getByRole('button', { name: /^(Start|Finish|Add|Correct)/ })).toHaveCount(0)

  await panel.getByRole('button', { name: /^Correct V-belt/ }).click()
  await panel.getByLabel('Quantity').fill('1')
  await panel.getByLabel('Why it is corrected').fill('one went back')
  await panel.getByRole('button', { name: 'Save correction' }).click()
  await expect(panel).toContainText('₱650.00')
  await expect(seen).toContainText('₱650.00')

  await panel.getByRole('button', { name: /^Finish/ }).click()
  const finish = manager.getByRole('dialog', { name: 'Finish this maintenance?' })
  await finish.getByLabel('What was done').fill('Belts replaced')
  await finish.getByRole('button', { name: 'Finish', exact: true }).click()
  await expect(manager.getByText(`${NAME}: maintenance finished.`)).toBeVisible()
  await expect(seen).toContainText('Belts replaced')

  await panel.getByRole('button', { name: 'Close costs' }).click()
  await manager
    .getByRole('dialog', { name: 'Close the costs?' })
    .getByRole('button', { name: 'Close costs' })
    .click()
  await expect(panel.getByRole('button', { name: 'Add part' })).toHaveCount(0)
  expect(await findings(manager)).toEqual([])

  // The machine says what it cost.
  await panel.getByRole('link', { name: NAME }).click()
  const own = manager.getByRole('dialog', { name: NAME })
  await expect(own.getByRole('heading', { name: 'Maintenance and its cost' })).toBeVisible()
  await expect(own.getByRole('table', { name: 'Maintenance by year' })).toContainText('₱650.00')
  expect(await findings(manager)).toEqual([])
  await manager.keyboard.press('Escape')
  await expect(own).toHaveCount(0)
})

test('a machine that is due is planned with one press, with everything filled in', async ({
  office,
  manager,
}) => {
  const typeId = crypto.randomUUID()
  await office.call('manager', 'machines.addType', {
    commandId: typeId,
    name: 'Thresher 77',
    ...NO_OWN_RULES,
    dueBookings: 1,
  })
  const machineId = crypto.randomUUID()
  await office.call('manager', 'machines.add', {
    commandId: machineId,
    name: 'Thresher 77 A',
    typeId,
    ...PLAIN_MACHINE,
  })
  const [member] = await office.call<{ id: string }[]>('manager', 'members.search', { text: 'S-001' })
  const bookingId = crypto.randomUUID()
  await office.call('manager', 'bookings.request', {
    commandId: bookingId,
    memberId: member?.id,
    machineId,
    period: { kind: 'days', from: localDay(0), to: localDay(0) },
  })
  const then = (name: string, version: number) =>
    office.call('manager', name, { commandId: crypto.randomUUID(), bookingId, version, atMs: Date.now() })
  await office.call('manager', 'bookings.approve', { commandId: crypto.randomUUID(), bookingId, version: 1 })
  await then('bookings.handOver', 2)
  await then('bookings.return', 3)

  await goTo(manager, 'Maintenance')
  await manager.getByText('Due', { exact: true }).click()
  await manager.getByRole('link', { name: 'Plan maintenance of Thresher 77 A' }).click()
  const form = manager.getByRole('dialog', { name: 'Schedule maintenance' })
  await expect(form.getByLabel('Machine', { exact: true })).toHaveValue(/^Thresher 77 A/)
  await expect(form.getByLabel('Note')).toHaveValue('Due: 1 completed')
  expect(await findings(manager)).toEqual([])
  await form.getByRole('button', { name: 'Save maintenance' }).click()
  await expect(manager.getByText('Maintenance of Thresher 77 A is planned.')).toBeVisible()
  await manager.getByText('Due', { exact: true }).click()
  await expect(manager.getByRole('link', { name: 'Plan maintenance of Thresher 77 A' })).toHaveCount(0)
})
