import { machineNamed, memberFound, requested } from '../support/by-script.ts'
import {
  choose,
  goTo,
  localDay,
  middleOf,
  monthFromNow,
  type OfficeInBrowser,
  written,
} from '../support/office-in-browser.ts'
import { expect, test } from '../support/office-test.ts'

/** What a clerk sees when the machine is taken, the service stops, or the window is closed. */
test.describe.configure({ mode: 'serial' })

/**
 * A booking by another user, made by a call.
 * @returns the member's name
 */
async function bookedBefore(
  office: OfficeInBrowser,
  machineName: string,
  text: string,
  from: string,
  to = from,
): Promise<string> {
  const machineId = await machineNamed(office, machineName)
  const { id: memberId, name } = await memberFound(office, text)
  await requested(office, { machineId, memberId, period: { kind: 'days', from, to } }, 'clerk')
  return name
}

test('a clash names who has the machine and disables Save, and an alternative takes one click', async ({
  office,
  clerk,
}) => {
  const holder = await bookedBefore(office, 'Tractor 3', 'S-002', localDay(180), localDay(182))
  await clerk.getByRole('button', { name: 'New booking' }).click()
  await choose(clerk, 'Machine', 'Tractor 3', /^Tractor 3/)
  await choose(clerk, 'Member', 'S-003', /S-003/)
  await clerk.getByLabel('From', { exact: true }).fill(localDay(181))
  await clerk.getByLabel('To', { exact: true }).fill(localDay(181))
  const form = clerk.getByRole('dialog', { name: 'New booking' })
  await expect(form.getByText(holder, { exact: false }).first()).toBeVisible()
  await expect(form.getByRole('button', { name: 'Save booking' })).toBeDisabled()
  await form
    .getByRole('button', { name: /^Tractor 3/ })
    .first()
    .click()
  await expect(form.getByRole('button', { name: 'Save booking' })).toBeEnabled()
  await form.getByRole('button', { name: 'Save booking' }).click()
  await expect(clerk.getByText(/waiting for approval/).first()).toBeVisible()
})

test('a second form of the same user for the same days is told about the hold', async ({ office, clerk }) => {
  const other = await office.signedIn('clerk')
  for (const page of [clerk, other]) {
    await page.bringToFront()
    await page.getByRole('button', { name: 'New booking' }).click()
    await choose(page, 'Machine', 'Rotavator 1', /^Rotavator 1/)
    await page.getByLabel('From', { exact: true }).fill(localDay(190))
    await page.getByLabel('To', { exact: true }).fill(localDay(190))
    if (page === clerk) await expect(page.getByText(/^Reserved for you/)).toBeVisible()
  }
  await expect(other.getByRole('button', { name: 'Save booking' })).toBeDisabled()
  await expect(
    other
      .getByRole('dialog', { name: 'New booking' })
      .getByText(/Sample Clerk/)
      .first(),
  ).toBeVisible()
  await clerk.bringToFront()
  await clerk.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
  await expect(other.getByText(/^Reserved for you/)).toBeVisible()
  await other.close()
})

test('when the service stops, the form says so, keeps its text, and continues when the service is back', async ({
  office,
  clerk,
}) => {
  await clerk.getByRole('button', { name: 'New booking' }).click()
  await choose(clerk, 'Machine', 'Hand Tractor 2', /^Hand Tractor 2/)
  await choose(clerk, 'Member', 'S-004', /S-004/)
  await clerk.getByLabel('From', { exact: true }).fill(localDay(175))
  await clerk.getByLabel('To', { exact: true }).fill(localDay(175))
  await clerk.getByLabel('Purpose', { exact: true }).fill('What the clerk typed')
  await expect(clerk.getByText(/^Reserved for you/)).toBeVisible()
  await office.cutAndStartAgain(async () => {
    await expect(clerk.getByText(/stopped responding/i).first()).toBeVisible()
    await expect(clerk.getByLabel('Purpose', { exact: true })).toHaveValue('What the clerk typed')
  })
  await expect(clerk.getByText(/stopped responding/i)).toHaveCount(0, { timeout: 30_000 })
  await clerk.getByRole('button', { name: 'Save booking' }).click()
  await expect(clerk.getByText(/waiting for approval: Hand Tractor 2/)).toBeVisible()
})

test('a fully typed name selects that machine, and the first choice begins with the typed text', async ({
  clerk,
}) => {
  await clerk.getByRole('button', { name: 'New booking' }).click()
  const machine = clerk.getByLabel('Machine', { exact: true })
  await machine.fill('Tractor 1')
  await expect(clerk.getByRole('option').first()).toHaveText(/^Tractor 1/)
  await machine.fill('hand tractor 2')
  await clerk.getByLabel('Purpose', { exact: true }).click()
  await expect(machine).toHaveValue('Hand Tractor 2')
  await clerk.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
})

test('a draft is restored after the window was closed', async ({ office, clerk }) => {
  await clerk.getByRole('button', { name: 'New booking' }).click()
  await choose(clerk, 'Machine', 'Tractor 3', /^Tractor 3/)
  await clerk.getByLabel('Purpose', { exact: true }).fill('Half a form')
  await clerk.close()
  const anew = await office.windowOf('clerk')
  const restored = anew.getByLabel('Purpose', { exact: true })
  await expect(restored).toHaveValue('Half a form')
  await anew.getByRole('button', { name: 'Start afresh' }).click()
  await expect(restored).toHaveValue('')
})

test('a drag to a taken day snaps back, names who has it, and goes away with Escape and with what comes next', async ({
  office,
}) => {
  const month = monthFromNow(6)
  const movedName = await bookedBefore(office, 'Transplanter 2', 'S-005', `${month}-06`)
  const takenName = await bookedBefore(office, 'Transplanter 2', 'S-006', `${month}-08`)
  const manager = await office.signedIn('manager')
  await goTo(manager, 'Calendar')
  await choose(manager, 'Machine', 'Transplanter 2', /^Transplanter 2/)
  for (let turn = 0; turn < 6; turn++) {
    await manager.getByRole('button', { name: /later|next/i }).click()
  }
  const calendar = manager.locator('.araro-calendar-body')
  const moved = calendar.getByText(movedName).first()
  const from = await middleOf(moved)
  const refusal = manager.getByRole('alert').filter({ hasText: takenName })
  async function dragOntoTheOther() {
    const start = await middleOf(moved)
    const to = await middleOf(calendar.getByText(takenName).first())
    await manager.mouse.move(start.x, start.y)
    await manager.mouse.down()
    await manager.mouse.move(start.x + 30, start.y, { steps: 5 })
    await manager.mouse.move(to.x, to.y, { steps: 10 })
    await manager.mouse.up()
    await expect(refusal.first()).toBeVisible()
    await expect.poll(async () => (await middleOf(moved)).x).toBe(from.x)
  }
  await dragOntoTheOther()
  const instead = refusal.getByRole('button', { name: /^Transplanter/ })
  await expect(instead.first()).toBeVisible()
  // It is there already: that is no other place for it.
  await expect(instead.filter({ hasText: `, ${written(`${month}-06`)}` })).toHaveCount(0)

  const goesOn = {
    'with Escape': () => manager.keyboard.press('Escape'),
    'when other days are shown': () => manager.getByRole('button', { name: 'Later' }).click(),
    'when another booking is chosen': () => calendar.getByText(takenName).first().click(),
  }
  for (const [how, goOn] of Object.entries(goesOn)) {
    if ((await refusal.count()) === 0) await dragOntoTheOther()
    await goOn()
    await expect(refusal, how).toHaveCount(0)
    if (how === 'when other days are shown') await manager.getByRole('button', { name: 'Earlier' }).click()
  }
  await manager.close()
})

test('a load that does not fit is offered the part that does, and told who has the rest', async ({
  office,
  clerk,
}) => {
  const member = await memberFound(office, 'S-002')
  const day = localDay(190)
  const startMs = Date.parse(`${day}T08:00:00+08:00`)
  const period = { kind: 'time', startMs, endMs: startMs + 4 * 3_600_000 }
  const load = { machineId: await machineNamed(office, 'Dryer 1'), memberId: member.id, period, units: 49 }
  await requested(office, load, 'clerk')
  await clerk.bringToFront()
  await clerk.getByRole('button', { name: 'New booking' }).click()
  const form = clerk.getByRole('dialog', { name: 'New booking' })
  await choose(clerk, 'Machine', 'dryer', /^Dryer 1/)
  await choose(clerk, 'Member', 'S-003', /S-003/)
  await clerk.getByLabel('From', { exact: true }).fill(`${day} 8:00 AM`)
  await clerk.getByLabel('To', { exact: true }).fill('3 hours')
  await clerk.getByLabel(/^How many/).fill('20')
  await expect(form.getByText(`only 11 of 60 are free then. Taken by ${member.name} (49).`)).toBeVisible()
  await form.getByRole('button', { name: 'Book 11 instead' }).click()
  await expect(clerk.getByLabel(/^How many/)).toHaveValue('11')
  await expect(form.getByRole('button', { name: 'Save booking' })).toBeFocused()
  await clerk.keyboard.press('Enter')
  await expect(form).toHaveCount(0)
})
