import { coveredByMessages } from '../support/covered.ts'
import { findings } from '../support/look-with-axe.ts'
import { goTo, localDay } from '../support/office-in-browser.ts'
import { expect, test } from '../support/office-test.ts'

/** A manager decides many bookings from the keyboard and several at once. */
test.describe.configure({ mode: 'serial' })

test('the first booking has the focus when the approvals open, and A approves it without a click', async ({
  manager,
}) => {
  await manager.setViewportSize({ width: 1366, height: 768 })
  await goTo(manager, 'Approvals')
  const cards = manager.locator('[data-card]')
  await expect(cards.first()).toBeFocused()
  const before = await cards.count()
  await manager.keyboard.press('a')
  await expect(cards).toHaveCount(before - 1)
  await expect(cards.first()).toBeFocused()
  await manager.keyboard.press('Enter')
  await expect(cards.first().getByText('Bookings so far')).toBeVisible()
  await manager.keyboard.press('Enter')
  await expect(cards.first().getByText('Bookings so far')).toHaveCount(0)
})

test('messages never pile up and cover no control: repeated approvals are counted, under a dialog and over it', async ({
  manager,
}) => {
  const cards = manager.locator('[data-card]')
  const messages = manager.locator('.mantine-Notification-root')
  const before = await cards.count()
  for (const left of [1, 2]) {
    await manager.keyboard.press('a')
    await expect(cards).toHaveCount(before - left)
  }
  await expect(messages).toHaveText(/^[23] approvedMy last steps$/)
  expect(await coveredByMessages(manager)).toEqual([])
  await manager.keyboard.press('r')
  const question = manager.getByRole('dialog')
  await question.getByLabel('Reason').fill('No fuel this week')
  expect(await coveredByMessages(manager)).toEqual([])
  await manager.keyboard.press('Escape')
  await expect(question).toHaveCount(0)
  await expect(messages.filter({ hasText: 'closed without saving' })).toBeVisible()
  expect(await coveredByMessages(manager)).toEqual([])
  await manager.getByRole('button', { name: 'Bring it back' }).click()
  await expect(question.getByLabel('Reason')).toHaveValue('No fuel this week')
  await question.getByRole('button', { name: 'Start afresh' }).click()
  await manager.keyboard.press('Escape')
  await expect(question).toHaveCount(0)
  await manager.keyboard.press('Escape')
  await expect(messages).toHaveCount(0)
  await cards.first().focus()
})

test('the list of keys shows its last line on a screen of 768 pixels', async ({ manager }) => {
  await manager.keyboard.press('?')
  const keys = manager.getByRole('dialog')
  await expect(keys.getByText('Switch them off if you speak to your computer.')).toBeInViewport({ ratio: 1 })
  await manager.keyboard.press('Escape')
  await expect(keys).toHaveCount(0)
})

test('ten bookings are on a screen of 768 pixels, with their prices and how full the dryer will be', async ({
  manager,
}) => {
  await goTo(manager, 'Approvals')
  const cards = manager.locator('[data-card]')
  await expect(cards.nth(9)).toBeInViewport({ ratio: 1 })
  await expect(cards.filter({ hasText: /₱[\d,.]+/ })).not.toHaveCount(0)
  await expect(cards.filter({ hasText: /\d+ sacks · \d+ of 60 if approved/ })).not.toHaveCount(0)
})

test('the filters leave one machine or one day, and can be cleared', async ({ manager }) => {
  const cards = manager.locator('[data-card]')
  const all = await cards.count()
  await manager.getByRole('combobox', { name: 'Machine' }).fill('Rice Mill 1')
  await manager.getByRole('option', { name: 'Rice Mill 1' }).click()
  await expect(cards.filter({ hasNotText: 'Rice Mill 1' })).toHaveCount(0)
  await expect(cards).not.toHaveCount(0)
  await manager.getByRole('textbox', { name: 'Day', exact: true }).fill(localDay(200))
  await expect(manager.getByText('Nothing that waits fits these filters.')).toBeVisible()
  await manager.getByRole('button', { name: 'Clear the filters' }).click()
  await expect(cards).toHaveCount(all)
})

test('several are approved at once: what is refused stays with its reason, and the summary counts both', async ({
  office,
  manager,
}) => {
  const machines = await office.call<{ id: string; name: string }[]>('manager', 'machines.list', {})
  const machineId = machines.find(one => one.name === 'Tractor 2')?.id
  const [member] = await office.call<{ id: string; version: number }[]>('manager', 'members.search', {
    text: 'S-001',
    limit: 1,
  })
  for (const day of [170, 172]) {
    await office.call('clerk', 'bookings.request', {
      commandId: crypto.randomUUID(),
      memberId: member?.id,
      machineId,
      period: { kind: 'days', from: localDay(day), to: localDay(day) },
      purpose: 'Before he was suspended',
    })
  }
  await office.call('manager', 'members.suspend', {
    commandId: crypto.randomUUID(),
    memberId: member?.id,
    version: member?.version,
    reason: 'owes for two jobs',
  })
  const cards = manager.locator('[data-card]')
  const suspended = cards
    .filter({ hasText: 'Before he was suspended' })
    .filter({ hasText: 'owes for two jobs' })
  await expect(suspended).toHaveCount(2)
  const others = cards.filter({ hasText: 'Harvester 1' }).filter({ hasNotText: 'Amado Abad' })
  for (const card of [others.nth(0), others.nth(1), suspended.first()]) {
    await card.getByRole('checkbox').check()
  }
  const before = await cards.count()
  await manager.getByRole('button', { name: 'Approve 3', exact: true }).click()
  await expect(manager.getByText('2 approved, 1 refused')).toBeVisible()
  await expect(cards).toHaveCount(before - 2)
  await expect(suspended.first().getByRole('alert')).toContainText('owes for two jobs')
  await expect(suspended.first().getByRole('checkbox')).toBeChecked()
  await suspended.first().getByRole('button', { name: 'Details' }).click()
  await expect(suspended.first().getByText('Bookings so far')).toBeVisible()
  expect(await findings(manager)).toEqual([])
  await manager.locator('.mantine-Notification-root').getByRole('button', { name: 'Undo' }).click()
  await expect(manager.getByText('Undone: 2 approved')).toBeVisible()
  await expect(cards).toHaveCount(before)
})
