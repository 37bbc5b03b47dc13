import { useEffect } from 'react'

/** The row or card that last had the focus, with its position in the list, because the row may be removed. */
type Spot = { list: Element; row: Element; at: number }

/** Dialogs restore the focus themselves, shortly after they close. */
const OTHERS_FIRST_MS = 60
const ROW = 'tr, [data-card], [data-item]'
const IN_A_DIALOG = '[role="dialog"]'
const FOCUSABLE = 'a[href], button:not([disabled])'

/**
 * Keeps the keyboard usable when the focused element is removed, such as a booking that was approved. Moves the
 * focus to the row that took its place, otherwise to the screen's heading.
 */
export function useFocusNeverLost(): void {
  useEffect(() => {
    let last: Element | null = null
    let spot: Spot | null = null
    let timer = 0

    function remember({ target }: FocusEvent) {
      if (!(target instanceof Element)) return
      last = target
      // A dialog over the list does not replace the remembered row: the dialog is about that row.
      if (!target.closest(IN_A_DIALOG)) spot = spotOf(target.closest(ROW))
    }
    function look() {
      if (!last || last.isConnected || timer) return
      timer = window.setTimeout(() => {
        timer = 0
        if (document.activeElement === document.body && last && !last.isConnected) giveFocus(spot)
      }, OTHERS_FIRST_MS)
    }
    const observer = new MutationObserver(look)
    observer.observe(document.body, { childList: true, subtree: true })
    document.addEventListener('focusin', remember)
    return () => {
      observer.disconnect()
      window.clearTimeout(timer)
      document.removeEventListener('focusin', remember)
    }
  }, [])
}

function spotOf(row: Element | null): Spot | null {
  const list = row?.parentElement
  return row && list ? { list, row, at: [...list.children].indexOf(row) } : null
}

function giveFocus(spot: Spot | null): void {
  const dialogs = document.querySelectorAll<HTMLElement>(`${IN_A_DIALOG}[aria-modal="true"]`)
  const uppermost = dialogs[dialogs.length - 1]
  const row = spot?.row.isConnected ? spot.row : rowAt(spot)
  const inRow = row?.matches('[tabindex]') ? row : row?.querySelector(FOCUSABLE)
  const target = uppermost ?? inRow
  if (target instanceof HTMLElement) target.focus()
  else document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true })
}

function rowAt(spot: Spot | null): Element | undefined {
  if (!spot?.list.isConnected) return undefined
  const rows = spot.list.children
  return rows[Math.min(spot.at, rows.length - 1)]
}
