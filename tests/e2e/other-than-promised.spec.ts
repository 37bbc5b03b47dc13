import { button, dialog, openDetails, promised } from '../support/at-the-counter.ts'
import { localDay } from '../support/office-in-browser.ts'
import { expect, test } from '../support/office-test.ts'

/** A machine that goes out or comes back in another way than was promised. Each test has a machine and bookings of its own. */
test.describe.configure({ mode: 'serial' })

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
  await out.getByRole('button', { name: 'Another machine, number or member' }).click()
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

test('another member takes the machine in one step, if they may book', async ({ office, clerk }) => {
  const { booking } = await promised(office, 'Harvester 23')
  const unverified = { commandId: crypto.randomUUID(), number: 'X-1', name: 'Quirino Unverified' }
  await office.call('clerk', 'members.add', { ...unverified, phone: '', barangay: '', sector: '' })
  await openDetails(clerk, booking)
  await button(clerk, 'Hand over').click()
  const out = dialog(clerk, 'Hand Harvester 23 over')
  await out.getByRole('button', { name: 'Another machine, number or member' }).click()
  const member = out.getByLabel('Member', { exact: true })
  await member.fill('Quirino')
  await clerk.getByRole('option', { name: /Quirino Unverified/ }).click()
  await expect(out.getByText(/Quirino Unverified is not verified/).first()).toBeVisible()
  await member.fill('S-002')
  await clerk.getByRole('option', { name: /S-002/ }).click()
  await out.getByRole('button', { name: 'Hand over' }).click()
  const [other] = await office.call<{ name: string }[]>('clerk', 'members.search', {
    text: 'S-002',
    limit: 1,
  })
  await expect(clerk.getByText(`Harvester 23 is out with ${other?.name}.`)).toBeVisible()
})
