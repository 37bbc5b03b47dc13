import { button, dialog, openDetails, promised } from '../support/at-the-counter.ts'
import { expect, test } from '../support/office-test.ts'

/** What is recorded as a machine goes out and comes back. Each test has a machine and bookings of its own. */
test.describe.configure({ mode: 'serial' })

test('a plain hand-over is one press and Enter, and so is taking back', async ({ office, clerk }) => {
  const { booking } = await promised(office, 'Harvester 11')
  await openDetails(clerk, booking)
  await button(clerk, 'Hand over').click()
  await expect(dialog(clerk, 'Hand Harvester 11 over').getByLabel('Time')).toBeFocused()
  await clerk.keyboard.press('Enter')
  await expect(clerk.getByText('Harvester 11 is out with', { exact: false })).toBeVisible()
  await button(clerk, 'Take back').click()
  await clerk.keyboard.press('Enter')
  await expect(clerk.getByText('Harvester 11 is back.')).toBeVisible()
  await expect(clerk.getByText('The form was closed without saving.')).toHaveCount(0)
})

test('what was read and said stands in the details, side by side', async ({ office, clerk }) => {
  const { booking } = await promised(office, 'Harvester 12', {
    implements: ['Cutter bar', 'Trailer'],
    rate: { centavos: 650_000, per: 'hectare' },
  })
  await openDetails(clerk, booking)
  await button(clerk, 'Hand over').click()
  const out = dialog(clerk, 'Hand Harvester 12 over')
  await out.getByLabel('Hour meter, hours').fill('1,234.5')
  await out.getByLabel('Fuel, eighths of the tank').fill('6')
  await out.getByLabel('Slip number').fill('S-0815')
  await out.getByLabel('Trailer').check()
  await out.getByRole('button', { name: 'Hand over' }).click()
  await button(clerk, 'Take back').click()
  const back = dialog(clerk, 'Take Harvester 12 back')
  await expect(back.getByText(/^Last: 1,234\.5 h/)).toBeVisible()
  await back.getByLabel('Hour meter, hours').fill('1235')
  await back.getByLabel('Work done').fill('1.25')
  await expect(back.getByText('Comes to ₱8,125.00')).toBeVisible()
  await back.getByRole('button', { name: 'Take back' }).click()
  const table = clerk.getByRole('table', { name: 'How the machine went out and came back' })
  const row = (name: string) => table.getByRole('row').filter({ hasText: name }).getByRole('cell')
  await expect(row('Hour meter')).toHaveText(['1,234.5 h', '1,235 h'])
  await expect(row('Fuel')).toHaveText(['6/8 of a tank', ''])
  await expect(row('Implements')).toHaveText(['Trailer', ''])
  await expect(row('Slip number')).toHaveText(['S-0815', ''])
  await expect(row('Work done')).toHaveText(['', '1.25 hectares'])
  await expect(clerk.getByText('₱8,125.00 (1.25 hectares measured × ₱6,500.00)')).toBeVisible()
})

test('what was typed at the counter comes back after Escape', async ({ office, clerk }) => {
  const { booking } = await promised(office, 'Harvester 15')
  await openDetails(clerk, booking)
  await button(clerk, 'Hand over').click()
  const out = dialog(clerk, 'Hand Harvester 15 over')
  await out.getByLabel('Note').fill('left lamp is out')
  await clerk.keyboard.press('Escape')
  await expect(out).toHaveCount(0)
  await clerk.getByRole('button', { name: 'Bring it back' }).click()
  await expect(out.getByLabel('Note')).toHaveValue('left lamp is out')
  await out.getByRole('button', { name: 'Hand over' }).click()
  await expect(clerk.getByRole('row').filter({ hasText: 'left lamp is out' })).toBeVisible()
})
