import {
  type FocusEvent,
  type KeyboardEvent,
  type RefObject,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { LocalDay } from '#booking/time/day'
import type { BoardEvent } from '#calls/board'
import type { BoardRow } from './board-rows.ts'
import type { Columns } from './columns.ts'
import { itemOf } from './found-item.ts'
import { type At, HEADING, itemAt, itemsAt, stillThere, walk } from './walk.ts'

const STEPS = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' } as const
const PAGE = 8

type Walking = {
  scroller: RefObject<HTMLElement | null>
  rows: readonly BoardRow[]
  columns: Columns
  today: LocalDay
}

/** Where the keyboard is on the board. The arrow keys go on from there; Home and End go to the ends of a row. */
export function useWalk({ scroller, rows, columns, today }: Walking) {
  const [wanted, setWanted] = useState<At | null>(null)
  const count = columns.list.length
  const at = useMemo(() => {
    const todays = columns.list.findIndex(column => column.day === today)
    return stillThere(rows, count, wanted, Math.max(0, todays))
  }, [rows, count, wanted, columns, today])

  const moved = useRef(false)
  const stand = useCallback((next: At) => setWanted(next), [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each step
  useEffect(() => {
    if (!moved.current) return
    moved.current = false
    const stop = scroller.current?.querySelector<HTMLElement>('[data-stop]')
    stop?.focus({ preventScroll: true })
    if (stop && scroller.current) reveal(stop, scroller.current)
  }, [at])

  function go(next: At): void {
    moved.current = true
    setWanted({ ...next })
  }

  const followed = useRef<Followed | null>(null)
  useEffect(() => {
    const found = followed.current && whereNow(rows, followed.current)
    if (!found) return
    followed.current = null
    moved.current = true
    setWanted(found)
  }, [rows])

  /** Whatever gave something the focus, the keyboard goes on from there. */
  function onFocus({ target }: FocusEvent<HTMLElement>): void {
    const found = itemOf(rows, target)
    if (!found || (at?.row === found.row.key && itemAt(found.row, at) === found.item)) return
    const { row, item } = found
    const column = Math.floor(item.start)
    setWanted({ row: row.key, column, item: itemsAt(row.layout, column).indexOf(item) })
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    if (!at || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    const next = nextOf(event.key, at)
    if (!next) return
    event.preventDefault()
    go(next)
  }

  function nextOf(key: string, from: At): At | null {
    const step = STEPS[key as keyof typeof STEPS]
    if (step) return walk(rows, count, from, step)
    if (key === 'Home') return { ...from, column: HEADING, item: 0 }
    if (key === 'End') return { ...from, column: count - 1, item: 0 }
    const by = key === 'PageDown' ? PAGE : key === 'PageUp' ? -PAGE : 0
    const index = rows.findIndex(row => row.key === from.row) + by
    const row = by ? rows[Math.max(0, Math.min(rows.length - 1, index))] : undefined
    return row ? { row: row.key, column: from.column, item: 0 } : null
  }
  return { at, stand, onFocus, onKeyDown, follow: (event: Followed) => void (followed.current = event) }
}

/** A booking that was dropped somewhere else, in the version before. */
type Followed = Pick<BoardEvent, 'id' | 'version'>

/** Where a booking lies once it was changed; null while it was not, or if it is not shown. */
function whereNow(rows: readonly BoardRow[], { id, version }: Followed): At | null {
  for (const row of rows) {
    if (row.kind !== 'machine') continue
    const bar = row.layout.bars.find(({ event }) => event.id === id && event.version !== version)
    if (!bar) continue
    const column = Math.floor(bar.start)
    return { row: row.key, column, item: itemsAt(row.layout, column).indexOf(bar) }
  }
  return null
}

/** Scrolls so that what has the focus is not under the headings, which stay. */
export function reveal(stop: HTMLElement, scroller: HTMLElement): void {
  const box = stop.getBoundingClientRect()
  const view = scroller.getBoundingClientRect()
  const style = getComputedStyle(scroller)
  const top = view.top + Number.parseFloat(style.scrollPaddingTop)
  const left = view.left + Number.parseFloat(style.scrollPaddingLeft)
  const isHeading = stop.closest('[role="rowheader"]') !== null
  const x = isHeading ? 0 : outside(box.left, box.right, left, view.left + scroller.clientWidth)
  const y = outside(box.top, box.bottom, top, view.top + scroller.clientHeight)
  if (x || y) scroller.scrollBy({ left: x, top: y })
}

/** How far to scroll until [start, end] lies within [from, to]; its start if it is longer. */
function outside(start: number, end: number, from: number, to: number): number {
  if (start < from) return start - from
  return end > to ? Math.min(end - to, start - from) : 0
}
