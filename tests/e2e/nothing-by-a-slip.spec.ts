import type { Page } from '@playwright/test'
import { approved, type Booking, give, machineNamed, memberFound } from '../support/by-script.ts'
import { choose, goTo, middleOf, monthFromNow, type OfficeInBrowser } from '../support/office-in-browser.ts'
import { expect, test } from '../support/office-test.ts'

/** A hand that slips over the calendar changes nothing that cannot be seen and taken back. */
test.describe.configure({ mode: 'serial' })

const MACHINE = 'Hand Tractor 2'
const month = monthFromNow(7)
const day = (of: number) => `${month}-${String(of).padStart(2, '0')}`
const on = (of: number) => ({ kind: 'days', from: day(of), to: day(of) })

let booking: Booking

async function approvedOn(office: OfficeInBrowser, date: number): Promise<Booking> {
  const { id: memberId } = await memberFound(office, 'S-007')
  return approved(office, { machineId: await machineNamed(office, MACHINE), memberId, period: on(date) })
}

async function now(office: OfficeInBrowser): Promise<Pick<Booking, 'status' | 'period' | 'version'>> {
  const { booking: stored } = await office.call<{ booking: Booking }>('manager', 'bookings.get', {
    bookingId: booking.id,
  })
  return { status: stored.status, period: stored.period, version: stored.version }
}

const drawn = (page: Page) => page.locator('.araro-calendar-body').getByText(booking.memberName)

/** Whether the booking is drawn on this day. */
async function drawnOn(page: Page, date: number): Promise<void> {
  const there = page.locator(`.araro-calendar-body [data-date="${day(date)}"]`)
  await expect
    .poll(async () => Math.abs((await middleOf(drawn(page))).x - (await middleOf(there)).x))
    .toBeLessThan(30)
}

async function dragTo(page: Page, date: number): Promise<void> {
  const from = await middleOf(drawn(page))
  const to = await middleOf(page.locator(`.araro-calendar-body [data-date="${day(date)}"]`))
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(from.x + 30, from.y, { steps: 5 })
  await page.mouse.move(to.x, to.y, { steps: 10 })
  await page.mouse.up()
}

test('a clerk’s drag of an approved booking asks first, and "Cancel" changes nothing', async ({
  office,
  clerk,
}) => {
  booking = await approvedOn(office, 6)
  await goTo(clerk, 'Calendar')
  await choose(clerk, 'Machine', MACHINE, new RegExp(`^${MACHINE}`))
  for (let turn = 0; turn < 7; turn++) await clerk.getByRole('button', { name: 'Later' }).click()
  await dragTo(clerk, 8)
  const question = clerk.getByRole('dialog')
  await expect(question).toContainText('needs approval again')
  await expect(question).toContainText(MACHINE)
  await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await question.getByRole('button', { name: 'Cancel' }).click()
  await expect(question).toHaveCount(0)
  expect(await now(office)).toEqual({ status: 'approved', period: on(6), version: booking.version })
  await drawnOn(clerk, 6)
})

test('after a yes it is moved, and Undo gives its time and its approval back', async ({ office, clerk }) => {
  await dragTo(clerk, 8)
  await clerk.getByRole('dialog').getByRole('button', { name: 'Move', exact: true }).click()
  await expect(clerk.getByRole('button', { name: 'Undo' })).toBeVisible()
  expect(await now(office)).toMatchObject({ status: 'pending', period: on(8) })
  await clerk.getByRole('button', { name: 'Undo' }).click()
  await expect(clerk.getByText(/^Undone: Moved/)).toBeVisible()
  expect(await now(office)).toMatchObject({ status: 'approved', period: on(6) })
})

test('the key for Undo says what it restores before it does so, and Enter confirms', async ({
  office,
  clerk,
}) => {
  await drawnOn(clerk, 6)
  await dragTo(clerk, 8)
  await clerk.getByRole('dialog').getByRole('button', { name: 'Move', exact: true }).click()
  await expect(clerk.getByRole('button', { name: 'Undo' })).toBeVisible()
  expect(await now(office)).toMatchObject({ status: 'pending', period: on(8) })
  await clerk.keyboard.press('Control+z')
  const question = clerk.getByRole('dialog', { name: 'Undo your last step?' })
  await expect(question).toContainText('Moved a booking')
  await expect(question.getByRole('listitem').filter({ hasText: 'Status' })).toContainText(
    /Pending.*Approved/,
  )
  await expect(question.getByRole('button', { name: 'Undo' })).toBeFocused()
  await clerk.keyboard.press('Enter')
  await expect(question).toHaveCount(0)
  expect(await now(office)).toMatchObject({ status: 'approved', period: on(6) })
})

test('a pending booking is moved without a question; if somebody else changed it, Undo says so', async ({
  office,
  clerk,
}) => {
  await drawnOn(clerk, 6)
  await dragTo(clerk, 8)
  await clerk.getByRole('dialog').getByRole('button', { name: 'Move', exact: true }).click()
  await expect(clerk.getByText('It needs approval again')).toBeVisible()
  await drawnOn(clerk, 8)
  await dragTo(clerk, 9)
  await expect(clerk.getByText(/^Moved [^0-9]* 9 [^0-9]* 20\d\d\.$/)).toBeVisible()
  expect((await now(office)).period).toEqual(on(9))
  // The newest message is the first.
  const undo = clerk.getByRole('button', { name: 'Undo' }).first()
  await expect(undo).toBeVisible()
  const { version } = await now(office)
  await give(office, 'manager', 'bookings.approve', { bookingId: booking.id, version })
  await undo.click()
  await expect(clerk.getByText('It was not undone.')).toBeVisible()
  await expect(clerk.getByText(/After your step, .* did something/)).toBeVisible()
  expect(await now(office)).toMatchObject({ status: 'approved', period: on(9) })
})
