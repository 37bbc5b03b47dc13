import { machineNamed, memberFound, requested } from '../support/by-script.ts'
import { choose, localDay, typedDay } from '../support/office-in-browser.ts'
import { expect, test } from '../support/office-test.ts'

/** The first free time of any machine of a type, in the form and in the search. */
test.describe.configure({ mode: 'serial' })

const FROM = localDay(150)

test('the form offers the first free times of any machine of a type, and takes one over in one press', async ({
  clerk,
}) => {
  await clerk.getByRole('button', { name: 'New booking' }).click()
  const form = clerk.getByRole('dialog', { name: 'New booking' })
  await choose(clerk, 'Machine', 'Harvester 1', /^Harvester 1/)
  await form.getByRole('button', { name: 'Find the first free time' }).click()
  await expect(form.getByRole('combobox', { name: 'Which machine' })).toHaveValue('Any Combine harvester')
  await form.getByRole('combobox', { name: 'Which machine' }).click()
  await clerk.getByRole('option', { name: 'Any Four-wheel tractor' }).click()
  await form.getByLabel('How many days').fill('2')
  await form.getByLabel('Starting from').fill(typedDay(FROM))
  const times = form.getByRole('list', { name: 'The first free times' }).getByRole('button')
  await expect(times).toHaveCount(10)
  await expect(times.first()).toHaveText(/^Tractor \d, /)
  const machine = (await times.first().textContent())!.slice(0, 'Tractor 1'.length)
  await times.first().click()
  await expect(form.getByLabel('Machine', { exact: true })).toHaveValue(machine)
  await expect(form.getByText(/^Free: /)).toBeVisible()
  await expect(form.getByLabel('Member')).toBeFocused()
  await form.getByRole('button', { name: 'Close' }).click()
})

test('a length that the rules refuse is said instead, and nothing typed is lost', async ({ clerk }) => {
  await clerk.getByRole('button', { name: 'New booking' }).click()
  const form = clerk.getByRole('dialog', { name: 'New booking' })
  await form.getByRole('button', { name: 'Find the first free time' }).click()
  await form.getByLabel('How many days').fill('99')
  await expect(form.getByRole('alert')).toContainText('99')
  await expect(form.getByLabel('How many days')).toHaveValue('99')
  await form.getByRole('button', { name: 'Hide the first free times' }).click()
  await expect(form.getByLabel('How many days')).toHaveCount(0)
  await form.getByRole('button', { name: 'Close' }).click()
})

test('a booking is moved to the first free time of another machine, from the form that moves it', async ({
  office,
  clerk,
}) => {
  const machineId = await machineNamed(office, 'Transplanter 1')
  const { id: memberId } = await memberFound(office, 'S-002')
  const period = { kind: 'days', from: FROM, to: FROM }
  const booking = await requested(office, { machineId, memberId, period }, 'clerk')
  await clerk.evaluate(id => {
    location.hash = `#/bookings?booking=${id}`
  }, booking.id)
  await clerk
    .getByRole('dialog', { name: 'Transplanter 1' })
    .getByRole('button', { name: 'Move', exact: true })
    .click()
  const form = clerk.getByRole('dialog', { name: 'Move booking' })
  await form.getByRole('button', { name: 'Find the first free time' }).click()
  await form.getByLabel('Starting from').fill(typedDay(FROM))
  const times = form.getByRole('list', { name: 'The first free times' }).getByRole('button')
  await expect(times).toHaveCount(10)
  await expect(times.first()).toHaveText(/^Transplanter 2, /)
  await times.first().click()
  await expect(form.getByText(/^Free: /)).toBeVisible()
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(clerk.getByText(/moved/i).first()).toBeVisible()
  await expect(form).toHaveCount(0)
})

test('the search understands what a member asks for, and Enter opens the form with the first free time', async ({
  clerk,
}) => {
  await clerk.keyboard.press('Control+k')
  await clerk.getByPlaceholder(/^Screens, machines/).fill(`a harvester for 3 days from ${typedDay(FROM)}`)
  await expect(clerk.getByRole('button', { name: /^Harvester \d, / })).toHaveCount(10)
  await clerk.keyboard.press('Enter')
  const form = clerk.getByRole('dialog', { name: 'New booking' })
  await expect(form.getByLabel('Machine', { exact: true })).toHaveValue(/^Harvester \d/)
  await expect(form.getByText(/^Free: /)).toBeVisible()
  await form.getByRole('button', { name: 'Close' }).click()
})

test('the search says why a free time cannot be found, in Filipino words too', async ({ clerk }) => {
  await clerk.keyboard.press('Control+k')
  await clerk.getByPlaceholder(/^Screens, machines/).fill('traktora nang 2 oras bukas')
  await expect(clerk.getByText('This machine is booked by whole days.')).toBeVisible()
  await clerk.keyboard.press('Escape')
})
