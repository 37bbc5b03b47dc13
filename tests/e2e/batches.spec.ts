import type { Page } from '@playwright/test'
import { addMachine, addMember, addType, give, newId } from '../support/by-script.ts'
import { findings } from '../support/look-with-axe.ts'
import { choose, goTo, localDay, typedDay } from '../support/office-in-browser.ts'
import { expect, test } from '../support/office-test.ts'

// A dryer of its own, so that nothing depends on what the sample's dryers do today.
test.describe.configure({ mode: 'serial' })

const DRYER = 'Recirculating dryer'
const DAY = 40
const ANA = { number: 'B-1', name: 'Ana Abrenica' }
const BEN = { number: 'B-2', name: 'Ben Bulosan' }
const panel = (page: Page) => page.getByRole('dialog', { name: new RegExp(`^${DRYER}`) })
const row = (page: Page) => page.getByRole('row').filter({ hasText: DRYER }).first()
const members = new Map<string, string>()
let dryerId = ''

test('a clerk opens a batch by keyboard, and it stands in the other window at once', async ({
  office,
  clerk,
  manager,
}) => {
  const typeId = await addType(office, 'Recirculating dryers')
  dryerId = await addMachine(office, {
    name: DRYER,
    typeId,
    bookingMode: 'time',
    capacity: 50,
    unitName: 'sack',
    batchSacks: 50,
  })
  for (const one of [ANA, BEN]) members.set(one.name, await addMember(office, one))
  await goTo(manager, 'Batches')
  await goTo(clerk, 'Batches')
  await clerk.getByRole('button', { name: 'Open a batch' }).press('Enter')
  const form = clerk.getByRole('dialog', { name: 'Open a batch' })
  await form.getByRole('button', { name: 'Open batch' }).click()
  await expect(form.getByText('Choose a machine.')).toBeVisible()
  await form.getByRole('combobox', { name: 'Machine' }).click()
  await clerk.getByRole('option', { name: DRYER }).click()
  await form.getByLabel('From', { exact: true }).fill(`${typedDay(localDay(DAY))} 8am`)
  await form.getByLabel('To', { exact: true }).fill('4 hours')
  await form.getByLabel('To', { exact: true }).press('Enter')
  await expect(panel(clerk)).toBeVisible()
  await expect(row(manager)).toContainText('0/50')
})

test('sacks of several members fill it, and more than fit are refused with what still fits', async ({
  clerk,
  manager,
}) => {
  await choose(clerk, 'Member', ANA.number, new RegExp(ANA.number))
  await panel(clerk).getByRole('textbox', { name: 'Sacks', exact: true }).fill('30')
  await expect(panel(clerk).getByText('20 sacks still fit after that.')).toBeVisible()
  await panel(clerk).getByRole('button', { name: 'Add sacks' }).click()
  await expect(panel(clerk).getByText('30 sacks, estimated')).toBeVisible()
  await expect(row(manager)).toContainText('30/50')
  await choose(clerk, 'Member', BEN.number, new RegExp(BEN.number))
  await panel(clerk).getByRole('textbox', { name: 'Sacks', exact: true }).fill('21')
  await expect(panel(clerk).getByText('Only 20 sacks still fit.')).toBeVisible()
  await panel(clerk).getByRole('textbox', { name: 'Sacks', exact: true }).fill('20')
  await panel(clerk).getByRole('button', { name: 'Add sacks' }).click()
  await expect(row(manager)).toContainText('50/50')
})

test('the weight replaces the estimate; one that does not fit is refused, and what was typed stays', async ({
  clerk,
}) => {
  const weigh = panel(clerk).getByRole('button', { name: `Weigh the sacks of ${ANA.name}` })
  await weigh.click()
  const kilograms = panel(clerk).getByRole('textbox', { name: 'Kilograms' })
  await kilograms.fill('1600')
  await expect(panel(clerk).getByText('Only 30 sacks still fit.')).toBeVisible()
  await panel(clerk).getByRole('button', { name: 'Save weight' }).click()
  await expect(panel(clerk).getByText(/^32 sacks do not fit: only 30 are left of 50/)).toBeVisible()
  await expect(kilograms).toHaveValue(/1,?600/)
  await kilograms.fill('1400')
  await panel(clerk).getByRole('button', { name: 'Save weight' }).click()
  await expect(panel(clerk).getByText(/28 sacks · 1,400 kg/)).toBeVisible()
  await expect(panel(clerk).getByText('48/50')).toBeVisible()
})

test('a part of a load goes to another batch, and the rest stays', async ({ office, clerk }) => {
  const startMs = new Date(`${localDay(DAY + 2)}T08:00`).getTime()
  const period = { kind: 'time', startMs, endMs: startMs + 4 * 3_600_000 }
  await give(office, 'clerk', 'batches.open', { commandId: newId(), machineId: dryerId, period })
  await panel(clerk)
    .getByRole('button', { name: `Move the sacks of ${BEN.name}` })
    .click()
  await panel(clerk).getByRole('combobox', { name: 'To the batch' }).click()
  await clerk.getByRole('option').first().click()
  const form = panel(clerk).locator('form').filter({ hasText: 'To the batch' })
  await form.getByRole('textbox', { name: 'Sacks', exact: true }).fill('5')
  await form.getByRole('button', { name: 'Move sacks' }).click()
  await expect(panel(clerk).getByText('43/50')).toBeVisible()
})

test('a batch has no faults for a screen reader', async ({ clerk }) => {
  expect(await findings(clerk)).toEqual([])
})
