import { barOf, drag, edgesOf, from, saysOf, spotOf } from '../support/board-drags.ts'
import { addBoardMachines, approvedOn, type BoardMachines, hours, rowOf } from '../support/board-machines.ts'
import { type Booking, days, newId } from '../support/by-script.ts'
import { findings } from '../support/look-with-axe.ts'
import { goTo, localDay, type OfficeInBrowser, written } from '../support/office-in-browser.ts'
import { expect, test } from '../support/office-test.ts'

/** What is not moved like others on the board: machines that are out, and machines that several members share. */
test.describe.configure({ mode: 'serial' })

let ids: BoardMachines
let out: Booking
let shared: Booking

async function periodOf(office: OfficeInBrowser, { id }: Booking): Promise<object> {
  const { booking } = await office.call<{ booking: Booking }>('clerk', 'bookings.get', { bookingId: id })
  return booking.period
}

test('the right edge of a machine that is out is dragged to a later end; its start stays', async ({
  office,
  manager,
}) => {
  ids = await addBoardMachines(office)
  out = await approvedOn(office, ids.tractor, { period: days(0, 1) })
  const handOver = { commandId: newId(), bookingId: out.id, version: out.version, atMs: Date.now() }
  expect(await office.call('clerk', 'bookings.handOver', handOver)).toMatchObject({ ok: true })
  await approvedOn(office, ids.tractor, { period: days(6, 6) }, 'S-010')
  await goTo(manager, 'Board')
  const bar = barOf(manager, 'Red tractor', new RegExp(out.memberName))

  await drag(manager, (await edgesOf(bar)).start, await spotOf(manager, 'Red tractor', 3))
  await expect(saysOf(manager)).toBeEmpty()
  await manager.mouse.up()
  await drag(manager, (await edgesOf(bar)).end, await spotOf(manager, 'Red tractor', 3))
  await expect(saysOf(manager)).toContainText(`Red tractor, ${from(0, 3)}: Free.`)
  expect(await periodOf(office, out)).toEqual(days(0, 1))
  await manager.mouse.up()
  await expect(bar).toHaveAccessibleName(new RegExp(from(0, 3)))
  expect(await periodOf(office, out)).toEqual(days(0, 3))
})

test('an end that somebody else’s promise forbids is refused before and after the drop, with the end that fits', async ({
  office,
  manager,
}) => {
  const bar = barOf(manager, 'Red tractor', new RegExp(out.memberName))
  await drag(manager, (await edgesOf(bar)).end, await spotOf(manager, 'Red tractor', 7))
  await expect(saysOf(manager)).toContainText(/Red tractor, .*: Already booked by/)
  await manager.mouse.up()
  const alert = manager.getByRole('alert').filter({ hasText: 'was not moved' })
  await expect(alert).toContainText(/Already booked by/)
  await expect(bar).toHaveAccessibleName(new RegExp(from(0, 3)))
  await alert.getByRole('button', { name: new RegExp(from(0, 5)) }).click()
  await expect(bar).toHaveAccessibleName(new RegExp(from(0, 5)))
  expect(await periodOf(office, out)).toEqual(days(0, 5))
})

test('by keyboard: M takes the end of a machine that is out up; only to the side, and Escape leaves it', async ({
  office,
  manager,
}) => {
  const bar = barOf(manager, 'Red tractor', new RegExp(out.memberName))
  await bar.focus()
  for (const key of ['m', 'ArrowUp', 'ArrowRight']) await manager.keyboard.press(key)
  await expect(saysOf(manager)).toContainText(/Red tractor, .*: Already booked by/)
  await manager.keyboard.press('Escape')
  await expect(bar).toBeFocused()
  expect(await periodOf(office, out)).toEqual(days(0, 5))
})

test('the card of a machine that is out asks for a later end', async ({ manager }) => {
  await barOf(manager, 'Red tractor', new RegExp(out.memberName)).hover()
  await manager.getByRole('button', { name: 'Extend' }).click()
  const dialog = manager.getByRole('dialog', { name: /Red tractor/ })
  await expect(dialog.getByRole('button', { name: 'Extend' })).toBeVisible()
  await manager.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
})

test('the one booking of a day on a shared machine is dragged to another day', async ({
  office,
  manager,
}) => {
  shared = await approvedOn(office, ids.dryer, { period: hours(3, 8, 12), units: 20 })
  const cell = (day: number) =>
    rowOf(manager, 'New dryer').getByRole('gridcell', { name: new RegExp(`${written(localDay(day))}: `) })
  await expect(cell(3)).toHaveAccessibleName(/20 of 60 sacks taken/)
  await drag(manager, await spotOf(manager, 'New dryer', 3), await spotOf(manager, 'New dryer', 5))
  await expect(saysOf(manager)).toContainText(/New dryer, .*: Free\./)
  await manager.mouse.up()
  await expect(cell(5)).toHaveAccessibleName(/20 of 60 sacks taken/)
  expect(await periodOf(office, shared)).toEqual(hours(5, 8, 12))
})

test('of several bookings on a shared machine, M shows which; the chosen one is carried by the arrows', async ({
  office,
  manager,
}) => {
  await approvedOn(office, ids.dryer, { period: hours(5, 10, 14), units: 27 }, 'S-010')
  const cell = (day: number) =>
    rowOf(manager, 'New dryer').getByRole('gridcell', { name: new RegExp(`${written(localDay(day))}: `) })
  await expect(cell(5)).toHaveAccessibleName(/47 of 60 sacks taken/)
  await cell(5).focus()
  await manager.keyboard.press('m')
  const card = manager.getByRole('dialog', { name: 'New dryer' })
  const move = card.getByRole('button', { name: `Move ${shared.memberName}’s booking` })
  await expect(move).toBeVisible()
  expect(await findings(manager)).toEqual([])
  await move.focus()
  await manager.keyboard.press('Enter')
  await expect(card).toHaveCount(0)
  await manager.keyboard.press('ArrowRight')
  await expect(saysOf(manager)).toContainText(/New dryer, .*: Free\./)
  await manager.keyboard.press('Enter')
  await expect(cell(6)).toHaveAccessibleName(/20 of 60 sacks taken/)
  expect(await periodOf(office, shared)).toEqual(hours(6, 8, 12))
})
