import type { Locator } from '@playwright/test'
import { goTo, searchFor } from '../support/office-in-browser.ts'
import { expect, test } from '../support/office-test.ts'

/** The field is marked, has the focus, says what has the name, and is not marked any longer once it is changed. */
async function expectTaken(form: Locator, field: Locator, sentence: RegExp): Promise<void> {
  await expect(field).toBeFocused()
  await expect(field).toHaveAttribute('aria-invalid', 'true')
  await expect(field).toHaveAccessibleDescription(sentence)
  await expect(form.getByText(sentence)).toHaveCount(1)
  await expect(form.getByRole('alert')).toHaveCount(0)
  await field.press('End')
  await field.press('x')
  await expect(form.getByText(sentence)).toHaveCount(0)
}

test('a name that a machine or a machine type has already is marked at its field', async ({ manager }) => {
  await goTo(manager, 'Machines')
  const machine = manager.getByRole('row').filter({ hasText: 'Tractor 3' })
  await machine.first().locator('.araro-row-link').click()
  const panel = manager.getByRole('dialog')
  await panel.getByRole('button', { name: 'Change', exact: true }).click()
  const name = panel.getByLabel('Name', { exact: true })
  await name.fill('TRACTOR 1')
  await panel.getByRole('button', { name: 'Save machine' }).click()
  await expectTaken(panel, name, /Another machine has this name/)

  await panel.getByRole('button', { name: 'New type' }).click()
  const type = panel.getByLabel('Name of the new type')
  await type.fill('combine HARVESTER')
  await panel.getByRole('button', { name: 'Add type' }).click()
  await expectTaken(panel, type, /Another machine type has this name/)
})

test('a name that a user has already is marked at its field', async ({ admin }) => {
  await goTo(admin, 'Settings')
  await admin.getByRole('tab', { name: 'Users' }).click()
  await admin.getByRole('button', { name: 'Add a user' }).click()
  const form = admin.getByRole('dialog')
  const name = form.getByLabel('Name', { exact: true })
  await name.fill('sample clerk')
  await form.getByLabel('Password', { exact: true }).fill('ani at palay')
  await form.getByRole('button', { name: 'Save user' }).click()
  await expectTaken(form, name, /Another user has this name/)
})

test('a name or number that a member’s field or a member has already is marked at its field', async ({
  office,
  clerk,
}) => {
  const [member] = await office.call<{ id: string }[]>('clerk', 'members.search', { text: 'S-002' })
  const river = { memberId: member!.id, name: 'By the river', barangay: '', sitio: '', hectares: 1 }
  await office.call('clerk', 'fields.add', { commandId: crypto.randomUUID(), ...river })
  await goTo(clerk, 'Members')
  await searchFor(clerk, 'S-002')
  await clerk.getByRole('row').filter({ hasText: 'S-002' }).locator('.araro-row-link').click()
  const panel = clerk.getByRole('dialog')
  await panel.getByRole('button', { name: 'Add a field' }).click()
  const name = panel.getByLabel('Name', { exact: true })
  await name.fill('BY THE RIVER')
  await panel.getByLabel('Hectares').fill('2')
  await panel.getByRole('button', { name: 'Save field' }).click()
  await expectTaken(panel, name, /Another field of this member has this name/)

  await panel.getByRole('button', { name: 'Change', exact: true }).click()
  const number = panel.getByLabel('Number')
  await number.fill('S-003')
  await panel.getByRole('button', { name: 'Save member' }).click()
  await expectTaken(panel, number, /Number S-003 belongs to/)
})
