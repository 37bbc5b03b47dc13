import { screensIn } from '../support/office-in-browser.ts'
import { expect, test } from '../support/office-test.ts'

test('the sheet of keys is in the language of the screens, names each screen as the navigation does, and ends above messages', async ({
  manager,
}) => {
  await manager.evaluate(() => localStorage.setItem('araro.language', 'fil'))
  await manager.reload()
  const navigation = manager.getByRole('navigation')
  await expect(navigation.getByRole('link', { name: 'Kalendaryo', exact: true })).toBeVisible()
  await manager.getByRole('button', { name: 'Bagong booking' }).click()
  await manager.getByLabel('Gagamitin sa', { exact: true }).fill('palay')
  await manager.keyboard.press('Escape')
  const message = manager.getByText('Isinara ang form nang hindi nai-save.')
  await expect(message).toBeVisible()
  await manager.locator('h1').click()
  await manager.keyboard.press('?')
  const sheet = manager.getByRole('dialog', { name: 'Mga key' })
  await expect(sheet.getByRole('heading')).toContainText(['Kahit saan', 'Sa kalendaryo', 'Sa Pag-apruba'])
  for (const screen of await screensIn(navigation.getByRole('link'))) {
    await expect(sheet.getByText(screen, { exact: true }).first()).toBeVisible()
  }
  // Not one of the English words.
  await expect(sheet).not.toContainText(/\b(Go to|Search|Close|then|or|Today|Undo|Approve|Keys)\b/)
  await manager.setViewportSize({ width: 390, height: 844 })
  await sheet.getByText('Patayin kung nagsasalita ka sa kompyuter.').scrollIntoViewIfNeeded()
  const [last, above] = await Promise.all([sheet.boundingBox(), message.boundingBox()])
  expect(last!.y + last!.height).toBeLessThanOrEqual(above!.y)
  await manager.setViewportSize({ width: 1366, height: 768 })
  await manager.keyboard.press('Escape')
  await expect(sheet).toHaveCount(0)
})
