import type { Page } from '@playwright/test'
import { goTo } from '../support/office-in-browser.ts'
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
