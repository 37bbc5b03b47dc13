import { expect, test } from '../support/office-test.ts'

test('a half-typed note opens with the booking again, and a saved one is in the details with its date and author', async ({
  office,
  clerk,
}) => {
  type Listed = { bookings: { id: string }[] }
  const { bookings } = await office.call<Listed>('clerk', 'bookings.list', { status: 'completed' })
  await clerk.evaluate(id => void (location.hash = `#/bookings?booking=${id}`), bookings[0]!.id)
  const details = clerk.getByRole('dialog')
  await details.getByRole('button', { name: 'Add a note' }).click()
  await details.getByLabel('Note', { exact: true }).fill('Came back with a bent plow.')
  await clerk.reload()
  await expect(details.getByLabel('Note', { exact: true })).toHaveValue('Came back with a bent plow.')
  await expect(details.getByText('This is what you typed but had not saved.')).toBeVisible()
  await expect(details.getByRole('button', { name: 'Close' })).toBeFocused()
  await details.getByRole('button', { name: 'Save note' }).click()
  await expect(details.getByRole('button', { name: 'Add a note' })).toBeFocused()
  const heading = details.getByRole('heading', { name: 'Notes' })
  await expect(heading.locator('..').getByText('Came back with a bent plow.')).toBeVisible()
  await expect(details.getByText('Added a note to a booking')).toBeVisible()
})
