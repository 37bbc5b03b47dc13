import type { Page } from '@playwright/test'
import {
  goTo,
  localDay,
  monthFromNow,
  screensOf,
  typedDay,
  written,
  writtenInField,
} from '../support/office-in-browser.ts'
import { expect, test } from '../support/office-test.ts'

/** Tasks done only by the names of fields and buttons. */
test.describe.configure({ mode: 'serial' })

/** A newly opened booking form, without a draft. */
async function openForm(clerk: Page): Promise<void> {
  await clerk.getByRole('button', { name: 'New booking' }).click()
  await expect(clerk.getByLabel('Purpose')).toBeVisible()
}
async function saved(clerk: Page): Promise<void> {
  await clerk.getByRole('button', { name: 'Save booking' }).click()
  await expect(clerk.getByText(/waiting for approval/).first()).toBeVisible()
  await expect(clerk.getByLabel('Purpose')).toHaveCount(0)
}

test('each accessible name is unique on every screen, also beside the open form', async ({ clerk }) => {
  await openForm(clerk)
  // The help has a heading for everything that it explains.
  for (const screen of (await screensOf(clerk)).filter(name => name !== 'Help')) {
    await goTo(clerk, screen)
    for (const name of ['Machine', 'Member', 'From', 'To', 'Purpose']) {
      // "To" is also in the names of tractors, with which rows are labelled.
      await expect(clerk.getByLabel(name, { exact: name === 'To' }), `${name} on ${screen}`).toHaveCount(1)
    }
    await expect(clerk.getByRole('button', { name: 'Save booking' })).toHaveCount(1)
    await expect(clerk.getByRole('button', { name: 'New booking' })).toHaveCount(1)
    await expect(clerk.getByRole('link', { name: screen, exact: true })).toHaveCount(1)
  }
  await clerk.getByRole('button', { name: 'Close' }).click()
  await goTo(clerk, 'Calendar')
})

test('a day machine: names typed and left with Tab before any answer, days as 2027-06-01', async ({
  office,
  clerk,
}) => {
  const other = await office.signedIn('clerk')
  await clerk.bringToFront()
  await openForm(clerk)
  await clerk.getByLabel('Machine').fill('Tractor 2')
  await clerk.keyboard.press('Tab')
  await clerk.getByLabel('Member').fill('Belen Manalo')
  await clerk.keyboard.press('Tab')
  await clerk.getByLabel('From').fill(localDay(150))
  await clerk.getByLabel('To').fill(localDay(151))
  await clerk.getByLabel('Purpose').fill('By the names alone')
  await expect(clerk.getByLabel('Member')).toHaveValue(/Belen Manalo/)
  await goTo(other, 'Bookings')
  await expect(other.getByText('By the names alone')).toHaveCount(0)
  await other.getByLabel('Search').fill('Tractor 2')
  await clerk.bringToFront()
  await saved(clerk)
  // The other window shows it without any action.
  await expect(other.getByText('By the names alone')).toBeVisible()
  await other.close()
})

test('a mill: a day alone means a working day, and clock times are read in any notation', async ({
  clerk,
}) => {
  await openForm(clerk)
  await clerk.getByLabel('Machine').fill('Rice Mill 1')
  await clerk.keyboard.press('Enter')
  await clerk.getByLabel('Member').fill('S-002')
  await clerk.keyboard.press('Enter')
  const from = clerk.getByLabel('From')
  const to = clerk.getByLabel('To')
  const [first, second, third] = [localDay(163), localDay(164), localDay(165)]
  await from.fill(first)
  await to.fill(first)
  await clerk.getByLabel('Purpose').focus()
  await expect(from).toHaveValue(`${writtenInField(first)}, 8:00 AM`)
  await expect(to).toHaveValue(`${writtenInField(first)}, 5:00 PM`)
  await from.fill(`${typedDay(second)} 8:00 AM`)
  await to.fill('10am')
  await expect(clerk.getByText(`Free: ${written(second)}, 8:00 AM – 10:00 AM`)).toBeVisible()
  await from.fill(`${third}T13:00`)
  await to.fill(`${third}T14:30`)
  await expect(clerk.getByText(`Free: ${written(third)}, 1:00 PM – 2:30 PM`)).toBeVisible()
  await saved(clerk)
})

test('days and times are read as people type them, and written back in full', async ({ clerk }) => {
  await openForm(clerk)
  await clerk.getByLabel('Machine').fill('tr 1')
  await clerk.keyboard.press('Enter')
  const from = clerk.getByLabel('From')
  const to = clerk.getByLabel('To')
  await from.fill('+174')
  // What is understood is shown while it is being typed.
  await expect(clerk.getByText(`= ${written(localDay(174))}`)).toBeVisible()
  await to.fill('3 days')
  await clerk.getByLabel('Purpose').focus()
  await expect(from).toHaveValue(written(localDay(174)))
  await expect(to).toHaveValue(written(localDay(176)))
  await clerk.getByLabel('Machine').fill('Rice Mill 1')
  await clerk.keyboard.press('Enter')
  await from.fill(`${typedDay(localDay(175))} 1`)
  await to.fill('2 hours')
  await clerk.getByLabel('Purpose').focus()
  await expect(from).toHaveValue(`${written(localDay(175))}, 1:00 PM`)
  await expect(to).toHaveValue(`${written(localDay(175))}, 3:00 PM`)
  await clerk.getByRole('button', { name: 'Close' }).click()
})

test('a typed day is kept when the machine is changed to one booked by clock time', async ({ clerk }) => {
  await openForm(clerk)
  await clerk.getByLabel('Machine').fill('Tractor 1')
  await clerk.keyboard.press('Enter')
  await clerk.getByLabel('From').fill(localDay(170))
  await clerk.getByLabel('Machine').fill('Rice Mill 1')
  await clerk.keyboard.press('Enter')
  await expect(clerk.getByLabel('From')).toHaveValue(`${writtenInField(localDay(170))}, 8:00 AM`)
  await clerk.getByLabel('From').fill('some day')
  await clerk.getByLabel('Purpose').focus()
  await expect(clerk.getByText(/Write the day and the time as/)).toBeVisible()
  await expect(clerk.getByLabel('From')).toHaveValue('some day')
  await clerk.getByRole('button', { name: 'Close' }).click()
})

test('a booking takes at most 25 keystrokes, and Save pressed before the answer waits for it', async ({
  clerk,
}) => {
  const day = localDay(180)
  const typed = typedDay(day).replace(/\/\d{4}$/, '')
  const keys = ['n', ...'or 3', 'Enter', 'Tab', ...'s-004', 'Enter', 'Tab', ...typed, 'Control+Enter']
  expect(keys.length).toBeLessThanOrEqual(25)
  await clerk.getByRole('heading', { name: 'Calendar' }).focus()
  await clerk.keyboard.press(keys[0]!)
  await expect(clerk.getByLabel('Machine')).toBeFocused()
  for (const key of keys.slice(1)) await clerk.keyboard.press(key)
  await expect(clerk.getByText(`waiting for approval: Tractor 3, ${written(day)}`)).toBeVisible()
})

test('dragging over days on the calendar opens the booking form with those days', async ({ clerk }) => {
  await clerk.getByLabel('Machine').fill('Transplanter 2')
  await clerk.keyboard.press('Enter')
  await clerk.getByRole('button', { name: 'Today' }).click()
  for (let turn = 0; turn < 7; turn++) await clerk.getByRole('button', { name: 'Later' }).click()
  const month = monthFromNow(7)
  const day = (date: string) => clerk.locator(`.araro-calendar-body [data-date="${month}-${date}"]`)
  await expect(day('12')).toBeVisible()
  const [first, last] = [await day('10').boundingBox(), await day('12').boundingBox()]
  await clerk.mouse.move(first!.x + 40, first!.y + 40)
  await clerk.mouse.down()
  await clerk.mouse.move(last!.x + 40, last!.y + 40, { steps: 8 })
  await clerk.mouse.up()
  await expect(clerk.getByLabel('Member')).toBeFocused()
  await expect(clerk.getByLabel('From')).toHaveValue(/ 10 /)
  await expect(clerk.getByLabel('To')).toHaveValue(/ 12 /)
  await expect(clerk.getByText(/^Free: .+ – /)).toBeVisible()
  await clerk.getByRole('button', { name: 'Close' }).click()
})

test('a filter is emptied by the name of what it then stands for, also with the keyboard', async ({
  clerk,
}) => {
  await goTo(clerk, 'Members')
  const standing = clerk.getByRole('combobox', { name: 'Standing' })
  const anyStanding = clerk.getByRole('button', { name: 'Any standing' })
  for (const press of [() => anyStanding.click(), () => anyStanding.press('Enter')]) {
    await standing.click()
    await clerk.getByRole('option').first().click()
    await expect(standing).not.toHaveValue('')
    await press()
    await expect(standing).toHaveValue('')
    await expect(anyStanding).toHaveCount(0)
  }
})
