import type { Page } from '@playwright/test'
import { type Booking, days, machineNamed, memberFound, requested } from '../support/by-script.ts'
import { findings } from '../support/look-with-axe.ts'
import { goTo, type OfficeInBrowser } from '../support/office-in-browser.ts'
import { expect, test } from '../support/office-test.ts'

/** What somebody did by mistake is undone: from its message, by key, and in the list of the last steps. */
test.describe.configure({ mode: 'serial' })

type Answer = { booking: Booking }

/** A booking of Tractor 2 on a day of its own, so far ahead that nobody in the sample has it. */
async function requestedOn(office: OfficeInBrowser, day: number): Promise<Booking> {
  const machineId = await machineNamed(office, 'Tractor 2')
  const { id: memberId } = await memberFound(office, 'S-003')
  return requested(office, { machineId, memberId, period: days(day) }, 'clerk')
}

async function statusOf(office: OfficeInBrowser, { id }: Booking): Promise<string> {
  const { booking } = await office.call<Answer>('manager', 'bookings.get', { bookingId: id })
  return booking.status
}

async function open(page: Page, booking: Booking): Promise<void> {
  await page.evaluate(id => {
    window.location.hash = `#/bookings?booking=${id}`
  }, booking.id)
  await expect(page.getByRole('dialog').getByText(booking.memberName).first()).toBeVisible()
}

async function lastSteps(page: Page) {
  await page.getByRole('button', { name: /^Account of/ }).click()
  await page.getByRole('menuitem', { name: /^My last steps/ }).click()
  const panel = page.getByRole('dialog', { name: 'My last steps' })
  await expect(panel.getByRole('listitem').first()).toBeVisible()
  return panel
}

const question = (page: Page) => page.getByRole('dialog', { name: 'Undo your last step?' })

let booking: Booking

/** Its card, and not one of the sample’s: a card that is undone comes back a moment later. */
const cardOf = (page: Page) =>
  page.locator('[data-card]').filter({ hasText: 'Tractor 2' }).filter({ hasText: booking.memberName })

test('an approval is undone with the button of its message, by mouse', async ({ office, manager }) => {
  booking = await requestedOn(office, 180)
  await goTo(manager, 'Approvals')
  const card = cardOf(manager)
  await card.focus()
  await manager.keyboard.press('a')
  await expect.poll(() => statusOf(office, booking)).toBe('approved')
  await manager.getByRole('button', { name: 'Undo' }).click()
  await expect(manager.getByText(/^Undone: /)).toBeVisible()
  expect(await statusOf(office, booking)).toBe('pending')
  await expect(cardOf(manager)).toBeVisible()
})

test('a rejection is undone by key: the question says what comes back, and Escape changes nothing', async ({
  office,
  manager,
}) => {
  await cardOf(manager).focus()
  await manager.keyboard.press('r')
  await manager.getByRole('dialog').getByLabel('Reason').fill('The wrong card')
  await manager.getByRole('dialog').getByRole('button', { name: 'Reject' }).click()
  await expect(manager.getByRole('dialog')).toHaveCount(0)
  await expect(manager.getByRole('button', { name: 'Undo' })).toBeVisible()
  await expect(manager.getByText('closed without saving')).toHaveCount(0)
  await expect.poll(() => statusOf(office, booking)).toBe('rejected')
  await manager.keyboard.press('Control+z')
  await expect(question(manager)).toContainText(`Rejected a booking: Tractor 2 · ${booking.memberName}`)
  const changes = question(manager).getByRole('listitem')
  await expect(changes.filter({ hasText: 'Status' })).toHaveText(/Rejected.*Pending/)
  await expect(changes.filter({ hasText: 'Reason' })).toContainText('The wrong card')
  expect(await findings(manager)).toEqual([])
  await manager.keyboard.press('Escape')
  await expect(question(manager)).toHaveCount(0)
  expect(await statusOf(office, booking)).toBe('rejected')
  await manager.keyboard.press('Control+z')
  await expect(question(manager).getByRole('button', { name: 'Undo' })).toBeFocused()
  await manager.keyboard.press('Enter')
  await expect(question(manager)).toHaveCount(0)
  await expect(manager.getByText(/^Undone: Rejected a booking/)).toBeVisible()
  expect(await statusOf(office, booking)).toBe('pending')
})

test('in a field the key undoes the typing, and no question opens', async ({ manager }) => {
  await goTo(manager, 'Bookings')
  const search = manager.getByLabel('Search')
  await search.fill('Tractor')
  await search.pressSequentially('s')
  await manager.keyboard.press('Control+z')
  await expect(search).not.toHaveValue('Tractors')
  await expect(question(manager)).toHaveCount(0)
  await search.fill('')
})

test('the list shows each step with what comes back; what was undone can be done again', async ({
  office,
  manager,
}) => {
  const panel = await lastSteps(manager)
  const undone = panel.getByRole('listitem').filter({ hasText: 'Undid: Rejected a booking' }).first()
  await expect(undone.getByRole('button', { name: 'Do again' })).toBeVisible()
  await expect(panel.getByText('It has been undone already.').first()).toBeVisible()
  expect(await findings(manager)).toEqual([])
  await undone.getByRole('button', { name: 'Do again' }).click()
  await expect(manager.getByText(/^Done again: /)).toBeVisible()
  expect(await statusOf(office, booking)).toBe('rejected')
  const again = panel.getByRole('listitem').filter({ hasText: 'Did again: Rejected a booking' }).first()
  await again.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => statusOf(office, booking)).toBe('pending')
  await manager.keyboard.press('Escape')
  await expect(panel).toHaveCount(0)
})

test('a clerk’s cancellation of an approved booking is undone with its approval; a second key goes a step further back', async ({
  office,
  clerk,
}) => {
  const { version } = await office
    .call<Answer>('manager', 'bookings.get', { bookingId: booking.id })
    .then(answer => answer.booking)
  await office.call('manager', 'bookings.approve', {
    commandId: crypto.randomUUID(),
    bookingId: booking.id,
    version,
  })
  await open(clerk, booking)
  await clerk.getByRole('button', { name: 'Cancel booking' }).click()
  await clerk.getByRole('dialog').last().getByLabel('Reason').fill('Rang by mistake')
  await clerk.getByRole('dialog').last().getByRole('button', { name: 'Cancel booking' }).click()
  await expect(clerk.getByLabel('Reason')).toHaveCount(0)
  expect(await statusOf(office, booking)).toBe('cancelled')
  await clerk.keyboard.press('Escape')
  await clerk.keyboard.press('Control+z')
  await expect(question(clerk)).toContainText('Cancelled a booking')
  await clerk.keyboard.press('Enter')
  await expect(question(clerk)).toHaveCount(0)
  expect(await statusOf(office, booking)).toBe('approved')
  await clerk.keyboard.press('Control+z')
  // The request before it: the manager has approved the booking since.
  const cannot = clerk.getByRole('dialog', { name: 'Your last step cannot be undone' })
  await expect(cannot).toContainText('Requested a booking')
  await expect(cannot).toContainText(/After your step, .* did something/)
  await cannot.getByRole('button', { name: 'My last steps' }).click()
  const panel = clerk.getByRole('dialog', { name: 'My last steps' })
  await expect(panel.getByText('Undid: Cancelled a booking').first()).toBeVisible()
  await clerk.keyboard.press('Escape')
  await expect(panel).toHaveCount(0)
})

test('an approval whose slip was printed since says so before it is undone', async ({ office, manager }) => {
  const printed = await requestedOn(office, 182)
  const { id: bookingId, version } = printed
  const commandId = crypto.randomUUID()
  await office.call('manager', 'bookings.approve', { commandId, bookingId, version })
  await open(manager, printed)
  await manager.evaluate(() => {
    window.print = () => {}
  })
  const kept = manager.waitForResponse(/prints\/note/)
  await manager.getByRole('button', { name: 'Print slip' }).click()
  await kept
  await manager.keyboard.press('Escape')
  await expect(manager.getByRole('dialog')).toHaveCount(0)
  await manager.keyboard.press('Control+z')
  await expect(question(manager).getByText(/^Its slip was printed .* by Sample Manager/)).toBeVisible()
  await question(manager).getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => statusOf(office, printed)).toBe('pending')
})
