import { findings } from '../support/look-with-axe.ts'
import { choose, goTo, localDay } from '../support/office-in-browser.ts'
import { expect, test } from '../support/office-test.ts'

test.describe.configure({ mode: 'serial' })

test('a manager sets the opening hours and adds a holiday', async ({ manager, office }) => {
  await goTo(manager, 'Settings')
  await manager.getByRole('tab', { name: 'Opening hours' }).click()
  await expect(manager.getByText(/^Nobody has set the hours yet/)).toBeVisible()
  await manager.getByLabel('Mon, to', { exact: true }).fill('nonsense')
  await manager.getByRole('button', { name: 'Save opening hours' }).click()
  await expect(manager.getByText('Type a time such as 8:00 AM or 17:30.')).toBeVisible()
  await manager.getByLabel('Mon, to', { exact: true }).fill('6 pm')
  await manager.getByRole('button', { name: 'Save opening hours' }).click()
  await expect(manager.getByText('The opening hours are saved.')).toBeVisible()
  await expect(manager.getByLabel('Mon, to', { exact: true })).toHaveValue(/^6:00\sPM$/)
  const hours = await office.call<{ isSet: boolean; week: { toMinutes: number }[][] }>(
    'clerk',
    'hours.get',
    {},
  )
  expect([hours.isSet, hours.week[0]?.[0]?.toMinutes]).toEqual([true, 18 * 60])

  await manager.getByRole('button', { name: 'Add a holiday' }).click()
  await manager.getByLabel('Name of the holiday').fill('Town fiesta')
  await manager.getByLabel('Day of the holiday').fill(localDay(150))
  await manager.getByRole('button', { name: 'Save holiday' }).click()
  await expect(manager.getByText('Town fiesta is saved.')).toBeVisible()
})

test('a booking on that day is refused with the name of the holiday, and another day is one press away', async ({
  clerk,
}) => {
  await clerk.getByRole('button', { name: 'New booking' }).click()
  await choose(clerk, 'Machine', 'Tractor 3', /^Tractor 3/)
  await clerk.getByLabel('From', { exact: true }).fill(localDay(150))
  await clerk.getByLabel('To', { exact: true }).fill(localDay(150))
  const refusal = clerk.getByText(/^The office is closed on .*\(Town fiesta\)\. It opens again/).first()
  await expect(refusal).toBeVisible()
  await clerk
    .getByRole('button', { name: /^Tractor 3, / })
    .first()
    .click()
  await expect(refusal).toHaveCount(0)
  await expect(clerk.getByLabel('From', { exact: true })).not.toHaveValue(localDay(150))
})

test('a stop of bookings says whom it reaches before it is saved, and can be taken back', async ({
  manager,
}) => {
  await goTo(manager, 'Settings')
  await manager.getByRole('tab', { name: 'Opening hours' }).click()
  await manager.getByRole('button', { name: 'Add a stop of bookings' }).click()
  await manager.getByLabel('First day').fill(localDay(0))
  await manager.getByLabel('Last day').fill(localDay(5))
  await expect(manager.getByText(/^It reaches \d+ bookings?\./)).toBeVisible()
  await manager.getByRole('button', { name: 'Save stop of bookings' }).click()
  await expect(manager.getByText('Say why. Whoever wants to book is told.')).toBeVisible()
  await manager.getByLabel('Reason', { exact: true }).fill('Flood')
  await manager.getByRole('button', { name: 'Save stop of bookings' }).click()
  await expect(manager.getByText('Bookings are stopped then: Flood.')).toBeVisible()
  await manager.getByRole('button', { name: 'Take back Flood' }).click()
  await expect(manager.getByText('Bookings are possible again: Flood.')).toBeVisible()
})

test('a season is added, changed and removed; one that overlaps is refused at its day, and nothing typed is lost', async ({
  manager,
}) => {
  await manager.getByRole('button', { name: 'Add a season' }).click()
  await manager.getByRole('button', { name: 'Save season' }).click()
  await expect(manager.getByText('Give the season a name, such as Harvest.')).toBeVisible()
  await manager.getByLabel('Name of the season').fill('Harvest')
  await manager.getByLabel('First day of the season').fill(localDay(200))
  await manager.getByLabel('Last day of the season').fill(localDay(220))
  const seasons = manager.getByRole('region', { name: 'Seasons' })
  await seasons.getByLabel('Sun, to', { exact: true }).fill('12:00 PM')
  await manager.getByRole('button', { name: 'Save season' }).click()
  await expect(manager.getByText('The season is saved.')).toBeVisible()
  const harvest = seasons.getByRole('row').filter({ hasText: 'Harvest' })
  await expect(harvest).toContainText(/Sun 8:00\sAM – 12:00\sPM/)

  await manager.getByRole('button', { name: 'Add a season' }).click()
  await manager.getByLabel('Name of the season').fill('Planting')
  await manager.getByLabel('First day of the season').fill(localDay(210))
  await manager.getByLabel('Last day of the season').fill(localDay(240))
  await manager.getByRole('button', { name: 'Save season' }).click()
  await expect(manager.getByText(/^"Planting" begins before "Harvest" has ended on/)).toBeVisible()
  await expect(manager.getByLabel('Name of the season')).toHaveValue('Planting')
  await manager.getByLabel('First day of the season').fill(localDay(221))
  await manager.getByRole('button', { name: 'Save season' }).click()
  await expect(seasons.getByRole('row')).toHaveCount(3)
  expect(await findings(manager)).toEqual([])

  await manager.getByRole('button', { name: 'Change Planting' }).click()
  await manager.getByLabel('Name of the season').fill('Second planting')
  await manager.getByRole('button', { name: 'Save season' }).click()
  await manager.getByRole('button', { name: 'Remove Second planting' }).click()
  await expect(manager.getByText('Second planting is removed.')).toBeVisible()
  await expect(seasons.getByRole('row')).toHaveCount(2)
})

test('a stop of some hours stands on the board, on the calendar and on the panel of the machine, with its reason', async ({
  manager,
  clerk,
}) => {
  await manager.getByRole('button', { name: 'Add a stop of bookings' }).click()
  await manager.getByRole('combobox', { name: 'Machines' }).click()
  await manager.getByRole('option', { name: 'Tractor 3', exact: true }).click()
  await manager.getByText('Clock time', { exact: true }).click()
  await manager.getByRole('button', { name: 'Save stop of bookings' }).click()
  await expect(manager.getByText('Type a day and a time, such as 12 Dec 8:00 AM.').first()).toBeVisible()
  await manager.getByLabel('Stop begins').fill(`${localDay(0)} 00:00`)
  await manager.getByLabel('Stop ends').fill(`${localDay(1)} 17:00`)
  await manager.getByLabel('Reason', { exact: true }).fill('Field day')
  await manager.getByRole('button', { name: 'Save stop of bookings' }).click()
  await expect(manager.getByText('Bookings are stopped then: Field day.')).toBeVisible()

  await goTo(clerk, 'Board')
  const row = clerk.getByRole('row').filter({ hasText: 'Tractor 3' })
  await expect(row.getByRole('rowheader')).toContainText('No bookings: Field day')
  await expect(row.locator('.araro-board-stop')).toHaveAttribute(
    'title',
    /^No bookings: Field day, .*5:00\sPM/,
  )
  await row.getByRole('link', { name: 'Tractor 3' }).click()
  await clerk.getByRole('button', { name: 'Today', exact: true }).click()
  await clerk.getByText('Month', { exact: true }).click()
  await expect(clerk.getByText('No bookings: Field day').first()).toBeVisible()
  await goTo(clerk, 'Machines')
  await clerk.getByRole('button', { name: 'Tractor 3', exact: true }).click()
  const panel = clerk.getByRole('dialog', { name: 'Tractor 3' })
  await expect(panel.getByText(/^No bookings: Field day/)).toBeVisible()
})
