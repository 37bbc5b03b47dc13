import { barOf, drag, edgesOf, from, saysOf, spotOf } from '../support/board-drags.ts'
import {
  addBoardMachines,
  approvedOn,
  type BoardMachines,
  gridOf,
  hours,
  rowOf,
} from '../support/board-machines.ts'
import { type Booking, days } from '../support/by-script.ts'
import { findings } from '../support/look-with-axe.ts'
import { goTo, localDay, type OfficeInBrowser, writtenInField } from '../support/office-in-browser.ts'
import { expect, test } from '../support/office-test.ts'

/** Moving and booking on the board, by mouse and by keyboard. */
test.describe.configure({ mode: 'serial' })

let ids: BoardMachines
let moved: Booking

async function stands(office: OfficeInBrowser) {
  const { booking } = await office.call<{ booking: Booking & { machineId: string } }>(
    'clerk',
    'bookings.get',
    {
      bookingId: moved.id,
    },
  )
  const { period, machineId, status } = booking
  return { period, machineId, status }
}

test('a drag says what a drop would come to; a clerk who drops an approved booking is asked first', async ({
  office,
  clerk,
}) => {
  ids = await addBoardMachines(office)
  moved = await approvedOn(office, ids.tractor, { period: days(3, 4) })
  await approvedOn(office, ids.other, { period: days(8, 9) }, 'S-010')
  await goTo(clerk, 'Board')
  const bar = barOf(clerk, 'Red tractor')
  await drag(clerk, await spotOf(clerk, 'Red tractor', 3), await spotOf(clerk, 'Red tractor', 6))
  await expect(saysOf(clerk)).toContainText(`Red tractor, ${from(6, 7)}: Free, but it needs approval again.`)
  expect(await stands(office)).toMatchObject({ period: days(3, 4) })
  await clerk.mouse.up()

  const asks = clerk.getByRole('dialog', { name: `Move ${moved.memberName}’s booking?` })
  await expect(asks).toContainText(from(6, 7))
  await asks.getByRole('button', { name: 'Cancel' }).click()
  await expect(bar).toHaveAccessibleName(new RegExp(`Approved · ${from(3, 4)}`))
  expect(await stands(office)).toMatchObject({ period: days(3, 4), status: 'approved' })
})

test('a booking is dragged to another time and to another machine, and back with Undo', async ({
  office,
  manager,
}) => {
  await goTo(manager, 'Board')
  await drag(manager, await spotOf(manager, 'Red tractor', 3), await spotOf(manager, 'Blue tractor', 4))
  await expect(saysOf(manager)).toContainText(`Blue tractor, ${from(4, 5)}: Free.`)
  await manager.mouse.up()
  await expect(barOf(manager, 'Blue tractor', new RegExp(moved.memberName))).toHaveAccessibleName(
    new RegExp(from(4, 5)),
  )
  await expect(barOf(manager, 'Red tractor')).toHaveCount(0)
  expect(await stands(office)).toEqual({ period: days(4, 5), machineId: ids.other, status: 'approved' })
  // The keyboard is where the booking is now.
  await expect(barOf(manager, 'Blue tractor', new RegExp(moved.memberName))).toBeFocused()

  await manager.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(barOf(manager, 'Red tractor')).toHaveAccessibleName(new RegExp(from(3, 4)))
  expect(await stands(office)).toEqual({ period: days(3, 4), machineId: ids.tractor, status: 'approved' })
})

test('a refused drop says who has the machine before it is dropped, and snaps back with the sentence', async ({
  office,
  manager,
}) => {
  await drag(manager, await spotOf(manager, 'Red tractor', 3), await spotOf(manager, 'Blue tractor', 8))
  await expect(saysOf(manager)).toContainText(/Blue tractor, .*: Already booked by/)
  await manager.mouse.up()
  const alert = manager.getByRole('alert').filter({ hasText: 'was not moved' })
  await expect(alert).toContainText(/Already booked by .*, .* – .* \(approved\)/)
  await expect(barOf(manager, 'Red tractor')).toHaveAccessibleName(new RegExp(from(3, 4)))
  expect(await stands(office)).toEqual({ period: days(3, 4), machineId: ids.tractor, status: 'approved' })
  expect(await findings(manager)).toEqual([])
  await manager.keyboard.press('Escape')
  await expect(alert).toHaveCount(0)
})

test('an edge is dragged to make a booking longer or shorter; Escape while dragging puts it back', async ({
  office,
  manager,
}) => {
  const bar = barOf(manager, 'Red tractor')
  await drag(manager, (await edgesOf(bar)).end, await spotOf(manager, 'Red tractor', 6))
  await expect(saysOf(manager)).toContainText(`Red tractor, ${from(3, 6)}: Free.`)
  await manager.mouse.up()
  await expect(bar).toHaveAccessibleName(new RegExp(from(3, 6)))
  await drag(manager, (await edgesOf(bar)).start, await spotOf(manager, 'Red tractor', 5))
  await expect(saysOf(manager)).toContainText(`Red tractor, ${from(5, 6)}: Free.`)
  await manager.keyboard.press('Escape')
  await expect(saysOf(manager)).toBeEmpty()
  await manager.mouse.up()
  await drag(manager, (await edgesOf(bar)).start, await spotOf(manager, 'Red tractor', 4))
  await manager.mouse.up()
  await expect(bar).toHaveAccessibleName(new RegExp(from(4, 6)))
  expect(await stands(office)).toMatchObject({ period: days(4, 6) })
})

test('a drag over free time books it', async ({ manager }) => {
  await drag(manager, await spotOf(manager, 'Red tractor', 9), await spotOf(manager, 'Red tractor', 11))
  await expect(saysOf(manager)).toContainText(`Red tractor, ${from(9, 11)}: Free.`)
  await manager.mouse.up()
  const form = manager.getByRole('dialog', { name: 'New booking' })
  await expect(form.getByLabel('Machine', { exact: true })).toHaveValue('Red tractor')
  await expect(form.getByLabel('From', { exact: true })).toHaveValue(writtenInField(localDay(9)))
  await expect(form.getByLabel('To', { exact: true })).toHaveValue(writtenInField(localDay(11)))
  await manager.keyboard.press('Escape')
  await expect(form).toHaveCount(0)
})

test('by keyboard: M takes a booking up, the arrows carry it, Shift moves its end, Enter drops it and Escape puts it back', async ({
  office,
  manager,
}) => {
  const bar = barOf(manager, 'Red tractor')
  await bar.focus()
  await manager.keyboard.press('m')
  await expect(saysOf(manager)).toContainText(`Red tractor, ${from(4, 6)}: It stays where it is.`)
  await manager.keyboard.press('ArrowRight')
  await manager.keyboard.press('ArrowUp')
  await expect(saysOf(manager)).toContainText(`Blue tractor, ${from(5, 7)}: Free.`)
  expect(await findings(manager)).toEqual([])
  await manager.keyboard.press('ArrowRight')
  await expect(saysOf(manager)).toContainText(/Blue tractor, .*: Already booked by/)
  await manager.keyboard.press('Shift+ArrowLeft')
  await expect(saysOf(manager)).toContainText(`Blue tractor, ${from(6, 7)}: Free.`)
  await manager.keyboard.press('Escape')
  await expect(saysOf(manager)).toBeEmpty()
  await expect(bar).toBeFocused()
  expect(await stands(office)).toMatchObject({ period: days(4, 6), machineId: ids.tractor })

  for (const key of ['m', 'ArrowUp', 'ArrowLeft', 'Shift+ArrowRight']) await manager.keyboard.press(key)
  await expect(saysOf(manager)).toContainText(`Blue tractor, ${from(3, 6)}: Free.`)
  await manager.keyboard.press('Enter')
  const dropped = barOf(manager, 'Blue tractor', new RegExp(moved.memberName))
  await expect(dropped).toHaveAccessibleName(new RegExp(from(3, 6)))
  await expect(dropped).toBeFocused()
  expect(await stands(office)).toEqual({ period: days(3, 6), machineId: ids.other, status: 'approved' })

  // Dropped where it cannot be, it is back, and the keyboard is still on it.
  for (const key of ['m', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'Enter'])
    await manager.keyboard.press(key)
  await expect(manager.getByRole('alert').filter({ hasText: 'was not moved' })).toBeVisible()
  await expect(dropped).toHaveAccessibleName(new RegExp(from(3, 6)))
  await expect(dropped).toBeFocused()
})

test('by keyboard: on free time, Shift and the arrows choose, and Enter books', async ({ manager }) => {
  const grid = gridOf(manager)
  await barOf(manager, 'Blue tractor', new RegExp(moved.memberName)).focus()
  await manager.keyboard.press('ArrowDown')
  await expect(grid.getByRole('gridcell', { name: `${from(3)}: nothing booked` })).toBeFocused()
  for (let step = 0; step < 2; step++) await manager.keyboard.press('Shift+ArrowRight')
  await expect(saysOf(manager)).toContainText(`Red tractor, ${from(3, 5)}: Free.`)
  await manager.keyboard.press('Shift+ArrowLeft')
  await manager.keyboard.press('Enter')
  const form = manager.getByRole('dialog', { name: 'New booking' })
  await expect(form.getByLabel('From', { exact: true })).toHaveValue(writtenInField(localDay(3)))
  await expect(form.getByLabel('To', { exact: true })).toHaveValue(writtenInField(localDay(4)))
  await manager.keyboard.press('Escape')
  await expect(form).toHaveCount(0)
})

test('among the hours of a day, a booking moves by half an hour', async ({ office, manager }) => {
  const { id } = await approvedOn(office, ids.mill, { period: hours(3, 8, 10) })
  await rowOf(manager, 'Old mill')
    .getByRole('gridcell', { name: `${from(3)}: 1 booking, 2 h` })
    .click()
  const bar = rowOf(manager, 'Old mill').getByRole('gridcell', { name: /8:00.AM – 10:00.AM/ })
  await bar.focus()
  for (const key of ['m', 'ArrowRight', 'Shift+ArrowRight']) await manager.keyboard.press(key)
  await expect(saysOf(manager)).toContainText(/Old mill, .* 8:30.AM – 11:00.AM: Free\./)
  await manager.keyboard.press('Enter')
  await expect(rowOf(manager, 'Old mill').getByRole('gridcell', { name: /8:30.AM – 11:00.AM/ })).toBeFocused()
  const { booking } = await office.call<{ booking: Booking }>('clerk', 'bookings.get', { bookingId: id })
  expect(booking.period).toEqual(hours(3, 8.5, 11))
})
