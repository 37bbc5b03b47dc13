import type { Page } from '@playwright/test'
import { addMachine, addMember, addType, approved, days, give } from '../support/by-script.ts'
import { goTo, type OfficeInBrowser } from '../support/office-in-browser.ts'
import { expect, test } from '../support/office-test.ts'

/** A booklet, a payment from the list of what a member owes, its slip, and its reversal. */
test.describe.configure({ mode: 'serial' })

const NAME = 'Wenceslao Payumo'

/** A member whose booking was approved at a machine whose type asks for a deposit of ₱500. */
async function promise(office: OfficeInBrowser) {
  const typeId = await addType(office, 'Leveller', { depositCentavos: 50_000 })
  const rate = { centavos: 100_000, per: 'day' }
  const machineId = await addMachine(office, { name: 'Leveller 1', typeId, rate })
  const memberId = await addMember(office, { number: 'P-1', name: NAME, barangay: 'Norte' })
  await approved(office, { machineId, memberId, period: days(20, 21) })
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
  await promise(office)
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

/** A machine that came back after its time, whose type asks ₱50 for each hour. */
async function comeBackLate(office: OfficeInBrowser): Promise<string> {
  const late = { minNoticeDays: 0, lateFeeCentavos: 5_000, lateFeePer: 'hour' }
  const machineId = await addMachine(office, {
    name: 'Sprayer 1',
    typeId: await addType(office, 'Sprayer', late),
    bookingMode: 'time',
    rate: { centavos: 100_000, per: 'flat' },
  })
  const memberId = await addMember(office, { number: 'P-2', name: LATE, barangay: 'Norte' })
  const startMs = Date.now() + 3000
  const endMs = startMs + 1000
  const asked = { machineId, memberId, period: { kind: 'time', startMs, endMs } }
  const { id: bookingId, version } = await approved(office, asked)
  const wait = (ms: number) => new Promise(done => setTimeout(done, Math.max(0, ms - Date.now())))
  await wait(startMs)
  await give(office, 'clerk', 'bookings.handOver', { bookingId, version, atMs: startMs })
  await wait(endMs + 1500)
  const back = { bookingId, version: version + 1, atMs: endMs + 1000 }
  await give(office, 'clerk', 'bookings.return', back)
  return bookingId
}
const LATE = 'Hilaria Pangilinan'

test('a late fee is offered by the rule, added with one press, and waived by a manager with a reason', async ({
  office,
  clerk,
  manager,
}) => {
  const bookingId = await comeBackLate(office)
  const open = async (page: Page) => {
    await page.evaluate(hash => {
      window.location.hash = hash
    }, `#/bookings?booking=${bookingId}`)
    return page.getByRole('dialog', { name: 'Sprayer 1' })
  }
  const panel = await open(clerk)
  await expect(panel.getByText('the late fee is ₱50.00 (1 hour × ₱50.00)')).toBeVisible()
  await expect(panel.getByText('₱1,000.00 · due since')).toBeVisible()
  await panel.getByRole('button', { name: 'Add late fee of ₱50.00' }).click()
  await expect(panel.getByText('₱1,050.00 · due since')).toBeVisible()
  await expect(panel.getByRole('button', { name: 'Waive late fee' })).toHaveCount(0)
  const ofManager = await open(manager)
  await ofManager.getByRole('button', { name: 'Waive late fee' }).click()
  const dialog = manager.getByRole('dialog', { name: 'Waive the late fee of ₱50.00?' })
  await dialog.getByLabel('Reason').fill('The road was flooded')
  await dialog.getByRole('button', { name: 'Waive late fee' }).click()
  await expect(ofManager.getByText('₱50.00 was waived: The road was flooded')).toBeVisible()
  await expect(ofManager.getByText('₱1,000.00 · due since')).toBeVisible()
})

test('the booking’s panel has three figures, its payments, and gives back what was paid', async ({
  clerk,
}) => {
  const panel = clerk.getByRole('dialog', { name: 'Sprayer 1' })
  for (const stage of ['When requested', 'When approved', 'After the work'])
    await expect(panel.locator('.araro-costs > div').filter({ hasText: stage })).toContainText('₱1,000.00')
  await panel.getByRole('button', { name: 'Take payment' }).click()
  const form = clerk.getByRole('dialog', { name: 'Take payment' })
  await expect(form.getByLabel('Member', { exact: true })).toHaveValue(new RegExp(LATE))
  await form.getByLabel('Amount').fill('400')
  await form.getByRole('button', { name: 'Take payment' }).click()
  const taken = clerk.getByRole('dialog', { name: 'Payment', exact: true })
  await expect(taken.getByText('₱600.00 is left')).toBeVisible()
  await taken.getByRole('link', { name: /Sprayer 1/ }).click()
  const again = clerk.getByRole('dialog', { name: 'Sprayer 1' })
  await expect(again.getByRole('link', { name: /₱400\.00/ })).toBeVisible()
  await again.getByRole('button', { name: 'Give money back' }).click()
  const refund = clerk.getByRole('dialog', { name: `Give money back to ${LATE}?` })
  await refund.getByLabel('Amount').fill('100')
  await refund.getByLabel('Reason').fill('Paid too much')
  await refund.getByRole('button', { name: 'Give money back' }).click()
  await expect(refund).toHaveCount(0)
  await expect(again.getByText('₱700.00', { exact: true })).toBeVisible()
  await expect(again.getByRole('link', { name: /₱100\.00/ })).toBeVisible()
})

test('a booklet is put away and used again, and what it gave stays', async ({ manager }) => {
  await manager.keyboard.press('Escape')
  await goTo(manager, 'Settings')
  await manager.getByRole('tab', { name: 'Booklets of receipts' }).click()
  const line = manager.getByRole('row').filter({ hasText: 'P-101' })
  await line.getByRole('button', { name: /^Put away/ }).click()
  await expect(line).toContainText('put away')
  await line.getByRole('button', { name: /^Use again/ }).click()
  await expect(line).toContainText('P-103')
})
