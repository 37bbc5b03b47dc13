import type { Page } from '@playwright/test'
import { type Booking, days, give, machineNamed, memberFound, requested } from '../support/by-script.ts'
import { choose, goTo, localDay, type OfficeInBrowser, typedDay } from '../support/office-in-browser.ts'
import { expect, test } from '../support/office-test.ts'

/** From a time that is taken, over the waiting list, to a booking. */
test.describe.configure({ mode: 'serial' })

const FROM = localDay(160)
let taken: Booking

async function takeRotavator(office: OfficeInBrowser) {
  const { id: memberId } = await memberFound(office, 'Belen Manalo')
  const machineId = await machineNamed(office, 'Rotavator 1')
  taken = await requested(office, { machineId, memberId, period: days(160) })
}
const row = (page: Page) => page.getByRole('row').filter({ hasText: 'Amado Abad' })

test('a clerk puts a member on the waiting list when the time is taken', async ({ office, clerk }) => {
  await takeRotavator(office)
  await clerk.getByRole('button', { name: 'New booking' }).click()
  await choose(clerk, 'Machine', 'Rotavator 1', /^Rotavator 1/)
  await choose(clerk, 'Member', 'S-001', /Amado Abad/)
  await clerk.getByLabel('From', { exact: true }).fill(typedDay(FROM))
  await clerk.getByRole('button', { name: 'Put on the waiting list' }).click()
  const dialog = clerk.getByRole('dialog', { name: 'Put Amado Abad on the waiting list' })
  await dialog.getByRole('button', { name: 'Put on the waiting list' }).click()
  await expect(clerk.getByText('Amado Abad is on the waiting list: Rotavator.')).toBeVisible()
  await goTo(clerk, 'Waiting list')
  await expect(row(clerk)).toContainText('nothing free yet')
  await expect(row(clerk).getByRole('link', { name: /^0900/ })).toBeVisible()
})

test('what becomes free is offered at once, and taking it makes the booking', async ({ office, clerk }) => {
  const { id: bookingId, version } = taken
  await give(office, 'clerk', 'bookings.cancel', { bookingId, version, reason: 'Rain' })
  await expect(row(clerk)).toContainText('Rotavator 1')
  await row(clerk).getByRole('button', { name: 'Take the offer' }).click()
  await expect(clerk.getByText(/^Booked: Rotavator 1, .*Amado Abad/)).toBeVisible()
  await expect(row(clerk)).toHaveCount(0)
})

test('a member is put on the list from the list itself, and what is missing is said at its field', async ({
  clerk,
}) => {
  await goTo(clerk, 'Waiting list')
  await clerk.getByRole('button', { name: 'Add to the list' }).click()
  const panel = clerk.getByRole('dialog', { name: 'Add to the list' })
  await panel.getByRole('button', { name: 'Add to the list' }).click()
  await expect(panel.getByText('Choose the member who waits.')).toBeVisible()
  await expect(panel.getByText('Choose a machine, or any of a type.')).toBeVisible()
  await choose(clerk, 'Member', 'S-002', /S-002/)
  await panel.getByRole('combobox', { name: 'For', exact: true }).click()
  await clerk.getByRole('option', { name: 'any Rotavator' }).click()
  await panel.getByLabel('For how many days').fill('2')
  await panel.getByLabel('Free days from').fill(typedDay(localDay(170)))
  await panel.getByLabel('Free days to').fill(typedDay(localDay(169)))
  await panel.getByRole('button', { name: 'Add to the list' }).click()
  await expect(panel.getByText('This day is before the first. Enter a later one.')).toBeVisible()
  await panel.getByLabel('Free days to').fill(typedDay(localDay(175)))
  await panel.getByRole('button', { name: 'Add to the list' }).click()
  await expect(clerk.getByText(/ is on the waiting list: Rotavator\.$/)).toBeVisible()
  await expect(panel).toHaveCount(0)
})

test('from the panel of a machine by keyboard alone, to the booking', async ({ clerk }) => {
  await goTo(clerk, 'Machines')
  await clerk
    .getByRole('button', { name: /^Rotavator 1/ })
    .or(clerk.getByRole('link', { name: 'Rotavator 1' }))
    .first()
    .press('Enter')
  const machine = clerk.getByRole('dialog', { name: 'Rotavator 1' })
  await machine.getByRole('button', { name: 'Put on the waiting list' }).press('Enter')
  const panel = clerk.getByRole('dialog', { name: 'Add to the list' })
  await expect(panel.getByRole('combobox', { name: 'For', exact: true })).toHaveValue('only Rotavator 1')
  await panel.getByLabel('Member').focus()
  await clerk.keyboard.type('S-003')
  await expect(clerk.getByRole('option', { name: /S-003/ })).toBeVisible()
  await clerk.keyboard.press('Enter')
  await clerk.keyboard.press('Tab')
  await clerk.keyboard.press('Tab')
  await clerk.keyboard.type('1')
  await clerk.keyboard.press('Tab')
  await clerk.keyboard.type(typedDay(localDay(180)))
  await panel.getByLabel('Free days to').focus()
  await clerk.keyboard.type('3 days')
  await clerk.keyboard.press('Enter')
  await expect(clerk.getByText(/ is on the waiting list: Rotavator 1\.$/)).toBeVisible()
  await goTo(clerk, 'Waiting list')
  const offered = clerk.getByRole('row').filter({ hasText: 'Rotavator 1' }).last()
  await offered.getByRole('button', { name: 'Take the offer' }).press('Enter')
  await expect(clerk.getByText(/^Booked: Rotavator 1, /)).toBeVisible()
})

test('a manager moves somebody up with a reason, to the first place or before another one', async ({
  manager,
}) => {
  await goTo(manager, 'Waiting list')
  const last = manager.getByRole('row').last()
  const name = (await last.getByRole('link').first().textContent()) ?? ''
  await last.getByRole('button', { name: 'Move up' }).click()
  const dialog = manager.getByRole('dialog', { name: `Move ${name} up?` })
  await dialog.getByLabel('Reason').fill('The seedlings are ready')
  await dialog.getByRole('button', { name: 'Move up' }).click()
  await expect(manager.getByText(`${name} is first on the list.`)).toBeVisible()
  const first = manager.getByRole('row').filter({ hasText: name })
  await expect(first.getByRole('cell').first()).toHaveText('1')
  const names = async () =>
    (await manager.getByRole('row').getByRole('link').allTextContents()).filter(one => !/^0/.test(one))
  const [, second, third] = await names()
  await manager.getByRole('row').filter({ hasText: third! }).getByRole('button', { name: 'Move up' }).click()
  const question = manager.getByRole('dialog', { name: `Move ${third} up?` })
  await question.getByRole('combobox', { name: 'New place' }).click()
  await manager.getByRole('option', { name: `2, before ${second}` }).click()
  await question.getByLabel('Reason').fill('Their field is next to it')
  await question.getByRole('button', { name: 'Move up' }).click()
  await expect(manager.getByText(`${third} comes before ${second} now.`)).toBeVisible()
  await expect.poll(async () => (await names()).slice(1, 3)).toEqual([third, second])
})

test('somebody is put on the list by keyboard alone, and Ctrl + Z takes them off it again', async ({
  clerk,
}) => {
  await goTo(clerk, 'Waiting list')
  const rows = clerk.getByRole('row')
  await expect(rows.nth(1)).toBeVisible()
  const count = await rows.count()
  await clerk.getByRole('button', { name: 'Add to the list' }).press('Enter')
  const panel = clerk.getByRole('dialog', { name: 'Add to the list' })
  await expect(panel.getByLabel('Member', { exact: true })).toBeFocused()
  await clerk.keyboard.type('S-003')
  await expect(clerk.getByRole('option', { name: /S-003/ })).toBeVisible()
  await clerk.keyboard.press('Enter')
  await clerk.keyboard.press('Tab')
  await clerk.keyboard.type('any Rota')
  await clerk.keyboard.press('Enter')
  await expect(panel.getByRole('combobox', { name: 'For', exact: true })).toHaveValue('any Rotavator')
  await panel.getByLabel('Free days from').fill(typedDay(FROM))
  await panel.getByLabel('Free days to').fill(typedDay(FROM))
  await panel.getByLabel('Free days to').press('Enter')
  await expect(panel).toHaveCount(0)
  await expect(rows).toHaveCount(count + 1)

  await clerk.keyboard.press('Control+z')
  const question = clerk.getByRole('dialog', { name: 'Undo your last step?' })
  await expect(question.getByRole('list', { name: 'What changes' })).toContainText('Waiting')
  await question.getByRole('button', { name: 'Undo' }).press('Enter')
  await expect(clerk.getByText(/^Undone: /)).toBeVisible()
  await expect(rows).toHaveCount(count)
})

test('the list prints without what can only be pressed, and the board still prints the names of its types', async ({
  manager,
}) => {
  await goTo(manager, 'Waiting list')
  const list = manager.getByRole('table')
  await expect(list).toBeVisible()
  await manager.emulateMedia({ media: 'print' })
  await expect(list).toBeVisible()
  await expect(manager.getByRole('navigation')).toHaveCount(0)
  await expect(manager.locator('button:visible')).toHaveCount(0)
  await manager.emulateMedia({ media: 'screen' })
  await goTo(manager, 'Board')
  await manager.emulateMedia({ media: 'print' })
  await expect(manager.getByRole('rowheader', { name: /Rotavator/ }).getByRole('button')).toBeVisible()
  await expect(manager.getByRole('navigation')).toHaveCount(0)
  await manager.emulateMedia({ media: 'screen' })
})
