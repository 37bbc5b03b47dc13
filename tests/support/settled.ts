import { expect, type Page, type Request } from '@playwright/test'

/** The unanswered calls of each window. */
const underWay = new WeakMap<Page, Set<Request>>()

/**
 * Tracks the calls of this window for {@link settled}.
 */
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
 * Waits until a window is complete: every call is answered, nothing is shown as loading, the fonts are loaded, and
 * nothing moves.
 */
export async function settled(page: Page): Promise<void> {
  await expect(async () => {
    await page.evaluate(stands)
    expect(underWay.get(page)?.size ?? 0, 'calls without an answer').toBe(0)
  }).toPass({ intervals: [20, 50, 100], timeout: 15_000 })
}

/**
 * Runs in the page. Throws while something loads or moves; an endless animation, such as a loader's, counts as
 * loading.
 */
async function stands(): Promise<void> {
  const drawn = () => new Promise(resolve => requestAnimationFrame(resolve))
  await document.fonts.ready
  // An answer is rendered in the next frame, and its transition starts in the one after.
  await drawn()
  await drawn()
  const moving = document.getAnimations().filter(one => one.playState === 'running')
  const ending = moving.filter(one => one.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY)
  await Promise.allSettled(ending.map(one => one.finished))
  if (moving.length > ending.length) throw new Error('something is still being loaded')
  if (document.querySelector('[aria-busy="true"]')) throw new Error('something is still being read')
  if (ending.length > 0) throw new Error('something moved')
}
