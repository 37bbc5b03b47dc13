import { randomUUID } from 'node:crypto'
import { expect, type Page, test } from '@playwright/test'
import { choose, localDay, type OfficeInBrowser, openOfficeInBrowser } from '../support/office-in-browser.ts'

type Machine = { id: string; name: string }
type Member = { id: string; name: string }

/** What a clerk sees when the machine is taken, the service gone, or the window closed. */
test.describe
  .serial('when it does not go smoothly', () => {
    let office: OfficeInBrowser
    let clerk: Page

    test.beforeAll(async ({ browser }) => {
      office = await openOfficeInBrowser(browser, ['--sample'])
      clerk = await office.signedIn('clerk')
    })
    test.afterAll(() => office.end())

    async function bookByScript(
      machineName: string,
      text: string,
      from: number,
      to: number,
    ): Promise<string> {
      const machines = await office.call<Machine[]>('clerk', 'machines.list', {})
      const [member] = await office.call<Member[]>('clerk', 'members.search', { text })
      const commandId = randomUUID()
      const answer = await office.call<{ ok: boolean }>('clerk', 'bookings.request', {
        commandId,
        memberId: member?.id,
        machineId: machines.find(one => one.name === machineName)?.id,
        period: { kind: 'days', from: localDay(from), to: localDay(to) },
      })
      expect(answer.ok).toBe(true)
      return commandId
    }

    test('a clash names who has the machine, Save stays shut, and an alternative is one click', async () => {
      await bookByScript('Tractor 3', 'S-002', 180, 182)
      await clerk.getByRole('button', { name: 'New booking' }).click()
      await choose(clerk, 'Machine', 'Tractor 3', /^Tractor 3/)
      await choose(clerk, 'Member', 'S-003', /S-003/)
      await clerk.getByLabel('From', { exact: true }).fill(localDay(181))
      await clerk.getByLabel('To', { exact: true }).fill(localDay(181))
      const form = clerk.getByRole('dialog', { name: 'New booking' })
      const holder = await office.call<Member[]>('clerk', 'members.search', { text: 'S-002' })
      await expect(form.getByText(holder[0]?.name ?? '', { exact: false }).first()).toBeVisible()
      await expect(form.getByRole('button', { name: 'Save booking' })).toBeDisabled()
      await form
        .getByRole('button', { name: /^Tractor 3/ })
        .first()
        .click()
      await expect(form.getByRole('button', { name: 'Save booking' })).toBeEnabled()
      await form.getByRole('button', { name: 'Save booking' }).click()
      await expect(clerk.getByText(/waiting for approval/).first()).toBeVisible()
    })

    test('another window that fills a form for the same days is told so, though it is the same person', async () => {
      const other = await office.signedIn('clerk')
      for (const page of [clerk, other]) {
        await page.getByRole('button', { name: 'New booking' }).click()
        await choose(page, 'Machine', 'Rotavator 1', /^Rotavator 1/)
        await page.getByLabel('From', { exact: true }).fill(localDay(190))
        await page.getByLabel('To', { exact: true }).fill(localDay(190))
        if (page === clerk) await expect(page.getByText(/^Kept for you for/)).toBeVisible()
      }
      await expect(other.getByRole('button', { name: 'Save booking' })).toBeDisabled()
      await expect(
        other
          .getByRole('dialog', { name: 'New booking' })
          .getByText(/Sample Clerk/)
          .first(),
      ).toBeVisible()
      await clerk.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
      await expect(other.getByText(/^Kept for you for/)).toBeVisible()
      await other.close()
    })

    test('a stopped service is said, the form keeps its text, and it goes on when the service is back', async () => {
      await clerk.getByRole('button', { name: 'New booking' }).click()
      await choose(clerk, 'Machine', 'Hand Tractor 2', /^Hand Tractor 2/)
      await choose(clerk, 'Member', 'S-004', /S-004/)
      await clerk.getByLabel('From', { exact: true }).fill(localDay(175))
      await clerk.getByLabel('To', { exact: true }).fill(localDay(175))
      await clerk.getByLabel('Purpose', { exact: true }).fill('What the clerk typed')
      await expect(clerk.getByText(/^Kept for you for/)).toBeVisible()
      await office.cutAndStartAgain(async () => {
        await expect(clerk.getByText(/trying again/i).first()).toBeVisible()
        await expect(clerk.getByLabel('Purpose', { exact: true })).toHaveValue('What the clerk typed')
      })
      await expect(clerk.getByText(/trying again/i)).toHaveCount(0, { timeout: 30_000 })
      await clerk.getByRole('button', { name: 'Save booking' }).click()
      await expect(clerk.getByText(/waiting for approval/).first()).toBeVisible()
    })

    test('a whole name that was typed means that machine, and the first choice begins with what was typed', async () => {
      await clerk.getByRole('button', { name: 'New booking' }).click()
      const machine = clerk.getByLabel('Machine', { exact: true })
      await machine.fill('Tractor 1')
      await expect(clerk.getByRole('option').first()).toHaveText(/^Tractor 1/)
      await machine.fill('hand tractor 2')
      await clerk.getByLabel('Purpose', { exact: true }).click()
      await expect(machine).toHaveValue('Hand Tractor 2')
      await clerk.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
    })

    test('a draft comes back after the window was closed', async () => {
      await clerk.getByRole('button', { name: 'New booking' }).click()
      await choose(clerk, 'Machine', 'Tractor 3', /^Tractor 3/)
      await clerk.getByLabel('Purpose', { exact: true }).fill('Half a form')
      await clerk.close()
      clerk = await office.signedIn('clerk')
      const restored = clerk.getByLabel('Purpose', { exact: true })
      await expect(restored).toHaveValue('Half a form')
      await clerk.getByRole('button', { name: 'Discard it' }).click()
      await expect(restored).toHaveValue('')
    })

    test('a drag that lands on a taken day snaps back and says who has it', async () => {
      const manager = await office.signedIn('manager')
      const day = firstOfNextMonths(6)
      await bookOn('Transplanter 2', 'S-005', `${day}-06`)
      await bookOn('Transplanter 2', 'S-006', `${day}-08`)
      await manager.evaluate(() => localStorage.clear())
      await choose(manager, 'Machine', 'Transplanter 2', /^Transplanter 2/)
      const title = manager.getByRole('heading', { level: 2 }).first()
      const wanted = new Intl.DateTimeFormat('en', {
        month: 'long',
        year: 'numeric',
        timeZone: 'UTC',
      }).format(new Date(`${day}-06`))
      for (let month = 0; month < 8 && !(await manager.getByText(wanted, { exact: true }).count()); month++) {
        await manager
          .getByRole('button', { name: /next|later|after/i })
          .first()
          .click()
        await manager.waitForTimeout(300)
      }
      await expect(title).toBeVisible()
      const [five] = await office.call<Member[]>('clerk', 'members.search', { text: 'S-005' })
      const [six] = await office.call<Member[]>('clerk', 'members.search', { text: 'S-006' })
      const moved = manager
        .locator('.araro-calendar-body')
        .getByText(five?.name ?? '')
        .first()
      const taken = manager
        .locator('.araro-calendar-body')
        .getByText(six?.name ?? '')
        .first()
      await expect(moved).toBeVisible()
      const before = await moved.boundingBox()
      const from = await moved.boundingBox()
      const to = await taken.boundingBox()
      if (!from || !to || !before) throw new Error('nothing to drag')
      await manager.mouse.move(from.x + 8, from.y + from.height / 2)
      await manager.mouse.down()
      await manager.mouse.move(from.x + 40, from.y + from.height / 2, { steps: 5 })
      await manager.mouse.move(to.x + 8, to.y + to.height / 2, { steps: 10 })
      await manager.mouse.up()
      await expect(
        manager
          .getByRole('alert')
          .filter({ hasText: six?.name ?? '' })
          .first(),
      ).toBeVisible()
      await expect
        .poll(async () => Math.round((await moved.boundingBox())?.x ?? 0))
        .toBe(Math.round(before.x))
      await manager.close()
    })

    async function bookOn(machineName: string, text: string, day: string): Promise<void> {
      const machines = await office.call<Machine[]>('clerk', 'machines.list', {})
      const [member] = await office.call<Member[]>('clerk', 'members.search', { text })
      const answer = await office.call<{ ok: boolean }>('clerk', 'bookings.request', {
        commandId: randomUUID(),
        memberId: member?.id,
        machineId: machines.find(one => one.name === machineName)?.id,
        period: { kind: 'days', from: day, to: day },
      })
      expect(answer.ok).toBe(true)
    }

    test('nothing of it broke the content security policy or threw', () => {
      expect(office.complaints).toEqual([])
    })
  })

/** The month that many months from now, as `2027-05`. */
function firstOfNextMonths(months: number): string {
  const now = new Date()
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + months, 1)).toISOString().slice(0, 7)
}
