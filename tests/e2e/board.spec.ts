import type { Page } from '@playwright/test'
import { findings } from '../support/look-with-axe.ts'
import {
  goTo,
  localDay,
  type OfficeInBrowser,
  written,
  writtenInField,
} from '../support/office-in-browser.ts'
import { expect, test } from '../support/office-test.ts'
import { NO_OWN_RULES, PLAIN_MACHINE } from '../support/plain-machine.ts'

/** The board, on machines of types that only these tests have. */
test.describe.configure({ mode: 'serial' })

const newId = () => crypto.randomUUID()
const ids = { tractor: newId(), other: newId(), mill: newId(), dryer: newId() }
type Booking = { id: string; version: number; memberName: string }

const gridOf = (page: Page) => page.getByRole('grid', { name: 'Board' })
const rowOf = (page: Page, machine: string) =>
  gridOf(page)
    .getByRole('row')
    .filter({ has: page.getByRole('link', { name: machine, exact: true }) })

async function addMachines(office: OfficeInBrowser): Promise<void> {
  const types = { 'Board tractor': newId(), 'Board mill': newId(), 'Board dryer': newId() }
  for (const [name, id] of Object.entries(types)) {
    await office.call('manager', 'machines.addType', { commandId: id, name, ...NO_OWN_RULES })
  }
  const add = (id: string, name: string, typeId: string, more = {}) =>
    office.call('manager', 'machines.add', { commandId: id, name, typeId, ...PLAIN_MACHINE, ...more })
  await add(ids.tractor, 'Red tractor', types['Board tractor'], { location: 'Behind the mill' })
  await add(ids.other, 'Blue tractor', types['Board tractor'])
  await add(ids.mill, 'Old mill', types['Board mill'], { bookingMode: 'time' })
  const loads = { bookingMode: 'time', capacity: 60, unitName: 'sack' }
  await add(ids.dryer, 'New dryer', types['Board dryer'], loads)
}

async function approved(office: OfficeInBrowser, machineId: string, asked: object): Promise<Booking> {
  const [member] = await office.call<{ id: string }[]>('manager', 'members.search', { text: 'S-009' })
  const request = { commandId: newId(), machineId, memberId: member?.id, ...asked }
  const { booking } = await office.call<{ booking: Booking }>('manager', 'bookings.request', request)
  const { id: bookingId, version } = booking
  await office.call('manager', 'bookings.approve', { commandId: newId(), bookingId, version })
  return booking
}

const days = (from: number, to: number) => ({ kind: 'days', from: localDay(from), to: localDay(to) })
function hours(day: number, from: number, to: number) {
  const midnight = Date.parse(`${localDay(day)}T00:00:00+08:00`)
  return { kind: 'time', startMs: midnight + from * 3_600_000, endMs: midnight + to * 3_600_000 }
}

test('the machines of a type show what is booked on them, and a booking is opened by mouse and by keyboard', async ({
  office,
  clerk,
}) => {
  await addMachines(office)
  const { memberName } = await approved(office, ids.tractor, { period: days(2, 4), purpose: 'Upland field' })
  await approved(office, ids.mill, { period: hours(3, 8, 10) })
  await approved(office, ids.mill, { period: hours(3, 13, 14) })
  await approved(office, ids.dryer, { period: hours(3, 8, 12), units: 20 })
  await approved(office, ids.dryer, { period: hours(3, 10, 14), units: 27 })

  await goTo(clerk, 'Board')
  const booking = rowOf(clerk, 'Red tractor').getByRole('gridcell', { name: memberName })
  await expect(booking).toHaveAccessibleName(
    `${memberName} · Approved · ${written(localDay(2))} – ${written(localDay(4))}`,
  )
  await expect(rowOf(clerk, 'Red tractor')).toContainText('Behind the mill')
  expect(await findings(clerk)).toEqual([])

  const details = clerk.getByRole('dialog', { name: 'Red tractor' })
  await booking.click()
  await expect(details).toContainText('Upland field')
  await clerk.keyboard.press('Escape')
  await expect(details).toHaveCount(0)
  await expect(booking).toBeFocused()
  await clerk.keyboard.press('Enter')
  await expect(details).toContainText('Upland field')
  await clerk.keyboard.press('Escape')
  await expect(details).toHaveCount(0)
})

test('a change in another window is on the board at once', async ({ office, clerk }) => {
  const blue = rowOf(clerk, 'Blue tractor')
  await expect(blue.getByRole('gridcell')).toHaveCount(0)
  const booking = await approved(office, ids.other, { period: days(5, 5) })
  await expect(blue.getByRole('gridcell', { name: /Approved/ })).toHaveCount(1)
  const { id: bookingId } = booking
  const cancel = { commandId: newId(), bookingId, version: booking.version + 1, reason: 'rain' }
  await office.call('clerk', 'bookings.cancel', cancel)
  await expect(blue.getByRole('gridcell')).toHaveCount(0)
})

test('free time is booked by a click, and by the arrow keys and Enter: the form stands beside the board', async ({
  clerk,
}) => {
  const form = clerk.getByRole('dialog', { name: 'New booking' })
  const fromTo = async (day: string) => {
    await expect(form.getByLabel('Machine', { exact: true })).toHaveValue('Red tractor')
    await expect(form.getByLabel('From', { exact: true })).toHaveValue(writtenInField(day))
    await expect(form.getByLabel('To', { exact: true })).toHaveValue(writtenInField(day))
  }
  const heading = clerk.getByRole('columnheader', { name: written(localDay(7)) })
  const column = (await heading.boundingBox())!
  const row = (await rowOf(clerk, 'Red tractor').boundingBox())!
  await clerk.mouse.click(column.x + column.width / 2, row.y + row.height / 2)
  await fromTo(localDay(7))
  await expect(gridOf(clerk)).toBeVisible()
  await clerk.keyboard.press('Escape')
  await expect(form).toHaveCount(0)

  // The keyboard is where the click was. One step is one free day, and a booking of three days is one step.
  const free = gridOf(clerk).getByRole('gridcell', { name: /nothing booked/ })
  await free.focus()
  await clerk.keyboard.press('ArrowLeft')
  await expect(free).toHaveAccessibleName(`${written(localDay(6))}: nothing booked`)
  await clerk.keyboard.press('Enter')
  await fromTo(localDay(6))
  await clerk.keyboard.press('Escape')
  await expect(form).toHaveCount(0)
  for (let step = 0; step < 2; step++) await clerk.keyboard.press('ArrowLeft')
  await expect(rowOf(clerk, 'Red tractor').getByRole('gridcell', { name: /Approved/ })).toBeFocused()
  await clerk.keyboard.press('ArrowLeft')
  await expect(free).toHaveAccessibleName(`${written(localDay(1))}: nothing booked`)
  await clerk.keyboard.press('Home')
  await expect(rowOf(clerk, 'Red tractor').getByRole('link', { name: 'Red tractor' })).toBeFocused()
})

test('a machine by the hour says how much is taken of a day, and opens its hours', async ({ clerk }) => {
  const day = written(localDay(3))
  const cell = rowOf(clerk, 'Old mill').getByRole('gridcell', { name: `${day}: 2 bookings, 3 h` })
  await expect(cell).toBeVisible()
  await expect(
    rowOf(clerk, 'New dryer').getByRole('gridcell', { name: `${day}: 47 of 60 sacks taken` }),
  ).toBeVisible()
  await cell.click()
  await expect(clerk.getByRole('heading', { name: day, level: 2 })).toBeVisible()
  await expect(rowOf(clerk, 'Old mill').getByRole('gridcell', { name: /8:00.AM – 10:00.AM/ })).toBeVisible()
  const dryer = rowOf(clerk, 'New dryer')
  await expect(dryer.getByRole('gridcell', { name: /9:00.AM: 20 of 60 sacks taken/ })).toBeVisible()
  await expect(dryer.getByRole('gridcell', { name: /11:00.AM: 47 of 60 sacks taken/ })).toBeVisible()
  expect(await findings(clerk)).toEqual([])
  await clerk.getByText('14 days', { exact: true }).click()
  await clerk.getByRole('button', { name: 'Today', exact: true }).click()
  await expect(cell).toBeVisible()
})

test('a type can be folded, and the board shown for one type', async ({ clerk }) => {
  const heading = gridOf(clerk).getByRole('button', { name: /^Board tractor/ })
  await expect(heading).toHaveAccessibleName('Board tractor 2 machines')
  await heading.click()
  await expect(rowOf(clerk, 'Red tractor')).toHaveCount(0)
  await expect(heading).toHaveAttribute('aria-expanded', 'false')
  await heading.press('Enter')
  await expect(rowOf(clerk, 'Red tractor')).toHaveCount(1)

  await clerk.getByRole('combobox', { name: 'Machine type' }).click()
  await clerk.getByRole('option', { name: 'Board mill' }).click()
  await expect(gridOf(clerk).getByRole('link')).toHaveText(['Old mill'])
  await clerk.getByRole('button', { name: 'Every type' }).click()
  await expect(rowOf(clerk, 'Red tractor')).toHaveCount(1)
})

test('only what is free now: not a machine that is out', async ({ office, clerk }) => {
  await clerk.getByRole('checkbox', { name: 'Only free now' }).check()
  await expect(rowOf(clerk, 'Blue tractor')).toHaveCount(1)
  const { id: bookingId, version } = await approved(office, ids.other, { period: days(0, 1) })
  const out = { commandId: newId(), bookingId, version: version + 1, atMs: Date.now() }
  await office.call('clerk', 'bookings.handOver', out)
  await expect(rowOf(clerk, 'Blue tractor')).toHaveCount(0)
  await expect(rowOf(clerk, 'Red tractor')).toHaveCount(1)
  await clerk.getByRole('checkbox', { name: 'Only free now' }).uncheck()
  await expect(rowOf(clerk, 'Blue tractor').getByRole('gridcell', { name: /In use/ })).toBeVisible()
})
