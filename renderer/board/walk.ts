import type { BoardRow } from './board-rows.ts'
import type { Bar, Cell, RowLayout } from './row-layout.ts'

/**
 * Where the keyboard is: a row by its key and one of its columns, or the row's heading (`HEADING`), and which of the
 * things there, from the uppermost on.
 */
export type At = { readonly row: string; readonly column: number; readonly item: number }
export const HEADING = -1

export type Item = Bar | Cell

/** Tells the things of a row apart. */
export function keyOfItem(item: Item): string {
  return 'event' in item ? `${item.event.kind} ${item.event.id}` : `cell ${item.column}`
}

/** What is in a column of a machine's row, the uppermost and earliest first. Nothing if the column is free. */
export function itemsAt({ bars, cells }: RowLayout, column: number): Item[] {
  return [...cells, ...bars]
    .filter(item => item.start < column + 1 && column < item.end)
    .sort((a, b) => a.lane - b.lane || a.start - b.start)
}

export function itemAt(row: BoardRow | undefined, at: At): Item | undefined {
  return row?.kind === 'machine' ? itemsAt(row.layout, at.column)[at.item] : undefined
}

type Step = 'left' | 'right' | 'up' | 'down'

/**
 * The next place in a direction. To the side, what spans several columns is one place; upwards and downwards, each thing
 * in a column is one.
 */
export function walk(rows: readonly BoardRow[], columns: number, at: At, step: Step): At {
  const index = rows.findIndex(row => row.key === at.row)
  const row = rows[index]
  if (!row) return at
  return step === 'left' || step === 'right'
    ? sideways(row, columns, at, step === 'right' ? 1 : -1)
    : upOrDown(rows, index, at, step === 'down' ? 1 : -1)
}

function sideways(row: BoardRow, columns: number, at: At, by: 1 | -1): At {
  if (row.kind === 'type') return at
  const here = itemAt(row, at)
  const beside = here && inSameLane(itemsAt(row.layout, at.column), here, by)
  if (beside !== undefined) return { ...at, item: beside }
  for (let column = at.column + by; column >= HEADING && column < columns; column += by) {
    const items = column === HEADING ? [] : itemsAt(row.layout, column)
    if (here && items.includes(here)) continue
    const lane = items.findIndex(item => item.lane === here?.lane)
    return { ...at, column, item: Math.max(0, lane) }
  }
  return at
}

/** The next thing in the same lane and the same column, such as two bookings within an hour. */
function inSameLane(items: readonly Item[], here: Item, by: 1 | -1): number | undefined {
  const next = items.indexOf(here) + by
  return items[next]?.lane === here.lane ? next : undefined
}

function upOrDown(rows: readonly BoardRow[], index: number, at: At, by: 1 | -1): At {
  const row = rows[index]
  const items = row?.kind === 'machine' ? itemsAt(row.layout, at.column) : []
  const item = at.item + by
  if (at.column !== HEADING && item >= 0 && item < items.length) return { ...at, item }
  const next = rows[index + by]
  if (!next) return at
  const there = next.kind === 'machine' ? itemsAt(next.layout, at.column).length : 0
  return { row: next.key, column: at.column, item: by === 1 ? 0 : Math.max(0, there - 1) }
}

/** The same place as far as it still exists: after a change of the rows or the columns. */
export function stillThere(
  rows: readonly BoardRow[],
  columns: number,
  at: At | null,
  today: number,
): At | null {
  const row = rows.find(one => one.key === at?.row) ?? rows.find(one => one.kind === 'machine') ?? rows[0]
  if (!row) return null
  if (!at || row.key !== at.row) return { row: row.key, column: today, item: 0 }
  const column = Math.min(at.column, columns - 1)
  const items = row.kind === 'machine' && column !== HEADING ? itemsAt(row.layout, column).length : 0
  return { row: row.key, column, item: Math.min(at.item, Math.max(0, items - 1)) }
}
