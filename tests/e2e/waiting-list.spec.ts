import type { Page } from '@playwright/test'
import { choose, goTo, localDay, typedDay } from '../support/office-in-browser.ts'
import { expect, test } from '../support/office-test.ts'

/** From a time that is taken, over the waiting list, to a booking. */
test.describe.configure({ mode: 'serial' })

type Call = <Json>(role: 'clerk' | 'manager', name: string, input: unknown) => Promise<Json>
type Booked = { booking: { id: string; version: number } }
const FROM = localDay(160)
const commandId = () => crypto.randomUUID()
let taken: Booked['booking']

async function takeRotavator(call: Call) {
  const machines = await call<{ id: string; name: string }[]>('manager', 'machines.list', {})
  const [member] = await call<{ id: string }[]>('manager', 'members.search', { text: 'Belen Manalo' })
  const machineId = machines.find(one => one.name === 'Rotavator 1')!.id
  const period = { kind: 'days', from: FROM, to: FROM }
  const asked = { commandId: commandId(), machineId, memberId: member!.id, period }
  taken = (await call<Booked>('manager', 'bookings.request', asked)).booking
}
const row = (page: Page) => page.getByRole('row').filter({ hasText: 'Amado Abad' })

test('a clerk puts a member on the waiting list when the time is taken', async ({ office, clerk }) => {
  await takeRotavator(office.call as Call)
  await clerk.getByRole('button', { name: 'New booking' }).click()
  await choose(clerk, 'Machine', 'Rotavator 1', /^Rotavator 1/)
  await choose(clerk, 'Member', 'S-001', /Amado Abad/)
  await clerk.getByLabel('From', { exact: true }).fill(typedDay(FROM))
  await clerk.getByRole('button', { name: 'Put on the waiting list' }).click()
  const dialog = clerk.getByRole('dialog', { name: 'Put Amado Abad on the waiting list' })
  await dialog.getByRole('button', { name: 'Put on the waiting list' }).click()
  await expect(clerk.getByText('Amado Abad is on the waiting list: Rotavator.')).toBeVisible()
  await goTo(clerk, 'Waiting list')
  await expect(row(clerk)).toContainText('nothing free yet')
  await expect(row(clerk).getByRole('link', { name: /^0900/ })).toBeVisible()
})

test('what becomes free is offered at once, and taking it makes the booking', async ({ office, clerk }) => {
  const cancel = { commandId: commandId(), bookingId: taken.id, version: taken.version, reason: 'Rain' }
  await office.call('clerk', 'bookings.cancel', cancel)
  await expect(row(clerk)).toContainText('Rotavator 1')
  await row(clerk).getByRole('button', { name: 'Take the offer' }).click()
  await expect(clerk.getByText(/^Booked: Rotavator 1, .*Amado Abad/)).toBeVisible()
  await expect(row(clerk)).toHaveCount(0)
})

test('a manager moves somebody up with a reason', async ({ manager }) => {
  await goTo(manager, 'Waiting list')
  const last = manager.getByRole('row').last()
  const name = (await last.getByRole('link').first().textContent()) ?? ''
  await last.getByRole('button', { name: 'Move up' }).click()
  const dialog = manager.getByRole('dialog', { name: `Move ${name} up?` })
  await dialog.getByLabel('Reason').fill('The seedlings are ready')
  await dialog.getByRole('button', { name: 'Move up' }).click()
  await expect(manager.getByText(`${name} is first on the list.`)).toBeVisible()
  const first = manager.getByRole('row').filter({ hasText: name })
  await expect(first.getByRole('cell').first()).toHaveText('1')
})
