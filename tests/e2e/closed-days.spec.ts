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
