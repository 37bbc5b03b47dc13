import { type RefObject, useEffect, useRef } from 'react'
import { keyCounts } from '../parts/keys/key-counts.ts'

const LINE = '[data-line], [data-card]'
const STEPS: { readonly [key: string]: number } = { ArrowDown: 1, ArrowUp: -1 }

/**
 * The arrow keys go from line to line, over all lists inside the element; from nowhere, to the first. Nothing has the
 * focus before, so that no key decides anything by a slip.
 */
export function useLineKeys(): RefObject<HTMLDivElement | null> {
  const inside = useRef<HTMLDivElement>(null)
  useEffect(() => {
    function press(event: KeyboardEvent) {
      const step = STEPS[event.key]
      const focused = document.activeElement
      const list = inside.current
      if (!step || !list || !keyCounts(event)) return
      const isInside = list.contains(focused)
      if (!isInside && !isNowhere(focused)) return
      const lines = [...list.querySelectorAll<HTMLElement>(LINE)].filter(line => line.checkVisibility())
      const at = isInside ? lines.findIndex(line => line.contains(focused)) : -1
      const next = at === -1 ? lines[0] : lines[at + step]
      if (!next) return
      event.preventDefault()
      next.focus()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
  return inside
}

/** On nothing that somebody chose: the page itself, or the heading of the screen. */
function isNowhere(focused: Element | null): boolean {
  return focused === null || focused === document.body || focused.tagName === 'H1' || focused.id === 'main'
}
