import type { Page } from '@playwright/test'

/** The buttons, links and fields in the window that a message lies over, by their text. */
export function coveredByMessages(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const messages = [...document.querySelectorAll('.mantine-Notification-root')].map(one =>
      one.getBoundingClientRect(),
    )
    const controls = [
      ...document.querySelectorAll<HTMLElement>('a, button, input, textarea, [role="combobox"]'),
    ]
    const covered = controls.filter(control => {
      if (control.closest('.mantine-Notification-root') || !control.checkVisibility()) return false
      const { left, right, top, bottom } = control.getBoundingClientRect()
      if (right <= left || bottom <= 0 || top >= window.innerHeight) return false
      return messages.some(m => m.left < right && m.right > left && m.top < bottom && m.bottom > top)
    })
    return covered.map(one => one.textContent || one.getAttribute('aria-label') || one.tagName)
  })
}
