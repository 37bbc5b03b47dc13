import type { BoardRow, MachineOnBoard } from './board-rows.ts'
import { type Item, keyOfItem } from './walk.ts'

/** What an element of the board shows. */
export function itemOf(
  rows: readonly BoardRow[],
  element: Element,
): { row: MachineOnBoard; item: Item } | undefined {
  const key = element.closest('[data-item]')?.getAttribute('data-item')
  // The first row is that of the headings, and rows are counted from 1.
  const index = Number(element.closest('[aria-rowindex]')?.getAttribute('aria-rowindex')) - 2
  const row = rows[index]
  if (row?.kind !== 'machine') return undefined
  const { bars, cells } = row.layout
  const item = [...cells, ...bars].find(one => keyOfItem(one) === key)
  return item && { row, item }
}
