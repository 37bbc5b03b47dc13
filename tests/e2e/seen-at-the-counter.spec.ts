import { button, dialog, drawn, openDetails, promised } from '../support/at-the-counter.ts'
import { goTo } from '../support/office-in-browser.ts'
import { expect, test } from '../support/office-test.ts'

/** What is read and seen at a machine that goes out or comes back. Each test has a machine and bookings of its own. */
test.describe.configure({ mode: 'serial' })

test('a meter that goes backward is asked for a reason, and one that jumps is asked about once', async ({
  office,
  clerk,
}) => {
  const { booking } = await promised(office, 'Harvester 13')
  await openDetails(clerk, booking)
  await button(clerk, 'Hand over').click()
  await dialog(clerk, 'Hand Harvester 13 over').getByLabel('Hour meter, hours').fill('500')
  await clerk.keyboard.press('Enter')
  await button(clerk, 'Take back').click()
  const back = dialog(clerk, 'Take Harvester 13 back')
  const meter = back.getByLabel('Hour meter, hours')
  await meter.fill('700')
  await clerk.keyboard.press('Enter')
  await expect(back.getByText(/The hour meter jumps: it was 500 h/)).toBeVisible()
  await meter.fill('7')
  await expect(back.getByText(/The hour meter jumps/)).toHaveCount(0)
  await clerk.keyboard.press('Enter')
  await expect(back.getByText(/The hour meter would go backward/)).toBeVisible()
  await back.getByLabel('Why it goes backward').fill('The meter was replaced')
  await clerk.keyboard.press('Enter')
  await expect(clerk.getByText('Harvester 13 is back.')).toBeVisible()
  await expect(clerk.getByRole('row').filter({ hasText: 'Why it goes backward' })).toContainText('replaced')
})

test('a jump that is sent again is one that was read so', async ({ office, clerk }) => {
  const { booking } = await promised(office, 'Harvester 14')
  await openDetails(clerk, booking)
  await button(clerk, 'Hand over').click()
  await dialog(clerk, 'Hand Harvester 14 over').getByLabel('Hour meter, hours').fill('500')
  await clerk.keyboard.press('Enter')
  await button(clerk, 'Take back').click()
  const back = dialog(clerk, 'Take Harvester 14 back')
  await back.getByLabel('Hour meter, hours').fill('700')
  await clerk.keyboard.press('Enter')
  await expect(back.getByText(/The hour meter jumps/)).toBeVisible()
  await clerk.keyboard.press('Enter')
  await expect(clerk.getByText('Harvester 14 is back.')).toBeVisible()
})

test('the condition is looked at by keyboard, and what is worse at the return is said', async ({
  office,
  clerk,
}) => {
  const { booking } = await promised(office, 'Harvester 16')
  await openDetails(clerk, booking)
  await button(clerk, 'Hand over').click()
  const out = dialog(clerk, 'Hand Harvester 16 over')
  await out.getByRole('button', { name: 'All fine' }).click()
  const belts = out.getByRole('radiogroup', { name: 'Belts' })
  await expect(belts.getByRole('radio', { name: 'Fine' })).toBeChecked()
  await belts.getByRole('radio', { name: 'Fine' }).focus()
  await clerk.keyboard.press('ArrowRight')
  await out.getByLabel('Remark on Belts').fill('one is frayed')
  await clerk.keyboard.press('Enter')
  await button(clerk, 'Take back').click()
  const back = dialog(clerk, 'Take Harvester 16 back')
  await expect(back.getByText('Was worn (one is frayed)')).toBeVisible()
  await back.getByRole('radiogroup', { name: 'Belts' }).getByText('Broken').click()
  await expect(back.getByText('Worse than before')).toBeVisible()
  await back.getByLabel('Remark on Belts').fill('torn')
  await back.getByRole('button', { name: 'Take back' }).click()
  const row = clerk.getByRole('row').filter({ hasText: 'Condition' }).getByRole('cell')
  await expect(row.first()).toContainText('Belts: worn (one is frayed)')
  await expect(row.first()).toContainText('Fine: Tracks, Cutter bar, Chains')
  await expect(row.last()).toContainText('Belts: broken (torn) · worse than before')
})

test('photos are made small, can be taken away again, and are shown in full', async ({ office, clerk }) => {
  const { booking } = await promised(office, 'Harvester 17')
  await openDetails(clerk, booking)
  await button(clerk, 'Hand over').click()
  const out = dialog(clerk, 'Hand Harvester 17 over')
  const pick = (files: { name: string; buffer: Buffer }[]) =>
    out.locator('input[type=file]').setInputFiles(files.map(file => ({ ...file, mimeType: 'image/png' })))
  await pick([{ name: 'notes.png', buffer: Buffer.from('these are notes') }])
  await expect(out.getByText(/notes\.png is no picture/)).toBeVisible()
  await pick([
    { name: 'one.png', buffer: await drawn(clerk, '#486') },
    { name: 'two.png', buffer: await drawn(clerk, '#a40') },
  ])
  await expect(out.getByRole('button', { name: 'Photo 2 of 2' })).toBeVisible()
  await out.getByRole('button', { name: 'Remove photo 1' }).click()
  await expect(out.getByRole('button', { name: /^Photo/ })).toHaveCount(1)
  await pick([{ name: 'three.png', buffer: await drawn(clerk, '#00f') }])
  await expect(out.getByRole('button', { name: 'Photo 2 of 2' })).toBeVisible()
  await out.getByRole('button', { name: 'Hand over' }).click()
  await clerk.getByRole('button', { name: 'Photo 1 of 2' }).click()
  const full = dialog(clerk, 'Photo 1 of 2')
  await expect(full.getByRole('img', { name: 'Photo 1 of 2' })).toBeVisible()
  await clerk.keyboard.press('ArrowRight')
  await expect(dialog(clerk, 'Photo 2 of 2')).toBeVisible()
  await clerk.keyboard.press('Escape')
  type Facts = { facts: { photos: string[] }[] }
  const { facts } = await office.call<Facts>('clerk', 'bookings.get', { bookingId: booking.id })
  for (const hash of facts[0]?.photos ?? []) {
    const { photo } = await office.call<{ photo: string }>('clerk', 'bookings.photo', { hash })
    expect(photo).toMatch(/^data:image\/jpeg;base64,/)
    expect(photo.length).toBeLessThan(266_700)
  }
})

test('a machine type says what is read at its machines', async ({ manager }) => {
  await goTo(manager, 'Machines')
  await manager.getByRole('button', { name: 'Machine types' }).click()
  await manager.getByRole('button', { name: 'Change Combine harvester' }).click()
  await expect(manager.getByRole('switch', { name: /hour meter/ })).toBeChecked()
  await expect(manager.getByRole('radio', { name: 'In eighths of the tank' })).toBeChecked()
  await expect(manager.getByText('Cutter bar').last()).toBeVisible()
  await manager.getByRole('button', { name: 'Cancel', exact: true }).click()
})
