import { type RefObject, useEffect } from 'react'

/**
 * Makes the grid of hours reachable by Tab, so that the keyboard can scroll it: a day without bookings has nothing else in
 * it that takes the focus. What takes the focus needs a role, so the part that scrolls takes over the one of the group of
 * rows around it.
 */
export function useScrollByKey(body: RefObject<HTMLElement | null>, type: string | undefined): void {
  useEffect(() => {
    if (!type?.startsWith('timeGrid')) return
    for (const part of body.current?.querySelectorAll<HTMLElement>('[role="rowgroup"] > div') ?? []) {
      if (!['auto', 'scroll'].includes(getComputedStyle(part).overflowY)) continue
      part.parentElement?.setAttribute('role', 'presentation')
      part.setAttribute('role', 'rowgroup')
      part.tabIndex = 0
    }
  }, [body, type])
}
