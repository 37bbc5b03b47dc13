import { useEffect } from 'react'
import type { LocalDay } from '#booking/time/day'
import { keyCounts } from '../parts/keys/key-counts.ts'
import { showToday, turn } from './board-view.ts'
import type { Span } from './columns.ts'

/** T goes to today, and the arrow keys earlier and later, unless they go from machine to machine on the board itself. */
export function useBoardKeys(span: Span, first: LocalDay): void {
  useEffect(() => {
    function press(event: KeyboardEvent): void {
      if (!keyCounts(event)) return
      const onBoard = event.target instanceof Element && event.target.closest('[role="grid"]')
      const key = event.key.toUpperCase()
      if (key === 'T') showToday()
      else if (key === 'ARROWLEFT' && !onBoard) turn(span, first, -1)
      else if (key === 'ARROWRIGHT' && !onBoard) turn(span, first, 1)
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [span, first])
}
