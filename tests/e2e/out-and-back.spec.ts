import type { Page } from '@playwright/test'
import { goTo, localDay, type OfficeInBrowser } from '../support/office-in-browser.ts'
import { expect, test } from '../support/office-test.ts'

/** What is recorded as a machine goes out and comes back. Each test has a machine and bookings of its own. */
test.describe.configure({ mode: 'serial' })

type Booking = { id: string; version: number }

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

test('another machine goes out in one step, and the dialog says beforehand whether it is free', async ({
  office,
  clerk,
}) => {
  const { booking } = await promised(office, 'Harvester 18')
  await promised(office, 'Harvester 19')
  await promised(office, 'Harvester 20', {}, false)
  await openDetails(clerk, booking)
  await button(clerk, 'Hand over').click()
  const out = dialog(clerk, 'Hand Harvester 18 over')
  await out.getByRole('button', { name: 'Another machine or number goes out' }).click()
  await out.getByRole('combobox', { name: 'Machine', exact: true }).click()
  await clerk.getByRole('option', { name: 'Harvester 19' }).click()
  await expect(out.getByText(/already booked|has it|taken/i).first()).toBeVisible()
  await out.getByRole('combobox', { name: 'Machine', exact: true }).click()
  await clerk.getByRole('option', { name: 'Harvester 20' }).click()
  await expect(out.getByText('Free for the booked time.')).toBeVisible()
  await out.getByRole('button', { name: 'Hand over' }).click()
  await expect(clerk.getByText('Harvester 20 is out with', { exact: false })).toBeVisible()
})

test('what was entered wrongly is corrected with a reason, and the list marks it', async ({
  office,
  clerk,
}) => {
  const { booking } = await promised(office, 'Harvester 21')
  await openDetails(clerk, booking)
  await button(clerk, 'Hand over').click()
  await dialog(clerk, 'Hand Harvester 21 over').getByLabel('Hour meter, hours').fill('500')
  await clerk.keyboard.press('Enter')
  await button(clerk, 'Correct the hand-over').click()
  const correct = dialog(clerk, 'Correct the hand-over')
  await expect(correct.getByLabel('Hour meter, hours')).toHaveValue('500')
  await correct.getByLabel('Hour meter, hours').fill('50')
  await correct.getByRole('button', { name: 'Save correction' }).click()
  await expect(correct.getByText('Say why it is corrected.', { exact: false })).toBeVisible()
  await correct.getByLabel('Why is it corrected?').fill('A zero too many')
  await correct.getByRole('button', { name: 'Save correction' }).click()
  await expect(correct).toHaveCount(0)
  const table = clerk.getByRole('table', { name: 'How the machine went out and came back' })
  await expect(table.getByRole('row').filter({ hasText: 'Hour meter' }).getByRole('cell')).toHaveText([
    '50 h',
  ])
  await expect(table.getByRole('row').filter({ hasText: 'A zero too many' })).toBeVisible()
  await expect(clerk.getByText('Corrected a hand-over', { exact: false })).toBeVisible()
  await clerk.keyboard.press('Escape')
  await clerk.getByLabel('Search', { exact: true }).fill('Harvester 21')
  await expect(
    clerk.getByRole('row').filter({ hasText: 'Harvester 21' }).filter({ hasText: 'corrected' }),
  ).toBeVisible()
})

test('a machine that is back early with something broken: who is next is moved forward, and its repair is planned', async ({
  office,
  manager,
}) => {
  const { machineId, booking } = await promised(office, 'Harvester 22')
  const [member] = await office.call<{ id: string }[]>('manager', 'members.search', {
    text: 'S-005',
    limit: 1,
  })
  const period = { kind: 'days', from: localDay(20), to: localDay(20) }
  const next = { commandId: crypto.randomUUID(), machineId, memberId: member?.id, period }
  await office.call('manager', 'bookings.request', next)
  await openDetails(manager, booking)
  await button(manager, 'Hand over').click()
  await manager.keyboard.press('Enter')
  await button(manager, 'Take back').click()
  const back = dialog(manager, 'Take Harvester 22 back')
  await back.getByRole('radiogroup', { name: 'Belts' }).getByText('Broken').click()
  await back.getByLabel('Remark on Belts').fill('torn')
  await back.getByRole('button', { name: 'Take back' }).click()
  await expect(manager.getByText('It came back broken. Belts: broken (torn)')).toBeVisible()
  await manager.getByRole('button', { name: /^Move them forward to/ }).click()
  await expect(manager.getByText(/now has it/)).toBeVisible()
  await button(manager, 'Broke down').click()
  const repair = dialog(manager, 'Harvester 22 broke down')
  await expect(repair.getByLabel('Note')).toHaveValue(/^Belts: broken \(torn\) · No\. \d+/)
  await repair.getByRole('checkbox', { name: /Take the time from/ }).check()
  await repair.getByRole('button', { name: 'Save breakdown' }).click()
  await expect(repair).toHaveCount(0)
  await expect(manager.getByText(/It came back broken/)).toBeVisible()
  await expect(button(manager, 'Broke down')).toHaveCount(0)
  const machines = await office.call<{ id: string; status: string }[]>('clerk', 'machines.list', {})
  expect(machines.find(machine => machine.id === machineId)).toMatchObject({ status: 'maintenance' })
  await manager.keyboard.press('Escape')
  await expect(manager.getByRole('dialog')).toHaveCount(0)
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

/** A new harvester, and a booking of it for today and tomorrow that is approved, unless it is to stay free. */
async function promised(office: OfficeInBrowser, name: string, machine: object = {}, booked = true) {
  const commandId = () => crypto.randomUUID()
  const types = await office.call<{ id: string; name: string }[]>('manager', 'machines.types', {})
  const members = await office.call<{ id: string }[]>('manager', 'members.search', {
    text: 'S-001',
    limit: 1,
  })
  const machineId = commandId()
  await office.call('manager', 'machines.add', {
    commandId: machineId,
    name,
    typeId: types.find(type => type.name === 'Combine harvester')?.id,
    bookingMode: 'days',
    capacity: 1,
    unitName: '',
    bufferBeforeMs: 0,
    bufferAfterMs: 0,
    pendingBlocks: true,
    location: '',
    note: '',
    implements: [],
    rate: null,
    ...machine,
  })
  type Answer = { ok: boolean; booking: Booking }
  if (!booked) return { machineId, booking: { id: '', version: 0 } }
  const asked = await office.call<Answer>('manager', 'bookings.request', {
    commandId: commandId(),
    machineId,
    memberId: members[0]?.id,
    period: { kind: 'days', from: localDay(0), to: localDay(1) },
  })
  const { id: bookingId, version } = asked.booking
  const approve = { commandId: commandId(), bookingId, version }
  const { booking } = await office.call<Answer>('manager', 'bookings.approve', approve)
  return { machineId, booking }
}

/** A picture that is larger than what is kept, in one colour with some noise. */
async function drawn(page: Page, colour: string): Promise<Buffer> {
  const drawing = await page.evaluate(ground => {
    const canvas = document.createElement('canvas')
    canvas.width = 1800
    canvas.height = 1200
    const pen = canvas.getContext('2d')
    if (!pen) throw new Error('nothing can be drawn here')
    pen.fillStyle = ground
    pen.fillRect(0, 0, 1800, 1200)
    for (let dot = 0; dot < 20_000; dot++) {
      pen.fillStyle = `hsl(${(dot * 137) % 360} 60% 50%)`
      pen.fillRect((dot * 7919) % 1800, (dot * 104_729) % 1200, 6, 6)
    }
    return canvas.toDataURL('image/png')
  }, colour)
  return Buffer.from(drawing.slice(drawing.indexOf(',') + 1), 'base64')
}

async function openDetails(page: Page, { id }: Booking): Promise<void> {
  await page.evaluate(booking => {
    window.location.hash = `#/bookings?booking=${booking}`
  }, id)
  await expect(page.getByRole('button', { name: 'Hand over', exact: true })).toBeVisible()
}

/** The button of the details; the dialog that it opens has one of the same name. */
function button(page: Page, name: string) {
  return page.getByRole('button', { name, exact: true }).first()
}

function dialog(page: Page, name: string) {
  return page.getByRole('dialog', { name })
}
