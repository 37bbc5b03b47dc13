import { expect, type Page, type Request } from '@playwright/test'

/** The calls of each window that have no answer yet. */
const underWay = new WeakMap<Page, Set<Request>>()

/** From now on, {@link settled} knows which calls this window waits for. */
export function watchCalls(page: Page): void {
  const calls = new Set<Request>()
  underWay.set(page, calls)
  page.on('request', request => {
    if (new URL(request.url()).pathname.startsWith('/rpc/')) calls.add(request)
  })
  page.on('requestfinished', request => calls.delete(request))
  page.on('requestfailed', request => calls.delete(request))
}

/**
 * Waits until a window shows what it has to show: every call is answered, nothing says that it is still being read,
 * the letters have their font, and nothing moves.
 */
export async function settled(page: Page): Promise<void> {
  await expect(async () => {
    await page.evaluate(stands)
    expect(underWay.get(page)?.size ?? 0, 'calls without an answer').toBe(0)
  }).toPass({ intervals: [20, 50, 100], timeout: 15_000 })
}

/** In the page. Throws where it is not at rest; what spins for ever, such as a loader, is work that is not done. */
async function stands(): Promise<void> {
  const drawn = () => new Promise(resolve => requestAnimationFrame(resolve))
  await document.fonts.ready
  // What was just answered is on the page with the next frame, and moves from the one after.
  await drawn()
  await drawn()
  const moving = document.getAnimations().filter(one => one.playState === 'running')
  const ending = moving.filter(one => one.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY)
  await Promise.allSettled(ending.map(one => one.finished))
  if (moving.length > ending.length) throw new Error('something is still being loaded')
  if (document.querySelector('[aria-busy="true"]')) throw new Error('something is still being read')
  if (ending.length > 0) throw new Error('something moved')
}
