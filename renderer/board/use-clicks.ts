import type { Virtualizer } from '@tanstack/react-virtual'
import type { KeyboardEvent, MouseEvent, RefObject } from 'react'
import type { BoardRow, MachineOnBoard } from './board-rows.ts'
import type { Columns } from './columns.ts'
import { itemOf } from './found-item.ts'
import type { useCard } from './use-card.ts'
import type { Opening } from './use-opening.ts'
import { type At, HEADING, type Item, itemAt, itemsAt } from './walk.ts'

export type Measures = {
  scroller: RefObject<HTMLElement | null>
  rowsInView: Virtualizer<HTMLDivElement, Element>
  firstColumn: number
  columnWidth: number
}

type Clicks = Measures & {
  rows: readonly BoardRow[]
  columns: Columns
  opening: Opening
  cards: Pick<ReturnType<typeof useCard>, 'close' | 'pin'>
  at: At | null
  stand: (at: At) => void
}

/** A place on the board under the mouse: `along` is counted in columns, and not whole. */
export type Hit = { row: BoardRow; along: number }

export function hitAt(
  point: { clientX: number; clientY: number },
  rows: readonly BoardRow[],
  { scroller, rowsInView, firstColumn, columnWidth }: Measures,
): Hit | null {
  const view = scroller.current
  if (!view) return null
  const box = view.getBoundingClientRect()
  const item = rowsInView.getVirtualItemForOffset(point.clientY - box.top + view.scrollTop)
  const row = item && rows[item.index]
  const along = (point.clientX - box.left + view.scrollLeft - firstColumn) / columnWidth
  return row ? { row, along } : null
}

/** A click opens what is under it or books free time, and puts the keyboard there. Enter and Space do so where it is. */
export function useClicks({ rows, columns, opening, cards, at, stand, ...measures }: Clicks) {
  function activate(
    { machine }: MachineOnBoard,
    column: number,
    item: Item | undefined,
    element: Element,
  ): void {
    cards.close()
    if (!item) opening.book(machine, column, column)
    else if ('event' in item) opening.open(item.event)
    else if (columns.unit === 'day' && machine.bookingMode === 'time') opening.openDay(column)
    else cards.pin(element)
  }

  function onClick(event: MouseEvent<HTMLElement>): void {
    const target = event.target as Element
    if (target.closest('[role="rowheader"], [role="columnheader"]')) return
    const hit = hitAt(event, rows, measures)
    if (hit?.row.kind !== 'machine') return
    const column = Math.floor(hit.along)
    if (column < 0 || column >= columns.list.length) return
    const items = itemsAt(hit.row.layout, column)
    const clicked = itemOf(rows, target)?.item
    stand({ row: hit.row.key, column, item: clicked ? Math.max(0, items.indexOf(clicked)) : 0 })
    activate(hit.row, column, clicked, target)
  }

  function pressed(event: KeyboardEvent<HTMLElement>): boolean {
    if (event.key !== 'Enter' && event.key !== ' ') return false
    const row = rows.find(one => one.key === at?.row)
    if (!at || at.column === HEADING || row?.kind !== 'machine') return false
    event.preventDefault()
    activate(row, at.column, itemAt(row, at), event.target as Element)
    return true
  }
  return { onClick, pressed }
}
