import { choose, goTo, localDay, searchFor, typedDay } from '../support/office-in-browser.ts'
import { expect, test } from '../support/office-test.ts'

test.describe.configure({ mode: 'serial' })

test('a member’s field is added on the member’s panel, and half-typed text opens with the panel again', async ({
  clerk,
}) => {
  await goTo(clerk, 'Members')
  await searchFor(clerk, 'S-002')
  await clerk.getByRole('row').filter({ hasText: 'S-002' }).locator('.araro-row-link').click()
  const panel = clerk.getByRole('dialog')
  await panel.getByRole('button', { name: 'Add a field' }).click()
  await panel.getByLabel('Name', { exact: true }).fill('By the river')
  await panel.getByRole('button', { name: 'Save field' }).click()
  await expect(panel.getByLabel('Hectares')).toBeFocused()
  await panel.getByLabel('Hectares').fill('1.25')
  await panel.getByLabel('Planted on').fill(typedDay(localDay(-20)))
  await panel.getByLabel('Sitio').fill('Ilaya')
  await clerk.reload()
  await expect(panel.getByLabel('Hectares')).toHaveValue('1.25')
  await expect(panel.getByText('This is what you typed but had not saved.')).toBeVisible()
  await expect(panel.getByRole('button', { name: 'Close' })).toBeFocused()
  await panel.getByRole('button', { name: 'Save field' }).click()
  await expect(panel.getByRole('button', { name: 'Add a field' })).toBeFocused()
  await expect(panel.getByText(/1\.25 ha · Ilaya · .*planted on/)).toBeVisible()

  await panel.getByRole('button', { name: 'Change By the river' }).click()
  await panel.getByLabel('Crop and variety').fill('Rice, Rc 222')
  await panel.getByLabel('How a machine gets there').fill('Through the second gate.')
  // A day that cannot be read is not saved as no day.
  await panel.getByLabel('Planted on').fill('after the flood')
  await panel.getByRole('button', { name: 'Save field' }).click()
  await expect(panel.getByLabel('Planted on')).toBeFocused()
  await expect(panel.getByText(/^Write the day as/)).toBeVisible()
  await panel.getByLabel('Planted on').fill(typedDay(localDay(-21)))
  // A click beside the panel would close it, but not while a form is open in it.
  await clerk.mouse.click(20, 400)
  await panel.getByRole('button', { name: 'Save field' }).click()
  await expect(panel.getByText(/Rice, Rc 222/)).toBeVisible()
  await expect(panel.getByRole('button', { name: 'Change By the river' })).toBeFocused()
  await clerk.mouse.click(20, 400)
  await expect(panel).toHaveCount(0)
})

const LONG_NAME = 'Lupa sa tabi ng lumang simbahan at ng patubig ng Barangay Norte, lote 2'

test('a booking for that member can name the field, and its details and its move show it', async ({
  office,
  clerk,
}) => {
  const [member] = await office.call<{ id: string }[]>('clerk', 'members.search', { text: 'S-002' })
  const another = { memberId: member!.id, name: LONG_NAME, barangay: 'Norte', sitio: '', hectares: 2 }
  await office.call('clerk', 'fields.add', { commandId: crypto.randomUUID(), ...another })
  await clerk.getByRole('button', { name: 'New booking' }).click()
  await choose(clerk, 'Machine', 'Tractor 3', /^Tractor 3/)
  await choose(clerk, 'Member', 'S-003', /S-003/)
  const form = clerk.getByRole('dialog', { name: 'New booking' })
  await expect(form.getByLabel('Field', { exact: true })).toHaveCount(0)
  await choose(clerk, 'Member', 'S-002', /S-002/)
  await form.getByLabel('Field', { exact: true }).click()
  await clerk.getByRole('option', { name: `${LONG_NAME} · 2 ha` }).click()
  // However long its name, the hectares stay readable.
  await expect(form.getByLabel('Field', { exact: true })).toHaveValue(/^Lupa.*….*lote 2 · 2 ha$/)
  await form.getByLabel('Field', { exact: true }).click()
  await clerk.getByRole('option', { name: 'By the river · 1.25 ha' }).click()
  await form.getByLabel('From', { exact: true }).fill(localDay(170))
  await form.getByLabel('To', { exact: true }).fill(localDay(170))
  await form.getByRole('button', { name: 'Save booking' }).click()
  await expect(clerk.getByText(/waiting for approval/).first()).toBeVisible()
  await goTo(clerk, 'Bookings')
  await clerk.getByText('All', { exact: true }).click()
  await searchFor(clerk, 'S-002')
  const booked = clerk.getByRole('row').filter({ hasText: 'S-002' }).filter({ hasText: 'Tractor 3' })
  await booked.first().locator('.araro-row-link').click()
  const named = /^By the river · 1\.25 ha\s*Through the second gate\.$/
  await expect(clerk.getByRole('definition').filter({ hasText: named })).toBeVisible()
  await clerk.getByRole('button', { name: 'Move', exact: true }).click()
  const moving = clerk.getByRole('dialog', { name: 'Move booking' })
  await expect(moving.getByText('By the river · 1.25 ha')).toBeVisible()
  await expect(moving.getByText('Through the second gate.')).toBeVisible()
})
