import {
  addBoardMachines,
  approvedOn,
  type BoardMachines,
  gridOf,
  hours,
  rowOf,
} from '../support/board-machines.ts'
import { days, newId } from '../support/by-script.ts'
import { findings } from '../support/look-with-axe.ts'
import { goTo, localDay, written, writtenInField } from '../support/office-in-browser.ts'
import { expect, test } from '../support/office-test.ts'

/** The board, on machines of types that only these tests have. */
test.describe.configure({ mode: 'serial' })

let ids: BoardMachines

test('the machines of a type show what is booked on them, and a booking is opened by mouse and by keyboard', async ({
  office,
  clerk,
}) => {
  ids = await addBoardMachines(office)
  const { memberName } = await approvedOn(office, ids.tractor, {
    period: days(2, 4),
    purpose: 'Upland field',
  })
  await approvedOn(office, ids.mill, { period: hours(3, 8, 10) })
  await approvedOn(office, ids.mill, { period: hours(3, 13, 14) })
  await approvedOn(office, ids.dryer, { period: hours(3, 8, 12), units: 20 })
  await approvedOn(office, ids.dryer, { period: hours(3, 10, 14), units: 27 })

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
  const booking = await approvedOn(office, ids.other, { period: days(5, 5) })
  await expect(blue.getByRole('gridcell', { name: /Approved/ })).toHaveCount(1)
  const { id: bookingId } = booking
  const cancel = { commandId: newId(), bookingId, version: booking.version, reason: 'rain' }
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

  await clerk.getByRole('combobox', { name: 'Type', exact: true }).click()
  await clerk.getByRole('option', { name: 'Board mill' }).click()
  await expect(gridOf(clerk).getByRole('link')).toHaveText(['Old mill'])
  await clerk.getByRole('combobox', { name: 'Type', exact: true }).click()
  await clerk.getByRole('option', { name: 'Every type' }).click()
  await expect(rowOf(clerk, 'Red tractor')).toHaveCount(1)
})

test('only what is free now: not a machine that is out', async ({ office, clerk }) => {
  await clerk.getByRole('checkbox', { name: 'Only free now' }).check()
  await expect(rowOf(clerk, 'Blue tractor')).toHaveCount(1)
  const { id: bookingId, version } = await approvedOn(office, ids.other, { period: days(0, 1) })
  const out = { commandId: newId(), bookingId, version, atMs: Date.now() }
  await office.call('clerk', 'bookings.handOver', out)
  await expect(rowOf(clerk, 'Blue tractor')).toHaveCount(0)
  await expect(rowOf(clerk, 'Red tractor')).toHaveCount(1)
  await clerk.getByRole('checkbox', { name: 'Only free now' }).uncheck()
  await expect(rowOf(clerk, 'Blue tractor').getByRole('gridcell', { name: /In use/ })).toBeVisible()
})

test('what the mouse rests on says whom to call and what for; a shared machine’s hour lists its bookings', async ({
  clerk,
}) => {
  const card = clerk.locator('.araro-board-card')
  await rowOf(clerk, 'Red tractor')
    .getByRole('gridcell', { name: /Approved/ })
    .hover()
  await expect(card).toContainText('Upland field')
  await expect(card.getByRole('link', { name: /^0900/ })).toHaveAttribute('href', /^tel:/)
  expect(await findings(clerk)).toEqual([])
  await card.getByRole('button', { name: 'Open', exact: true }).click()
  await expect(clerk.getByRole('dialog', { name: 'Red tractor' })).toContainText('Upland field')
  await clerk.keyboard.press('Escape')

  const day = written(localDay(3))
  await rowOf(clerk, 'New dryer')
    .getByRole('gridcell', { name: new RegExp(`^${day}`) })
    .click()
  const hour = rowOf(clerk, 'New dryer').getByRole('gridcell', { name: /11:00.AM: 47 of 60/ })
  await hour.focus()
  await clerk.keyboard.press('Enter')
  const list = clerk.getByRole('dialog', { name: 'New dryer' })
  await expect(list.getByRole('listitem')).toHaveCount(2)
  await expect(list).toContainText('27 sacks')
  expect(await findings(clerk)).toEqual([])
  await clerk.keyboard.press('Escape')
  await expect(list).toHaveCount(0)
  await expect(hour).toBeFocused()
  await clerk.getByText('14 days', { exact: true }).click()
})

test('a printed board has every machine and every day, whose it is and which days', async ({ clerk }) => {
  const machines = await gridOf(clerk).getAttribute('aria-rowcount')
  await clerk.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
  await clerk.emulateMedia({ media: 'print' })
  await expect(gridOf(clerk).getByRole('row')).toHaveCount(Number(machines))
  await expect(gridOf(clerk).getByRole('columnheader')).toHaveCount(15)
  await expect(clerk.locator('.araro-board-printed')).toContainText(/Cooperative.*Board: .* – .*Printed/)
  await expect(clerk.getByRole('navigation')).toBeHidden()
  const { wide, room } = await gridOf(clerk).evaluate(grid => ({
    wide: grid.scrollWidth,
    room: document.documentElement.clientWidth,
  }))
  expect(wide).toBeLessThanOrEqual(room)
  await clerk.emulateMedia({ media: 'screen' })
  await clerk.evaluate(() => window.dispatchEvent(new Event('afterprint')))
})
