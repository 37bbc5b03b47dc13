import type { Page } from '@playwright/test'
import { addMachine, addType, memberFound, requested } from '../support/by-script.ts'
import { choose, goTo, localDay, monthFromNow } from '../support/office-in-browser.ts'
import { expect, test } from '../support/office-test.ts'

/** What the booking form and the calendar show of the days. */
test.describe.configure({ mode: 'serial' })

let manager: Page
test.beforeEach(async ({ manager: window }) => {
  manager = window
})

const form = () => manager.getByRole('dialog', { name: 'New booking' })
const field = (name: string) => manager.getByLabel(name, { exact: true })
const newBooking = () => manager.getByRole('button', { name: 'New booking' }).click()
const closeForm = () => form().getByRole('button', { name: 'Close' }).click()

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
  const typeId = await addType(office, 'Thresher')
  const machineId = await addMachine(office, { name: 'Thresher 9', typeId, bufferAfterMs: 86_400_000 })
  const { id: memberId } = await memberFound(office, 'S-002')
  const day = (date: number) => `${monthFromNow(2)}-${String(date).padStart(2, '0')}`
  await requested(office, { machineId, memberId, period: { kind: 'days', from: day(12), to: day(13) } })
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
