import {
  type FocusEvent,
  type PointerEvent,
  type RefObject,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react'
import type { BoardRow, MachineOnBoard } from './board-rows.ts'
import { itemOf } from './found-item.ts'
import type { Item } from './walk.ts'

/** What the card is about, and where it points. `pinned`: it was opened, and has the focus until it is closed. */
export type Carded = {
  readonly row: MachineOnBoard
  readonly item: Item
  readonly box: { left: number; top: number; width: number; height: number }
  readonly pinned: boolean
}

/** So long the mouse, or the keyboard, rests on something before its card comes; and so long it stays after that. */
const COMES_MS = 450
const STAYS_MS = 250

type Cards = {
  frame: RefObject<HTMLElement | null>
  rows: readonly BoardRow[]
  /** Something is being dragged, or a click was meant for something else. */
  quiet: boolean
}

/** The card beside what the mouse or the keyboard rests on. */
export function useCard({ frame, rows, quiet }: Cards) {
  const [carded, setCarded] = useState<Carded | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const open = useRef(false)
  open.current = carded !== null
  const close = useCallback(() => {
    clearTimeout(timer.current)
    // While the board is scrolled, this is asked for with each frame.
    if (!open.current) return
    setCarded(null)
    const view = frame.current
    const hasFocus = view?.querySelector('[role="dialog"]')?.contains(document.activeElement)
    if (hasFocus) view?.querySelector<HTMLElement>('[data-stop]')?.focus({ preventScroll: true })
  }, [frame])
  useEffect(() => () => clearTimeout(timer.current), [])
  useEffect(() => {
    if (quiet) close()
  }, [quiet, close])
  useClosedByEscape(carded !== null && !carded.pinned, close)

  function cardOf(target: EventTarget, pinned: boolean): Carded | null {
    const element = target instanceof Element ? target.closest('[data-item]') : null
    const found = element && itemOf(rows, element)
    const view = frame.current
    if (!found || !view) return null
    return { ...found, box: boxWithin(element, view), pinned }
  }

  function come({ target }: { target: EventTarget }): void {
    clearTimeout(timer.current)
    if (quiet || carded?.pinned) return
    timer.current = setTimeout(() => setCarded(cardOf(target, false)), COMES_MS)
  }
  function leave(): void {
    clearTimeout(timer.current)
    if (!carded?.pinned) timer.current = setTimeout(() => setCarded(null), STAYS_MS)
  }
  return {
    carded,
    close,
    /** Opens the card at once, and gives it the focus. */
    pin: (element: Element) => setCarded(cardOf(element, true)),
    /** For the card itself: the mouse may go there. */
    stay: () => clearTimeout(timer.current),
    leave,
    onPointerOver: (event: PointerEvent) => {
      if (event.pointerType !== 'mouse') return
      if (event.target instanceof Element && event.target.closest('[data-item]')) come(event)
      else leave()
    },
    onFocus: (event: FocusEvent<HTMLElement>) => event.target.matches(':focus-visible') && come(event),
  }
}

/** Where something is in the frame, as far as it is in view. */
function boxWithin(element: Element, frame: HTMLElement): Carded['box'] {
  const box = element.getBoundingClientRect()
  const view = frame.getBoundingClientRect()
  const left = Math.max(box.left, view.left)
  const right = Math.min(box.right, view.right)
  return {
    left: left - view.left,
    top: box.top - view.top,
    width: Math.max(0, right - left),
    height: box.height,
  }
}

function useClosedByEscape(open: boolean, close: () => void): void {
  useEffect(() => {
    if (!open) return
    const press = (event: KeyboardEvent) => event.key === 'Escape' && close()
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [open, close])
}
