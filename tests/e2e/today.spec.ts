import type { Page } from '@playwright/test'
import { addMachine, addMember, addType, approved, give } from '../support/by-script.ts'
import { findings } from '../support/look-with-axe.ts'
import { goTo, localDay, type OfficeInBrowser, written } from '../support/office-in-browser.ts'
import { expect, test } from '../support/office-test.ts'

/** The list of the day: what goes out, comes back, is late, waits and is free, live in every window and on paper. */
test.describe.configure({ mode: 'serial' })

const TYPE = 'Water pump'
const made: { [name: string]: string } = {}

const addPump = (office: OfficeInBrowser, name: string) =>
  addMachine(office, { name, typeId: made['type'] ?? '', rate: { centavos: 80_000, per: 'day' } })

function approvedFor(office: OfficeInBrowser, machineId: string, from: string, to = from) {
  const period = { kind: 'days', from, to }
  const asked = { memberId: made['member'] ?? '', machineId, period, purpose: 'Flood the lower field' }
  return approved(office, asked)
}

test.beforeAll(async ({ offices }, { file }) => {
  const office = await offices.of(file, true)
  made['type'] = await addType(office, TYPE)
  made['member'] = await addMember(office, {
    number: 'T-1',
    name: 'Teodora Villafuerte',
    phone: '0917 555 0199',
    barangay: 'Hulo',
  })
  for (const name of ['Pump 1', 'Pump 2', 'Pump 3']) made[name] = await addPump(office, name)
  await approvedFor(office, made['Pump 1'] ?? '', localDay(0), localDay(1))
  await approvedFor(office, made['Pump 2'] ?? '', localDay(0))
})

const part = (page: Page, name: string) => page.getByRole('region', { name: new RegExp(`^${name}`) })
const line = (page: Page, name: string, machine: string) =>
  part(page, name).getByRole('row').filter({ hasText: machine })

test('Today is the first screen: who takes which machine, for how long, from where and for how much', async ({
  clerk,
}) => {
  await clerk.setViewportSize({ width: 1366, height: 768 })
  await expect(clerk.getByRole('heading', { name: 'Today', level: 1 })).toBeVisible()
  const out = line(clerk, 'Going out', 'Pump 1')
  await expect(out).toContainText(`until ${written(localDay(1))}`)
  await expect(out).toContainText('Teodora Villafuerte')
  await expect(out).toContainText('Hulo')
  await expect(out).toContainText('Flood the lower field')
  await expect(out).toContainText('₱1,600.00')
  await expect(out.getByRole('link', { name: '0917 555 0199' })).toHaveAttribute('href', 'tel:09175550199')
  await expect(part(clerk, 'Free now').getByRole('button', { name: /^Pump 3/ })).toBeVisible()
  expect(await findings(clerk)).toEqual([])
})

test('a hand-over in one window moves the line in the other; so does the return', async ({
  clerk,
  manager,
}) => {
  await goTo(manager, 'Today')
  await expect(line(manager, 'Going out', 'Pump 2')).toBeVisible()
  await clerk.bringToFront()
  await line(clerk, 'Going out', 'Pump 2').getByRole('button', { name: 'Hand over' }).click()
  await clerk.getByRole('dialog').getByRole('button', { name: 'Hand over' }).click()
  for (const page of [clerk, manager]) {
    await expect(line(page, 'Going out', 'Pump 2')).toHaveCount(0)
    await expect(line(page, 'Coming back', 'Pump 2')).toBeVisible()
  }
  await manager.bringToFront()
  await line(manager, 'Coming back', 'Pump 2')
    .getByRole('button', { name: /^(Return|Take back)$/ })
    .click()
  await manager
    .getByRole('dialog')
    .getByRole('button', { name: /^(Return|Take back)$/ })
    .click()
  for (const page of [manager, clerk]) await expect(line(page, 'Coming back', 'Pump 2')).toHaveCount(0)
})

test('the arrow keys go from line to line, O opens the booking and Enter presses its button', async ({
  clerk,
}) => {
  await clerk.getByRole('heading', { name: 'Today', level: 1 }).focus()
  const mine = line(clerk, 'Going out', 'Pump 1')
  const lines = clerk.locator('[data-line]')
  await clerk.keyboard.press('ArrowDown')
  await expect(lines.first()).toBeFocused()
  for (let step = await indexOf(lines, 'Pump 1'); step > 0; step--) await clerk.keyboard.press('ArrowDown')
  await expect(mine).toBeFocused()
  await clerk.keyboard.press('o')
  await expect(clerk.getByRole('dialog', { name: 'Pump 1' })).toBeVisible()
  await clerk.keyboard.press('Escape')
  await expect(clerk.getByRole('dialog')).toHaveCount(0)
  await mine.focus()
  await clerk.keyboard.press('Enter')
  await expect(clerk.getByRole('dialog')).toContainText('Hand Pump 1 over')
  await clerk.keyboard.press('Escape')
  await expect(clerk.getByRole('dialog')).toHaveCount(0)
})

async function indexOf(lines: ReturnType<Page['locator']>, machine: string): Promise<number> {
  return (await lines.allTextContents()).findIndex(text => text.includes(machine))
}

test('one barangay at a time, and another day with what is planned for it', async ({ clerk }) => {
  await clerk.getByRole('combobox', { name: 'Which barangay' }).click()
  await clerk.getByRole('option', { name: 'Hulo', exact: true }).click()
  await expect(part(clerk, 'Going out').locator('[data-line]')).toHaveCount(1)
  await clerk.getByRole('combobox', { name: 'Which barangay' }).click()
  await clerk.getByRole('option', { name: 'All barangays' }).click()
  await clerk.getByRole('button', { name: 'Day after' }).click()
  await expect(line(clerk, 'Coming back', 'Pump 1')).toBeVisible()
  await expect(part(clerk, 'Overdue')).toHaveCount(0)
  await clerk.getByRole('button', { name: 'Back to today' }).click()
  await expect(line(clerk, 'Going out', 'Pump 1')).toBeVisible()
})

test('a free machine opens the booking form with it', async ({ clerk }) => {
  await part(clerk, 'Free now')
    .getByRole('button', { name: /^Pump 3/ })
    .click()
  await expect(clerk.getByLabel('Machine', { exact: true })).toHaveValue(/^Pump 3/)
  await clerk.keyboard.press('Escape')
})

test('a manager decides the first that wait without leaving Today', async ({ office, manager }) => {
  // Nothing else that waits can begin earlier.
  const period = { kind: 'days', from: localDay(0), to: localDay(0) }
  const asked = { memberId: made['member'], machineId: made['Pump 3'], period }
  await give(office, 'manager', 'bookings.request', asked)
  const waiting = part(manager, 'Waiting for approval')
  const card = waiting.getByRole('listitem').filter({ hasText: 'Pump 3' })
  await expect(card).toContainText('₱800.00')
  await card.focus()
  await manager.keyboard.press('a')
  await expect(card).toHaveCount(0)
  expect(await findings(manager)).toEqual([])
})

test('a promise that lost its machine stands in both windows, and leads to its ways out', async ({
  office,
  clerk,
  manager,
}) => {
  const pump = await addPump(office, 'Pump 4')
  const { id } = await approvedFor(office, pump, localDay(0))
  await give(office, 'manager', 'maintenance.breakDown', {
    machineId: pump,
    kind: 'corrective',
    note: 'Impeller cracked',
    expectedEndMs: null,
    displace: [id],
  })
  for (const page of [clerk, manager]) {
    await expect(line(page, 'To settle', 'Pump 4')).toContainText('Impeller cracked')
    await expect(line(page, 'Going out', 'Pump 4')).toHaveCount(0)
  }
  expect(await findings(clerk)).toEqual([])
  await line(clerk, 'To settle', 'Pump 4').getByRole('link', { name: 'Ways out' }).click()
  const item = clerk.getByRole('listitem').filter({ hasText: 'Pump 4' })
  await expect(item).toBeFocused()
  await item.getByRole('button', { name: 'Cancel booking' }).click()
  const dialog = clerk.getByRole('dialog')
  await dialog.getByRole('textbox').fill('Nothing else is free')
  await dialog.getByRole('button', { name: 'Cancel booking' }).click()
  await goTo(clerk, 'Today')
  for (const page of [clerk, manager]) await expect(line(page, 'To settle', 'Pump 4')).toHaveCount(0)
})

test('a machine that runs again is free in the other window', async ({ clerk, manager }) => {
  const down = 'In repair or maintenance'
  await expect(line(clerk, down, 'Pump 4').getByRole('button', { name: /^Expected end/ })).toBeVisible()
  await manager.bringToFront()
  await line(manager, down, 'Pump 4')
    .getByRole('button', { name: /^Finish/ })
    .click()
  await manager.getByRole('dialog').getByRole('button', { name: 'Finish', exact: true }).click()
  for (const page of [manager, clerk]) {
    await expect(line(page, down, 'Pump 4')).toHaveCount(0)
    await expect(part(page, 'Free now').getByRole('button', { name: /^Pump 4/ })).toBeVisible()
  }
})

test('a member who needs a machine for longer gets it from the line, and nothing typed is lost meanwhile', async ({
  office,
  clerk,
  manager,
}) => {
  const booking = await approvedFor(office, await addPump(office, 'Pump 5'), localDay(0))
  const on = { bookingId: booking.id, version: booking.version, atMs: Date.now() }
  await give(office, 'clerk', 'bookings.handOver', on)
  await clerk.bringToFront()
  const back = line(clerk, 'Coming back', 'Pump 5')
  await back.getByRole('button', { name: 'Extend' }).click()
  const dialog = clerk.getByRole('dialog')
  await expect(dialog).toContainText('Until when does Teodora Villafuerte need Pump 5?')
  await dialog.getByLabel('Reason for more time').fill('The field is still dry')
  await clerk.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await back.getByRole('button', { name: 'Extend' }).click()
  await expect(dialog.getByLabel('Reason for more time')).toHaveValue('The field is still dry')
  await dialog.getByRole('button', { name: 'Extend', exact: true }).click()
  await expect(dialog).toHaveCount(0)
  for (const page of [clerk, manager]) await expect(line(page, 'Coming back', 'Pump 5')).toHaveCount(0)
})

test('an offer of the waiting list is taken on Today, and is gone in the other window', async ({
  office,
  clerk,
  manager,
}) => {
  const pump = await addPump(office, 'Pump 6')
  const day = localDay(5)
  const { id, version } = await approvedFor(office, pump, day)
  await give(office, 'clerk', 'waiting.add', {
    ...{ memberId: made['member'], machineId: pump, fromDay: day, toDay: day, length: { days: 1 } },
  })
  await give(office, 'clerk', 'bookings.cancel', { bookingId: id, version, reason: 'Rain' })
  const offers = 'Running offers'
  for (const page of [clerk, manager]) {
    await expect(line(page, offers, 'Pump 6')).toContainText('Teodora Villafuerte')
  }
  await clerk.bringToFront()
  await line(clerk, offers, 'Pump 6').getByRole('button', { name: 'Take the offer' }).click()
  await expect(clerk.getByText(/^Booked: Pump 6/)).toBeVisible()
  for (const page of [clerk, manager]) await expect(line(page, offers, 'Pump 6')).toHaveCount(0)
})

test('the day sheet is black on white on one width of A4, with the name and the day and nothing to press', async ({
  clerk,
}) => {
  await clerk.emulateMedia({ media: 'print', colorScheme: 'dark' })
  await clerk.setViewportSize({ width: 703, height: 1032 })
  await expect(clerk.getByText('Sample Farm Machinery Cooperative').last()).toBeVisible()
  await expect(clerk.getByText(`Day sheet, ${written(localDay(0))}`)).toBeVisible()
  const row = clerk.locator('tr').filter({ hasText: 'Pump 1' }).first()
  await expect(row).toBeVisible()
  await expect(row).toContainText('Flood the lower field')
  await expect(clerk.getByRole('navigation')).toHaveCount(0)
  await expect(clerk.locator('button:visible')).toHaveCount(
    await clerk.locator('.araro-tomorrow:visible').count(),
  )
  const looks = await row.evaluate(element => {
    const ground = getComputedStyle(document.body).backgroundColor
    const seen = [...element.querySelectorAll('td *')].filter(one => one.checkVisibility())
    const inks = seen.map(one => getComputedStyle(one).color)
    const sticksOut = document.documentElement.scrollWidth - document.documentElement.clientWidth
    return { ground, inks: [...new Set(inks)], sticksOut }
  })
  expect(looks).toEqual({ ground: 'rgb(255, 255, 255)', inks: ['rgb(0, 0, 0)'], sticksOut: 0 })
  const pdf = (await clerk.pdf({ preferCSSPageSize: true })).toString('latin1')
  // Every page is A4 upright, in points: none before it has another size and nothing on it.
  const pages = [...pdf.matchAll(/\/MediaBox \[([^\]]+)\]/g)].map(([, box]) => box)
  expect(pages.length).toBeGreaterThan(0)
  expect(pages.filter(box => !/^0 0 59[45](\.\d+)? 84[12](\.\d+)?$/.test(box ?? ''))).toEqual([])
  await clerk.emulateMedia({ media: 'screen', colorScheme: 'light' })
  await clerk.setViewportSize({ width: 1366, height: 768 })
})

test('a manager sees that nothing is promised twice, and a machine that needs maintenance is planned from its address', async ({
  manager,
}) => {
  await goTo(manager, 'Today')
  await expect(part(manager, 'Figures')).toContainText('0 conflicts: no machine is promised twice.')
  await part(manager, 'Figures').getByRole('button', { name: 'Check again' }).click()
  await expect(part(manager, 'Figures')).toContainText(/Checked \w+ \d+ \w+, /)
  await manager.goto(`${new URL(manager.url()).origin}/#/maintenance?open=${made['Pump 3']}`)
  const form = manager.getByRole('dialog', { name: 'Schedule maintenance' })
  await expect(form.getByLabel('Machine', { exact: true })).toHaveValue(/^Pump 3/)
  await manager.keyboard.press('Escape')
  await expect(form).toHaveCount(0)
  await expect(manager).toHaveURL(/#\/maintenance$/)
})
