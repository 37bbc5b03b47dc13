import { expect, test } from '../support/office-test.ts'

/** What a person sees who makes everything larger: a window of 1366×768 and a phone of 390×844, at 125 % and at 150 %. */
const ZOOMED = [
  { width: 1093, height: 614 },
  { width: 911, height: 512 },
  { width: 312, height: 675 },
  { width: 260, height: 563 },
]

for (const screen of ['today', 'board', 'calendar', 'approvals', 'settle', 'waiting']) {
  test(`nothing of ${screen} sticks out at the side at 125 % and 150 %, wide or on a phone`, async ({
    manager,
  }) => {
    await manager.evaluate(name => {
      location.hash = `#/${name}`
    }, screen)
    await expect(manager.getByRole('heading', { level: 1 })).toBeVisible()
    for (const size of ZOOMED) {
      await manager.setViewportSize(size)
      const sticksOut = () =>
        manager.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
      await expect.poll(sticksOut, `${size.width} px wide`).toBe(0)
    }
  })
}
