import type { Page } from '@playwright/test'
import { barOf, from, saysOf, spotOf } from '../support/board-drags.ts'
import { addBoardMachines, approvedOn, rowOf } from '../support/board-machines.ts'
import { type Booking, days } from '../support/by-script.ts'
import { choose, goTo, middleOf, monthFromNow, type OfficeInBrowser } from '../support/office-in-browser.ts'
import { expect, test } from '../support/office-test.ts'

/** What somebody drags stays in their hand until they let go of it, whatever arrives meanwhile. */
test.describe.configure({ mode: 'serial' })

const EVENTS = /rpc\/calendar\/events/
const month = monthFromNow(8)
const day = (of: number) => `${month}-${String(of).padStart(2, '0')}`
const on = (first: number, last = first) => ({ kind: 'days', from: day(first), to: day(last) })

let mine: Booking
let other: Booking

async function now(office: OfficeInBrowser, { id: bookingId }: Booking): Promise<Booking> {
  const { booking } = await office.call<{ booking: Booking }>('manager', 'bookings.get', { bookingId })
  return booking
}

/** Somebody else moves a booking. */
async function movedElsewhere(office: OfficeInBrowser, booking: Booking, period: object): Promise<void> {
  const { id: bookingId, version } = await now(office, booking)
  const commandId = crypto.randomUUID()
  const answer = await office.call('manager', 'bookings.move', { commandId, bookingId, version, period })
  expect(answer).toMatchObject({ ok: true })
}

/** What was read meanwhile is drawn, or would be. */
async function readAgain(page: Page, call: RegExp, change: () => Promise<void>): Promise<void> {
  const answered = page.waitForResponse(call)
  await change()
  await (await answered).finished()
  await page.evaluate(() => new Promise(done => setTimeout(done, 150)))
}

const eventOf = (page: Page, { memberName }: Booking) =>
  page.locator('.araro-calendar-body').getByText(memberName).first()
const cellOf = (page: Page, date: number) => page.locator(`.araro-calendar-body [data-date="${day(date)}"]`)

/** Presses on something, drags it a little, and leaves it in the hand. */
async function takeUp(page: Page, { x, y }: { x: number; y: number }): Promise<void> {
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + 20, y, { steps: 4 })
}

async function carryTo(page: Page, date: number): Promise<void> {
  const { x, y } = await middleOf(cellOf(page, date))
  await page.mouse.move(x, y, { steps: 10 })
}

/** On which day the calendar draws a booking, of two. */
async function isDrawnOn(page: Page, booking: Booking, date: number): Promise<boolean> {
  const [event, cell] = [await middleOf(eventOf(page, booking)), await middleOf(cellOf(page, date))]
  return Math.abs(event.x - cell.x) < 30 && Math.abs(event.y - cell.y) < 60
}

const widthOf = async (page: Page, { memberName }: Booking) =>
  (await page.locator('.araro-event').filter({ hasText: memberName }).boundingBox())!.width

test('a booking that is dragged in the calendar is moved, though another one was read anew meanwhile', async ({
  office,
  manager,
}) => {
  const { tractor } = await addBoardMachines(office)
  mine = await approvedOn(office, tractor, { period: on(6) })
  other = await approvedOn(office, tractor, { period: on(20) }, 'S-010')
  await goTo(manager, 'Calendar')
  await choose(manager, 'Machine', 'Red tractor', /^Red tractor/)
  for (let turn = 0; turn < 8; turn++) await manager.getByRole('button', { name: 'Later' }).click()
  await takeUp(manager, await middleOf(eventOf(manager, mine)))
  await readAgain(manager, EVENTS, () => movedElsewhere(office, other, on(21)))
  // Nothing is drawn anew under the hand.
  expect(await isDrawnOn(manager, other, 20)).toBe(true)
  await carryTo(manager, 8)
  await manager.mouse.up()
  await expect.poll(async () => (await now(office, mine)).period).toEqual(on(8))
  await expect.poll(() => isDrawnOn(manager, other, 21)).toBe(true)
  expect(await isDrawnOn(manager, mine, 8)).toBe(true)
})

test('so is an edge that is dragged', async ({ office, manager }) => {
  const box = (await manager.locator('.araro-event').filter({ hasText: mine.memberName }).boundingBox())!
  const edge = { x: box.x + box.width - 3, y: box.y + box.height / 2 }
  await manager.mouse.move(edge.x - 20, edge.y)
  await takeUp(manager, edge)
  await readAgain(manager, EVENTS, () => movedElsewhere(office, other, on(22)))
  expect(await isDrawnOn(manager, other, 21)).toBe(true)
  await carryTo(manager, 10)
  await manager.mouse.up()
  await expect.poll(async () => (await now(office, mine)).period).toEqual(on(8, 10))
  await expect.poll(() => isDrawnOn(manager, other, 22)).toBe(true)
  await movedElsewhere(office, mine, on(8))
  // One day wide again: what is dragged next is what was read last.
  await expect.poll(() => widthOf(manager, mine)).toBeLessThan(box.width * 1.2)
})

test('a booking stays where it was dropped and can be taken further, before the calendar has read it again', async ({
  office,
  manager,
}) => {
  let read = () => {}
  const mayRead = new Promise<void>(done => (read = done))
  await manager.route(EVENTS, async route => {
    await mayRead
    await route.continue()
  })
  await takeUp(manager, await middleOf(eventOf(manager, mine)))
  await carryTo(manager, 13)
  // What else the calendar shows of the machine is read before its bookings.
  await readAgain(manager, /rpc\/calendar\/dayLoads/, () => manager.mouse.up())
  await expect(manager.getByText(/^Moved [^0-9]* 13 [^0-9]* 20\d\d\.$/)).toBeVisible()
  expect(await isDrawnOn(manager, mine, 13)).toBe(true)
  await takeUp(manager, await middleOf(eventOf(manager, mine)))
  await carryTo(manager, 15)
  await manager.mouse.up()
  await expect(manager.getByText(/^Moved [^0-9]* 15 [^0-9]* 20\d\d\.$/)).toBeVisible()
  expect((await now(office, mine)).period).toEqual(on(15))
  expect(await isDrawnOn(manager, mine, 15)).toBe(true)
  await movedElsewhere(office, other, on(23))
  read()
  await expect.poll(() => isDrawnOn(manager, other, 23)).toBe(true)
  expect(await isDrawnOn(manager, mine, 15)).toBe(true)
  await manager.unroute(EVENTS)
})

test('a booking that was not moved is drawn as it is by then, and why it was not does not go before the next is dropped', async ({
  office,
  manager,
}) => {
  await takeUp(manager, await middleOf(eventOf(manager, mine)))
  await readAgain(manager, EVENTS, () => movedElsewhere(office, mine, on(14)))
  await carryTo(manager, 16)
  await manager.mouse.up()
  const why = manager.getByRole('alert').filter({ hasText: 'was not moved' })
  await expect(why).toContainText('changed this')
  await expect.poll(() => isDrawnOn(manager, mine, 14)).toBe(true)
  // The line above the calendar goes with the drop: if it went before, the days would move away under the hand.
  const start = await middleOf(eventOf(manager, mine))
  const end = await middleOf(cellOf(manager, 7))
  await takeUp(manager, start)
  await manager.mouse.move(end.x, end.y, { steps: 10 })
  await expect(why).toBeVisible()
  await manager.mouse.up()
  await expect(why).toHaveCount(0)
  await expect.poll(async () => (await now(office, mine)).period).toEqual(on(7))
})

test('on the board, no row changes under a booking that is dragged, and it is moved', async ({
  office,
  manager,
}) => {
  await movedElsewhere(office, mine, days(3, 4))
  await movedElsewhere(office, other, days(8, 9))
  await goTo(manager, 'Board')
  for (const [first, last] of [
    [3, 4],
    [8, 9],
  ] as const) {
    await expect(barOf(manager, 'Red tractor', new RegExp(from(first, last)))).toBeVisible()
  }
  await takeUp(manager, await spotOf(manager, 'Red tractor', 3))
  await expect(saysOf(manager)).not.toBeEmpty()
  await readAgain(manager, /rpc\/board\/get/, () => movedElsewhere(office, other, days(10, 11)))
  await expect(barOf(manager, 'Red tractor', new RegExp(from(8, 9)))).toBeVisible()
  const { x, y } = await spotOf(manager, 'Red tractor', 6)
  await manager.mouse.move(x, y, { steps: 10 })
  await expect(saysOf(manager)).toContainText(`Red tractor, ${from(6, 7)}: Free.`)
  await manager.mouse.up()
  await expect(barOf(manager, 'Red tractor', new RegExp(from(6, 7)))).toBeVisible()
  await expect(barOf(manager, 'Red tractor', new RegExp(from(10, 11)))).toBeVisible()
  expect((await now(office, mine)).period).toEqual(days(6, 7))
  await expect(rowOf(manager, 'Red tractor').getByRole('gridcell', { name: from(8, 9) })).toHaveCount(0)
})
