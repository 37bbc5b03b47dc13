import type { Page } from '@playwright/test'
import { choose, goTo } from '../support/office-in-browser.ts'
import { expect, test } from '../support/office-test.ts'

/** The words in a list that stand in two lines. */
function brokenWords(page: Page): Promise<string[]> {
  return page.locator('.araro-records table, .araro-approvals').evaluateAll(lists =>
    lists.flatMap(list => {
      const texts = document.createTreeWalker(list, NodeFilter.SHOW_TEXT)
      const broken: string[] = []
      for (let text = texts.nextNode(); text; text = texts.nextNode()) {
        // What is folded away has lines as well, which nobody sees.
        if (!text.parentElement?.checkVisibility()) continue
        for (const word of (text.textContent ?? '').matchAll(/[^\s-]+/g)) {
          const range = document.createRange()
          range.setStart(text, word.index)
          range.setEnd(text, word.index + word[0].length)
          const lines = new Set([...range.getClientRects()].map(line => Math.round(line.top)))
          if (lines.size > 1) broken.push(word[0])
        }
      }
      return broken
    }),
  )
}

test('no list breaks a word, beside the open booking form and without it', async ({ manager }) => {
  await manager.setViewportSize({ width: 1366, height: 768 })
  await goTo(manager, 'Bookings')
  await manager.getByRole('button', { name: 'New booking' }).click()
  await expect(manager.getByLabel('Purpose', { exact: true })).toBeVisible()
  for (const formOpen of [true, false]) {
    if (!formOpen) await manager.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
    for (const screen of ['Machines', 'Members', 'Bookings', 'Maintenance', 'Approvals', 'History']) {
      await goTo(manager, screen)
      await expect(manager.getByRole('main').locator('[data-card], tbody tr').first()).toBeVisible()
      expect.soft(await brokenWords(manager), `${screen}, form open: ${formOpen}`).toEqual([])
    }
  }
})

test('beside the open form, the less important columns of the machines are gone, and their panel has them', async ({
  manager,
}) => {
  await goTo(manager, 'Machines')
  const heads = manager.getByRole('columnheader')
  await expect(heads).toHaveText(['Name', 'Status', 'Now and next', 'Rate', 'Booked by', 'Location'])
  await manager.getByRole('button', { name: 'New booking' }).click()
  await expect(heads).toHaveText(['Name', 'Status', 'Now and next', 'Rate'])
})

test('beside the open form at 125 %, the month and the week of a shared machine keep each load in its day', async ({
  manager,
}) => {
  await manager.setViewportSize({ width: 1093, height: 614 })
  await goTo(manager, 'Calendar')
  if (await manager.getByRole('button', { name: 'Close', exact: true }).isVisible())
    await manager.getByRole('button', { name: 'Close', exact: true }).click()
  await choose(manager, 'Machine', 'Dryer 1', /^Dryer 1/)
  await manager.getByRole('button', { name: 'New booking' }).click()
  await expect(manager.getByLabel('Purpose', { exact: true })).toBeVisible()
  for (const view of ['Month', 'Week']) {
    await manager.getByText(view, { exact: true }).click()
    const loads = manager.locator('.araro-calendar-body .araro-load')
    await expect(loads.first()).toBeVisible()
    const outside = () =>
      loads.evaluateAll(all =>
        all
          .filter(load => {
            const own = load.getBoundingClientRect()
            const day = load.closest('[data-date], [role="columnheader"]')?.getBoundingClientRect()
            return !day || own.left < day.left - 1 || own.right > day.right + 1
          })
          .map(load => load.textContent),
      )
    await expect.poll(outside, view).toEqual([])
  }
  await manager.setViewportSize({ width: 1366, height: 768 })
})
