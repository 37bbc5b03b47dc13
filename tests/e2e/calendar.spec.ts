import type { Page } from '@playwright/test'
import { approved, type Booking, machineNamed, memberFound } from '../support/by-script.ts'
import { findings } from '../support/look-with-axe.ts'
import {
  choose,
  goTo,
  localDay,
  middleOf,
  type OfficeInBrowser,
  written,
} from '../support/office-in-browser.ts'
import { expect, test } from '../support/office-test.ts'

/** What the calendar and the machines say about now, and the keys. */
test.describe.configure({ mode: 'serial' })

/** For a member of the sample. */
async function approvedFor(
  office: OfficeInBrowser,
  machine: string,
  asked: { period: unknown; units?: number },
) {
  const { id: memberId } = await memberFound(office, 'S-009')
  return approved(office, { machineId: await machineNamed(office, machine), memberId, ...asked })
}

const rowOf = (page: Page, machine: string) =>
  page.getByRole('row').filter({ has: page.getByRole('button', { name: machine, exact: true }) })

test('a machine says who takes it tomorrow, until when it is free, and who has asked for it', async ({
  office,
  manager,
}) => {
  await goTo(manager, 'Calendar')
  await choose(manager, 'Machine', 'Tractor 3', /^Tractor 3/)
  const facts = manager.locator('.araro-calendar-facts')
  const tomorrow = localDay(1)
  const period = { kind: 'days', from: tomorrow, to: tomorrow }
  const { memberName, id } = await approvedFor(office, 'Tractor 3', { period })
  await expect(facts).toContainText(`Goes out tomorrow to ${memberName}`)
  await expect(facts).toContainText('Free only today')
  const { version } = (await office.call<{ booking: Booking }>('manager', 'bookings.get', { bookingId: id }))
    .booking
  const moved = { commandId: crypto.randomUUID(), bookingId: id, version, period }
  await office.call('clerk', 'bookings.move', {
    ...moved,
    period: { kind: 'days', from: localDay(2), to: localDay(2) },
  })
  await expect(facts).toContainText(
    `Requested for ${written(localDay(2))} by ${memberName}, waiting for approval`,
  )
  await office.call('manager', 'bookings.cancel', {
    commandId: crypto.randomUUID(),
    bookingId: id,
    version: version + 1,
    reason: 'only tried',
  })
  await expect(facts).not.toContainText(memberName)
})

test('a machine that is promised today is not called available, here and in the list', async ({
  office,
  manager,
}) => {
  const facts = manager.locator('.araro-calendar-facts')
  await expect(facts).toContainText('Available')
  const today = localDay(0)
  const { memberName } = await approvedFor(office, 'Tractor 3', {
    period: { kind: 'days', from: today, to: today },
  })
  await expect(facts).toContainText('In the yard')
  await expect(facts).toContainText(`Goes out today to ${memberName}`)
  await expect(facts).toContainText('Free from')
  await expect(facts).not.toContainText('Available')
  await goTo(manager, 'Machines')
  await expect(rowOf(manager, 'Tractor 3')).toContainText(`Goes out today to ${memberName}`)
  await expect(rowOf(manager, 'Tractor 3')).not.toContainText('Available')
  await goTo(manager, 'Calendar')
})

test('a dryer’s month, week, day and list show how full each day is; "+ more" is headed with both', async ({
  office,
  manager,
}) => {
  await choose(manager, 'Machine', 'Dryer 1', /^Dryer 1/)
  const day = localDay(200)
  const startMs = Date.parse(`${day}T08:00:00+08:00`)
  const period = { kind: 'time', startMs, endMs: startMs + 4 * 3_600_000 }
  for (const units of [5, 6, 7, 8, 9]) await approvedFor(office, 'Dryer 1', { period, units })
  const body = manager.locator('.araro-calendar-body')
  await manager.locator('h1').click()
  for (let turn = 0; turn < 8 && (await body.locator(`[data-date="${day}"]`).count()) === 0; turn++) {
    await manager.keyboard.press('ArrowRight')
    await expect(body).toHaveAttribute('aria-busy', 'false')
  }
  const cell = body.locator(`[data-date="${day}"]`)
  await expect(cell.getByText('35 of 60 sacks taken')).toBeAttached()
  await cell.getByText(/more/).filter({ visible: true }).click()
  await expect(manager.getByRole('dialog').getByText('35 of 60 sacks taken')).toBeAttached()
  await expect(manager.getByRole('dialog').getByText('9 sacks')).toBeVisible()
  expect(await findings(manager)).toEqual([])
  await manager.keyboard.press('Escape')
  for (const key of ['l', 'd', 'w', 'm']) {
    await manager.keyboard.press(key)
    await expect(body).toHaveAttribute('aria-busy', 'false')
    expect(await findings(manager), key).toEqual([])
  }
})

test('keys move the calendar, and mean nothing while somebody types or a dialog is open', async ({
  manager,
}) => {
  await manager.locator('h1').click()
  await manager.keyboard.press('t')
  const title = manager.locator('.araro-calendar-when')
  const thisMonth = await title.textContent()
  await manager.keyboard.press('ArrowRight')
  await expect(title).not.toHaveText(thisMonth ?? '')
  await manager.keyboard.press('t')
  await expect(title).toHaveText(thisMonth ?? '')
  const body = manager.locator('.araro-calendar-body')
  await manager.keyboard.press('w')
  await expect(body).toHaveAttribute('data-view', 'week')
  await manager.getByLabel('Machine', { exact: true }).press('d')
  await expect(body).toHaveAttribute('data-view', 'week')
  await manager.keyboard.press('Escape')
  await manager.locator('h1').click()
  await manager.keyboard.press('?')
  const sheet = manager.getByRole('dialog', { name: 'Keys' })
  await expect(sheet).toContainText('Go to a screen')
  expect(await findings(manager)).toEqual([])
  await manager.keyboard.press('m')
  await expect(body).toHaveAttribute('data-view', 'week')
  await manager.keyboard.press('Escape')
  await expect(sheet).toHaveCount(0)
  await manager.keyboard.press('m')
  await expect(body).toHaveAttribute('data-view', 'month')
  await manager.keyboard.press('/')
  await expect(manager.getByPlaceholder(/^Screens, machines/)).toBeFocused()
  await manager.keyboard.press('Escape')
})

test('a machine that is chosen by mouse leaves the field, and the keys of the calendar work; one chosen by Enter does not', async ({
  manager,
}) => {
  const body = manager.locator('.araro-calendar-body')
  const field = manager.getByLabel('Machine', { exact: true })
  await choose(manager, 'Machine', 'Rice Mill 1', /^Rice Mill 1/)
  await expect(field).not.toBeFocused()
  await manager.keyboard.press('w')
  await expect(body).toHaveAttribute('data-view', 'week')
  await expect(field).toHaveValue('Rice Mill 1')
  await field.fill('Dryer 1')
  await expect(manager.getByRole('option', { name: /^Dryer 1/ })).toBeVisible()
  await manager.keyboard.press('Enter')
  await expect(field).toHaveValue('Dryer 1')
  await expect(field).toBeFocused()
  await manager.locator('h1').click()
  await manager.keyboard.press('m')
  await expect(body).toHaveAttribute('data-view', 'month')
})

test('G and a letter goes to a screen; G A among the approvals approves nothing', async ({
  office,
  manager,
}) => {
  const pending = () => office.call<object>('manager', 'bookings.list', { status: ['pending'], limit: 100 })
  const before = await pending()
  await manager.keyboard.press('g')
  await manager.keyboard.press('a')
  await expect(manager.getByRole('heading', { name: 'Approvals', level: 1 })).toBeVisible()
  const cards = manager.locator('[data-card]')
  await cards.first().focus()
  await manager.keyboard.press('g')
  await manager.keyboard.press('a')
  await manager.keyboard.press('g')
  await manager.keyboard.press('c')
  await expect(manager.getByRole('heading', { name: 'Calendar', level: 1 })).toBeVisible()
  expect(await pending()).toEqual(before)
})

test('the week of a machine booked by days has no hours and is no empty sheet: its free days can be booked there', async ({
  manager,
}) => {
  await choose(manager, 'Machine', 'Tractor 3', /^Tractor 3/)
  await manager.locator('h1').click()
  await manager.keyboard.press('w')
  const body = manager.locator('.araro-calendar-body')
  await expect(body).toHaveAttribute('data-type', 'dayGridWeek')
  for (let turn = 0; turn < 2; turn++) await manager.keyboard.press('ArrowRight')
  await expect(body.getByText('8 AM')).toHaveCount(0)
  const ground = body.getByText('Free', { exact: true }).first()
  await expect(ground).toBeVisible()
  expect(await findings(manager)).toEqual([])

  const form = manager.getByRole('dialog', { name: 'New booking' })
  const button = body.getByRole('button', { name: /^Book / }).first()
  const day = (await button.getAttribute('aria-label'))?.replace('Book ', '') ?? 'none'
  const from = form.getByLabel('From', { exact: true })
  for (const bookIt of [
    () => button.press('Enter'),
    async () => {
      const { x, y } = await middleOf(ground)
      await manager.mouse.click(x, y)
    },
  ]) {
    await bookIt()
    await expect(from).toHaveValue(new RegExp(`^${day}`))
    await manager.keyboard.press('Escape')
    await expect(form).toHaveCount(0)
  }
})

test('on a phone, a tap on free days of the list books the first of them, and each status keeps its sign in the month', async ({
  office,
}) => {
  const page = await office.signedIn('manager')
  await goTo(page, 'Calendar')
  await page.setViewportSize({ width: 390, height: 844 })
  const body = page.locator('.araro-calendar-body')
  await expect(body).toHaveAttribute('data-view', 'list')
  await expect(body).toHaveAttribute('aria-busy', 'false')
  const free = body.locator('.araro-free').first()
  await expect(free).toContainText('Book')
  expect(await findings(page)).toEqual([])
  await free.click()
  const form = page.getByRole('dialog', { name: 'New booking' })
  await expect(form.getByLabel('From', { exact: true })).not.toHaveValue('')
  await form.getByRole('button', { name: 'Close' }).click()
  await page.getByText('Month', { exact: true }).click()
  await expect(body).toHaveAttribute('data-view', 'month')
  await page.getByRole('button', { name: 'Earlier' }).click()
  await expect(body).toHaveAttribute('aria-busy', 'false')
  const events = body.locator('.araro-event')
  await expect(events.first()).toBeVisible()
  for (const event of await events.all()) await expect(event.locator('.araro-event-mark')).toBeVisible()
  await page.close()
})

test('a message covers neither the navigation nor the legend', async ({ office }) => {
  const page = await office.signedIn('clerk')
  await goTo(page, 'Calendar')
  await page.getByRole('button', { name: 'New booking' }).click()
  await page.getByLabel('Purpose', { exact: true }).fill('Half a form')
  await page.keyboard.press('Escape')
  const message = page.getByRole('alert').filter({ hasText: /without saving/ })
  await expect(message).toBeVisible()
  for (const place of [page.getByRole('navigation'), page.locator('.araro-legend')]) {
    // The message slides in.
    await expect(async () => {
      const [covered, box] = await Promise.all([message.boundingBox(), place.boundingBox()])
      if (!covered || !box) throw new Error('not drawn')
      const beside = covered.x >= box.x + box.width || covered.x + covered.width <= box.x
      expect(beside || covered.y + covered.height <= box.y).toBe(true)
    }).toPass({ timeout: 5_000 })
  }
  await page.close()
})
