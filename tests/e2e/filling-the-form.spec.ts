import type { Page } from '@playwright/test'
import { machineNamed, memberFound, requested } from '../support/by-script.ts'
import { choose, goTo, localDay, writtenInField } from '../support/office-in-browser.ts'
import { expect, test } from '../support/office-test.ts'

/** How the booking form responds to keys and clicks. */
test.describe.configure({ mode: 'serial' })

let manager: Page
test.beforeEach(async ({ manager: window }) => {
  manager = window
})

const form = () => manager.getByRole('dialog', { name: 'New booking' })
const field = (name: string) => manager.getByLabel(name, { exact: true })
const newBooking = () => manager.getByRole('button', { name: 'New booking' }).click()
const save = () => manager.getByRole('button', { name: 'Save booking' })
const closeForm = () => form().getByRole('button', { name: 'Close' }).click()

test('each field of the form has a unique name, also after a dialog was closed and in every month', async () => {
  await goTo(manager, 'Approvals')
  await manager.getByRole('button', { name: 'Reject' }).first().click()
  await expect(manager.getByLabel('Reason')).toBeVisible()
  await manager.keyboard.press('Escape')
  await goTo(manager, 'Calendar')
  await newBooking()
  // "October" contains "to" as well.
  for (let turn = 0; turn < 12; turn++) {
    for (const name of ['Machine', 'Member', 'From', 'To', 'Purpose']) {
      await expect(manager.getByLabel(name)).toHaveCount(1)
    }
    await manager.getByRole('button', { name: 'Later' }).click()
  }
  await manager.getByRole('button', { name: 'Today' }).click()
  await closeForm()
})

test('letters typed after a machine was chosen search anew, and Escape brings the machine back', async () => {
  await newBooking()
  await choose(manager, 'Machine', 'Rotavator', /^Rotavator 1/)
  await field('Machine').focus()
  await manager.keyboard.press('End')
  await manager.keyboard.type('tr')
  await expect(field('Machine')).toHaveValue('tr')
  await expect(manager.getByRole('option').first()).toHaveText(/^Tractor 1/)
  await manager.keyboard.press('Escape')
  await expect(field('Machine')).toHaveValue('Rotavator 1')
  await manager.keyboard.type('tr')
  await manager.keyboard.press('Tab')
  await expect(form().getByText(/^\d machines match “tr”: choose one\.$/)).toBeVisible()
  await expect(field('Machine')).toHaveValue('tr')
  await field('Machine').press('Enter')
  await expect(field('Machine')).toHaveValue('Tractor 1')
  await closeForm()
})

test('To follows only a From that is whole, and a To that was typed stays', async () => {
  await newBooking()
  await choose(manager, 'Machine', 'Rotavator', /^Rotavator 1/)
  const year = Number(localDay(0).slice(0, 4)) + 1
  const [from, to] = [field('From'), field('To')]
  await from.pressSequentially('12/14')
  await expect(from).toHaveValue('12/14')
  await expect(to).toHaveValue('')
  await from.pressSequentially(`/${year}`)
  await expect(to).toHaveValue(writtenInField(`${year}-12-14`))
  await from.fill('12/1')
  await from.press('Backspace')
  await expect(to).toHaveValue(writtenInField(`${year}-12-14`))
  await from.fill(`12/4/${year}`)
  await expect(to).toHaveValue(writtenInField(`${year}-12-04`))
  await to.fill(`12/8/${year}`)
  await from.fill(`12/2/${year}`)
  await from.press('Tab')
  await expect(to).toHaveValue(writtenInField(`${year}-12-08`))
  await closeForm()
})

test('Tab from the units goes to what is offered instead, and what is typed meanwhile goes to the next field', async ({
  office,
}) => {
  const machineId = await machineNamed(office, 'Dryer 1')
  const { id: memberId } = await memberFound(office, 'S-002')
  const startMs = Date.parse(`${localDay(125)}T08:00+08:00`)
  const period = { kind: 'time', startMs, endMs: startMs + 7_200_000 }
  await requested(office, { machineId, memberId, period, units: 50 })
  await newBooking()
  await choose(manager, 'Machine', 'Dryer', /^Dryer 1/)
  await field('From').fill(`${localDay(125)}T08:00`)
  await field('To').fill(`${localDay(125)}T10:00`)
  const units = manager.getByLabel(/^How many/)
  await units.fill('60')
  await units.press('Tab')
  await expect(form().getByRole('button', { name: 'Book 10 instead' })).toBeFocused()
  await units.fill('59')
  await units.press('Tab')
  await manager.keyboard.type('palay')
  await expect(field('Purpose')).toHaveValue('palay')
  await closeForm()
})

test('Enter in the field Member or Machine opens its list and does not submit', async () => {
  await newBooking()
  await choose(manager, 'Machine', 'Rotavator', /^Rotavator 1/)
  await choose(manager, 'Member', 'S-006', /S-006/)
  await field('From').fill(localDay(130))
  await expect(save()).toBeEnabled()
  for (const name of ['Member', 'Machine']) {
    await field(name).focus()
    await manager.keyboard.press('Enter')
    await expect(manager.getByRole('option').first()).toBeVisible()
    await manager.keyboard.press('Escape')
    await expect(field('Purpose')).toBeVisible()
  }
})

test('"New booking" moves the focus into the open form and keeps its fields', async () => {
  await field('Purpose').fill('Half a form')
  await newBooking()
  await expect(field('Machine')).toBeFocused()
  await expect(field('Purpose')).toHaveValue('Half a form')
  await expect(field('Member')).toHaveValue(/S-006/)
})

test('a restored form survives a reload', async () => {
  await closeForm()
  await manager.getByRole('button', { name: 'Bring it back' }).last().click()
  await expect(field('Purpose')).toHaveValue('Half a form')
  await manager.reload()
  await expect(field('Purpose')).toHaveValue('Half a form')
  await manager.getByRole('button', { name: 'Start afresh' }).click()
  await closeForm()
})

test('30 February and 31 Feb are refused because there is no such day', async () => {
  await newBooking()
  await field('From').fill('2027-02-30')
  await field('To').fill('31 Feb')
  await field('Purpose').focus()
  await expect(form().getByText(/There is no such day/)).toHaveCount(2)
  await closeForm()
})

test('while the machine is undecided, the form does not say that the machine from before is free', async () => {
  await newBooking()
  await choose(manager, 'Machine', 'Rotavator', /^Rotavator 1/)
  await field('From').fill(localDay(160))
  await expect(save()).toBeEnabled()
  await field('Machine').fill('tr')
  await field('Purpose').focus()
  await expect(form().getByText(/^\d machines match “tr”/)).toBeVisible()
  await expect(form().getByText(/^Free: /)).toHaveCount(0)
  await expect(form().getByText('Choose the machine and the dates to see whether it is free.')).toBeVisible()
  await expect(save()).toBeDisabled()
})

test('the full name of the machine that is chosen opens the list too', async () => {
  await choose(manager, 'Machine', 'Rotavator', /^Rotavator 1/)
  await expect(field('Machine')).toHaveValue('Rotavator 1')
  await field('Machine').fill('Rotavator 1')
  await expect(manager.getByRole('option', { name: /^Rotavator 1/ })).toBeVisible()
  await manager.keyboard.press('Enter')
  await expect(field('Machine')).toHaveValue('Rotavator 1')
  await expect(save()).toBeEnabled()
})

test('a day that cannot be read survives a reload and another machine, with what is wrong with it', async () => {
  await field('To').fill('until it rains')
  await field('Purpose').focus()
  const unclear = form().getByText(/^Write the day as/)
  await expect(unclear).toBeVisible()
  await expect(save()).toBeDisabled()
  await choose(manager, 'Machine', 'Transplanter', /^Transplanter 1/)
  await manager.reload()
  await expect(field('Machine')).toHaveValue('Transplanter 1')
  await expect(field('From')).toHaveValue(writtenInField(localDay(160)))
  await expect(field('To')).toHaveValue('until it rains')
  await expect(unclear).toBeVisible()
  await field('To').fill('2 days')
  await expect(unclear).toHaveCount(0)
  await expect(save()).toBeEnabled()
  await manager.getByRole('button', { name: 'Start afresh' }).click()
  await expect(field('To')).toHaveValue('')
  await closeForm()
})

test('after an alternative is chosen, the focus is on the member, or on Save if nothing is missing', async () => {
  await newBooking()
  await choose(manager, 'Machine', 'Tracto', /^Tractor 1/)
  const from = field('From')
  await from.fill(localDay(1))
  await field('To').fill(localDay(20))
  const instead = form().getByRole('button', { name: /^(Tractor|Hand Tractor) \d, / })
  await instead.first().press('Enter')
  await expect(field('Member')).toBeFocused()
  await choose(manager, 'Member', 'S-007', /S-007/)
  await field('Machine').fill('Tractor 1')
  await manager.keyboard.press('Enter')
  await from.fill(localDay(1))
  await field('To').fill(localDay(20))
  await instead.first().press('Enter')
  await expect(save()).toBeFocused()
  await manager.keyboard.press('Enter')
  await expect(manager.getByText(/^Requested/).first()).toBeVisible()
})

test('after a move is saved, the focus is on the page', async () => {
  await goTo(manager, 'Bookings')
  const row = manager.locator('tbody tr').filter({ hasText: 'Pending' }).first()
  await row.getByRole('link').first().click()
  await manager.getByRole('dialog').getByRole('button', { name: 'Move' }).click()
  await field('From').fill(localDay(150))
  await field('To').fill(localDay(150))
  await expect(save()).toBeEnabled()
  await save().press('Enter')
  await expect(manager.getByText(/^Moved/).first()).toBeVisible()
  await expect.poll(() => manager.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY')
  await goTo(manager, 'Calendar')
})
