import type { Page } from '@playwright/test'
import { goTo, localDay } from '../support/office-in-browser.ts'
import { expect, test } from '../support/office-test.ts'
import { NO_OWN_RULES, PLAIN_MACHINE } from '../support/plain-machine.ts'

/** A booklet, a payment from the list of what a member owes, its slip, and its reversal. */
test.describe.configure({ mode: 'serial' })

type Call = <Json>(role: 'clerk' | 'manager', name: string, input: unknown) => Promise<Json>
const commandId = () => crypto.randomUUID()
const NAME = 'Wenceslao Payumo'

/** A member whose booking was approved at a machine whose type asks for a deposit of ₱500. */
async function promise(call: Call) {
  const typeId = commandId()
  const type = { commandId: typeId, name: 'Leveller', ...NO_OWN_RULES, depositCentavos: 50_000 }
  await call('manager', 'machines.addType', type)
  const machineId = commandId()
  const rate = { centavos: 100_000, per: 'day' }
  const machine = { commandId: machineId, typeId, name: 'Leveller 1', ...PLAIN_MACHINE, rate }
  await call('manager', 'machines.add', machine)
  const memberId = commandId()
  const who = { number: 'P-1', name: NAME, phone: '0917 555 0101', barangay: 'Norte', sector: '' }
  await call('clerk', 'members.add', { commandId: memberId, ...who })
  await call('clerk', 'members.verify', { commandId: commandId(), memberId, version: 1 })
  const period = { kind: 'days', from: localDay(20), to: localDay(21) }
  const bookingId = commandId()
  await call('clerk', 'bookings.request', { commandId: bookingId, machineId, memberId, period })
  await call('manager', 'bookings.approve', { commandId: commandId(), bookingId, version: 1 })
}

const row = (page: Page) => page.getByRole('row').filter({ hasText: NAME })

test('a manager adds a booklet, and is told of numbers that another one has', async ({ manager }) => {
  await goTo(manager, 'Settings')
  await manager.getByRole('tab', { name: 'Booklets of receipts' }).click()
  const add = async (first: string) => {
    await manager.getByRole('button', { name: 'Add booklet' }).click()
    const panel = manager.getByRole('dialog', { name: 'Add booklet' })
    await panel.getByLabel('Before the number').fill('P-')
    await panel.getByLabel('First number').fill(first)
    await panel.getByLabel('Last number').fill('150')
    await panel.getByRole('button', { name: 'Save booklet' }).click()
    return panel
  }
  await add('101')
  await expect(manager.getByRole('row').filter({ hasText: 'P-101' })).toContainText('none')
  const again = await add('120')
  await expect(again.getByText(/Another booklet has some of these numbers/)).toBeVisible()
  await manager.keyboard.press('Escape')
})

test('a clerk takes what is owed with the keyboard alone, and the receipt’s number is offered', async ({
  office,
  clerk,
}) => {
  await promise(office.call as Call)
  await goTo(clerk, 'Payments')
  await clerk.getByRole('button', { name: 'Take payment' }).click()
  const panel = clerk.getByRole('dialog', { name: 'Take payment' })
  await panel.getByLabel('Member', { exact: true }).focus()
  await clerk.keyboard.type('Payumo')
  await expect(clerk.getByRole('option', { name: new RegExp(NAME) })).toBeVisible()
  await clerk.keyboard.press('Enter')
  await expect(panel.getByRole('checkbox', { name: /₱500\.00 · Leveller 1/ })).toBeChecked()
  await panel.getByLabel('Booklet').click()
  await clerk.getByRole('option', { name: /^P-101/ }).click()
  await expect(panel.getByLabel('Receipt number')).toHaveValue('101')
  await panel.getByLabel('Amount').focus()
  await clerk.keyboard.press('Enter')
  const taken = clerk.getByRole('dialog', { name: 'Payment', exact: true })
  await expect(taken.getByText('P-101')).toBeVisible()
  await expect(taken.getByText('₱1,500.00 is left')).toBeVisible()
})

test('the slip is counted, and the second one is a copy', async ({ clerk }) => {
  await clerk.evaluate(() => {
    window.print = () => undefined
  })
  const panel = clerk.getByRole('dialog', { name: 'Payment', exact: true })
  await panel.getByRole('button', { name: 'Print slip (A5)' }).click()
  const slip = clerk.locator('.araro-paid')
  await expect(slip).toContainText('This is not an official receipt')
  await expect(slip).not.toContainText('COPY')
  await clerk.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  await panel.getByRole('button', { name: 'Print copy (80 mm)' }).click()
  await expect(slip).toContainText('COPY')
  await clerk.evaluate(() => window.dispatchEvent(new Event('afterprint')))
})

test('a payment that is wrong is reversed with a reason, and owed again', async ({ clerk }) => {
  const panel = clerk.getByRole('dialog', { name: 'Payment', exact: true })
  await panel.getByRole('button', { name: 'Reverse' }).click()
  const dialog = clerk.getByRole('dialog', { name: 'Reverse this payment?' })
  await dialog.getByLabel('Reason').fill('Another member paid')
  await dialog.getByRole('button', { name: 'Reverse' }).click()
  await expect(panel.getByText('Reversed')).toBeVisible()
  // The question is closed, so that Escape is for the panel.
  await clerk.keyboard.press('Escape')
  await expect(panel).toHaveCount(0)
  await expect(row(clerk)).toHaveCount(2)
  await clerk.getByRole('tab', { name: 'Who owes' }).click()
  await expect(clerk.getByText(/is owed by \d+ members?\./)).toBeVisible()
  const saved = clerk.waitForEvent('download')
  await clerk.getByRole('button', { name: 'Export as CSV' }).click()
  expect((await saved).suggestedFilename()).toBe('araro-receivables.csv')
})
