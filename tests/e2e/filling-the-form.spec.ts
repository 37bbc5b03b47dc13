import type { Page } from '@playwright/test'
import { choose, goTo, localDay, monthFromNow, writtenInField } from '../support/office-in-browser.ts'
import { expect, test } from '../support/office-test.ts'

/** How the booking form and the calendar respond to keys and clicks. */
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

test('a number out of range stays as typed, and the field names its limits', async () => {
  await newBooking()
  await choose(manager, 'Machine', 'Dryer', /^Dryer 1/)
  await choose(manager, 'Member', 'S-005', /S-005/)
  await field('From').fill(localDay(120))
  await field('To').fill(localDay(120))
  await expect(save()).toBeEnabled()
  const units = manager.getByLabel(/^How many/)
  for (const text of ['2.5', '-3', '0', '']) {
    await units.fill(text)
    await units.press('Tab')
    await expect(form().getByText('A whole number from 1 to 60.')).toBeVisible()
    await expect(units).toHaveValue(text)
    await expect(save()).toBeDisabled()
  }
  await units.fill('12')
  await expect(form().getByText('A whole number from 1 to 60.')).toHaveCount(0)
  await expect(save()).toBeEnabled()
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
  const machines = await office.call<{ id: string; name: string }[]>('manager', 'machines.list', {})
  const [member] = await office.call<{ id: string }[]>('manager', 'members.search', { text: 'S-002' })
  const startMs = Date.parse(`${localDay(125)}T08:00+08:00`)
  await office.call('manager', 'bookings.request', {
    ...{ commandId: crypto.randomUUID(), memberId: member!.id, units: 50 },
    machineId: machines.find(machine => machine.name === 'Dryer 1')?.id,
    period: { kind: 'time', startMs, endMs: startMs + 7_200_000 },
  })
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

test('a rule of −1 days is refused at its field, and nothing is saved', async ({ office }) => {
  await goTo(manager, 'Settings')
  const notice = manager.getByLabel('Notice, days')
  await notice.fill('-1')
  await manager.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(manager.getByText('A whole number from 0 to 60.')).toBeVisible()
  await expect(notice).toHaveValue('-1')
  const { rules } = await office.call<{ rules: { minNoticeDays: number } }>('manager', 'settings.get', {})
  expect(rules.minNoticeDays).toBe(1)
  await notice.fill('1')
})

test('a rate of −5 is refused at its field, and stays as typed', async () => {
  await goTo(manager, 'Machines')
  await manager.getByRole('button', { name: 'Rotavator 1', exact: true }).click()
  const panel = manager.getByRole('dialog')
  await panel.getByRole('button', { name: 'Change', exact: true }).click()
  const rate = panel.getByLabel('Rate', { exact: false }).first()
  const before = await rate.inputValue()
  await rate.fill('-5')
  await panel.getByRole('button', { name: 'Save machine' }).click()
  await expect(panel.getByText(/^An amount from 0/)).toBeVisible()
  await expect(rate).toHaveValue('-5')
  await rate.fill(before)
  await manager.keyboard.press('Escape')
  await goTo(manager, 'Calendar')
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

test('the small month marks today and offers no past day', async () => {
  await goTo(manager, 'Members')
  await newBooking()
  await choose(manager, 'Machine', 'ctor 2', /^Tractor 2/)
  const month = form().locator('.araro-taken-month')
  await expect(month.locator('[aria-current="date"]')).toHaveText(String(Number(localDay(0).slice(8))))
  await month.getByRole('button', { name: 'Month before' }).click()
  await expect(month.locator('td button:not([data-hidden]):enabled')).toHaveCount(0)
  await closeForm()
  await goTo(manager, 'Calendar')
})

test('the small month strikes out the days into which a buffer reaches, and no others', async ({
  office,
}) => {
  type Listed = { id: string; name: string; typeId: string }[]
  const [like] = await office.call<Listed>('manager', 'machines.list', {})
  const machineId = crypto.randomUUID()
  await office.call('manager', 'machines.add', {
    ...{ commandId: machineId, name: 'Thresher 9', typeId: like!.typeId, bookingMode: 'days', capacity: 1 },
    ...{ unitName: '', bufferBeforeMs: 0, bufferAfterMs: 86_400_000, pendingBlocks: true, location: '' },
    ...{ note: '', implements: [], rate: null },
  })
  const [member] = await office.call<{ id: string }[]>('manager', 'members.search', { text: 'S-002' })
  const day = (date: number) => `${monthFromNow(2)}-${String(date).padStart(2, '0')}`
  await office.call('manager', 'bookings.request', {
    ...{ commandId: crypto.randomUUID(), machineId, memberId: member!.id },
    period: { kind: 'days', from: day(12), to: day(13) },
  })
  await goTo(manager, 'Members')
  await newBooking()
  await choose(manager, 'Machine', 'Thresher 9', /^Thresher 9/)
  await field('From').fill(day(20))
  const taken = form().locator('.araro-taken-month [data-taken="whole"]')
  await expect(taken).toHaveText(['11', '12', '13', '14'])
  // A chosen day that is refused is struck out too, and not by colour alone.
  const chosen = form().locator('.araro-taken-month [data-selected]')
  await expect(chosen).toHaveText(['20'])
  await expect(chosen).toHaveCSS('text-decoration-line', 'none')
  await field('From').fill(day(13))
  await expect(form().locator('[data-availability="taken"]')).toBeVisible()
  await expect(chosen).toHaveText(['13'])
  await expect(chosen).toHaveCSS('text-decoration-line', 'line-through')
  await closeForm()
  await goTo(manager, 'Calendar')
})

test('there is no hold for a member who may not book', async ({ office }) => {
  const found = await office.call<{ number: string; suspended: boolean }[]>('manager', 'members.search', {
    text: 'S-07',
    limit: 20,
  })
  const number = found.find(one => one.suspended)?.number ?? 'S-080'
  await newBooking()
  await choose(manager, 'Machine', 'Transplanter', /^Transplanter 1/)
  await field('From').fill(localDay(140))
  await field('To').fill(localDay(140))
  await expect(form().getByText(/^Reserved for you/)).toBeVisible()
  await choose(manager, 'Member', number, new RegExp(number))
  await expect(form().getByText(/cannot book/)).toBeVisible()
  await expect(form().getByText(/^Reserved for you/)).toHaveCount(0)
  const other = await office.signedIn('clerk')
  await other.getByRole('button', { name: 'New booking' }).click()
  await choose(other, 'Machine', 'Transplanter', /^Transplanter 1/)
  await other.getByLabel('From').fill(localDay(140))
  await expect(other.getByText(/^Reserved for you/)).toBeVisible()
  await other.close()
  await closeForm()
})

test('while its bookings load, the calendar says so and ignores clicks', async () => {
  await manager.getByRole('button', { name: 'Today' }).click()
  let answer = () => {}
  const answered = new Promise<void>(resolve => {
    answer = resolve
  })
  await manager.route('**/rpc/calendar/events', async route => {
    await answered
    await route.continue()
  })
  for (let turn = 0; turn < 9; turn++) await manager.getByRole('button', { name: 'Later' }).click()
  const calendar = manager.locator('.araro-calendar-body')
  await expect(calendar).toHaveAttribute('aria-busy', 'true')
  await expect(manager.getByText('Loading…')).toBeVisible()
  const day = calendar.locator(`[data-date="${monthFromNow(9)}-15"]`)
  await day.click({ position: { x: 40, y: 40 } })
  await expect(form()).toHaveCount(0)
  answer()
  await expect(calendar).toHaveAttribute('aria-busy', 'false')
  await expect(manager.getByText('Loading…')).toHaveCount(0)
  await day.click({ position: { x: 40, y: 40 } })
  await expect(form()).toBeVisible()
  await manager.unrouteAll({ behavior: 'ignoreErrors' })
})
