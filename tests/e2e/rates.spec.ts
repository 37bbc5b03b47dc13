import { addMachine, addType } from '../support/by-script.ts'
import { goTo, localDay, type OfficeInBrowser, typedDay } from '../support/office-in-browser.ts'
import { expect, test } from '../support/office-test.ts'

/** What machines cost, from a day on. The machine and its type are made for this file. */
test.describe.configure({ mode: 'serial' })

const TYPE = 'Ditcher'
const NAME = 'Ditcher 1'

async function added(office: OfficeInBrowser): Promise<string> {
  const rate = { centavos: 100_000, per: 'day' }
  return addMachine(office, { name: NAME, typeId: await addType(office, TYPE), rate })
}
let machineId = ''

test('a manager adds a rate from a later day on, and it stands beside the one that holds', async ({
  office,
  manager,
}) => {
  machineId = await added(office)
  await goTo(manager, 'Machines')
  await manager.getByRole('button', { name: NAME, exact: true }).click()
  const panel = manager.getByRole('dialog', { name: NAME })
  await expect(panel.getByRole('row').filter({ hasText: 'the beginning' })).toContainText('₱1,000.00 per day')
  await panel.getByRole('button', { name: 'Add a rate' }).click()
  await panel.getByRole('button', { name: 'Save rate' }).click()
  await expect(panel.getByText(/^An amount from 0/)).toBeVisible()
  await panel.getByLabel('Rate for members (₱)').fill('1,500')
  await panel.getByLabel('Rate for others (₱)').fill('1,800')
  await panel.getByLabel('Includes').click()
  await manager.getByRole('option', { name: 'Fuel and operator' }).click()
  // What was valid is not changed, and nothing typed is lost.
  await panel.getByLabel('Valid from').fill(typedDay(localDay(-1)))
  await panel.getByRole('button', { name: 'Save rate' }).click()
  await expect(panel.getByText(/^A rate can begin on .* at the earliest/)).toBeVisible()
  await expect(panel.getByLabel('Rate for members (₱)')).toHaveValue('1,500')
  await panel.getByLabel('Valid from').fill(typedDay(localDay(200)))
  await panel.getByRole('button', { name: 'Save rate' }).click()
  const later = panel.getByRole('row').filter({ hasText: 'Later' })
  await expect(later).toContainText('₱1,500.00 per day')
  await expect(later).toContainText('₱1,800.00 per day')
  await expect(later).toContainText('Fuel and operator')
  await expect(panel.getByRole('button', { name: 'Add a rate' })).toBeFocused()
})

test('the form quotes by the first day and the member, and a promise keeps its price', async ({
  office,
  clerk,
  manager,
}) => {
  const member = { number: 'R-1', name: 'Rosa Rate', phone: '', barangay: 'Norte', sector: '' }
  const memberId = crypto.randomUUID()
  await office.call('clerk', 'members.add', { commandId: memberId, ...member, kind: 'other' })
  await office.call('clerk', 'members.verify', { commandId: crypto.randomUUID(), memberId, version: 1 })
  await clerk.getByRole('button', { name: 'New booking' }).click()
  const form = clerk.getByRole('dialog', { name: 'New booking' })
  await form.getByLabel('Machine', { exact: true }).fill(NAME)
  await clerk.getByRole('option', { name: new RegExp(`^${NAME}`) }).click()
  await form.getByLabel('From', { exact: true }).fill(typedDay(localDay(198)))
  await form.getByLabel('To', { exact: true }).fill(typedDay(localDay(199)))
  await expect(form.getByText('₱2,000.00 (2 days × ₱1,000.00)')).toBeVisible()
  await form.getByLabel('From', { exact: true }).fill(typedDay(localDay(203)))
  await form.getByLabel('To', { exact: true }).fill(typedDay(localDay(204)))
  await expect(form.getByText('₱3,000.00 (2 days × ₱1,500.00, with fuel and operator)')).toBeVisible()
  await form.getByLabel('Member').fill('R-1')
  await clerk.getByRole('option', { name: /Rosa Rate/ }).click()
  const price = '₱3,600.00 (2 days × ₱1,800.00, for others, with fuel and operator)'
  await expect(form.getByText(price)).toBeVisible()
  await form.getByRole('button', { name: 'Save booking' }).click()
  await expect(form).toHaveCount(0)

  const listed = { machineId, limit: 5 }
  const { bookings } = await office.call<{ bookings: { id: string; version: number }[] }>(
    'clerk',
    'bookings.list',
    listed,
  )
  const { id: bookingId, version } = bookings[0]!
  await office.call('manager', 'bookings.approve', { commandId: crypto.randomUUID(), bookingId, version })
  const rate = { machineId, per: 'day', centavos: 900_000, validFrom: localDay(201) }
  await office.call('manager', 'rates.set', { commandId: crypto.randomUUID(), ...rate })
  await manager.evaluate(id => {
    window.location.hash = `#/bookings?booking=${id}`
  }, bookingId)
  await expect(manager.getByRole('dialog').getByText(price)).toBeVisible()
})
