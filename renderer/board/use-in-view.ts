import { useElementSize } from '@mantine/hooks'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useLayoutEffect } from 'react'
import { type BoardRow, HEAD_HEIGHT, heightOf } from './board-rows.ts'
import type { Columns } from './columns.ts'

/** In pixels. */
const FIRST_COLUMN = { wide: 216, narrow: 124 }
const LEAST_WIDTH: { readonly [U in Columns['unit']]: number } = { day: 34, hour: 48 }
/** A finger needs more. */
const LEAST_WIDTH_NARROW = 56

type InView = {
  scroller: RefObject<HTMLDivElement | null>
  rows: readonly BoardRow[]
  columns: Columns
  narrow: boolean
  /** Draws everything, for a sheet of paper. */
  whole: boolean
  /** The row with the focus: it stays drawn wherever the rest is scrolled to. -1 if there is none. */
  focused: number
}

/** Which rows and columns are in view, and how wide a column is: as wide as there is room, and never too narrow. */
export function useInView({ scroller, rows, columns, narrow, whole, focused }: InView) {
  const { ref: sized, width } = useElementSize<HTMLDivElement>()
  const firstColumn = FIRST_COLUMN[narrow ? 'narrow' : 'wide']
  const count = columns.list.length
  const least = narrow ? LEAST_WIDTH_NARROW : LEAST_WIDTH[columns.unit]
  // The width is 0 until it is measured.
  const columnWidth = Math.max(least, Math.floor((width - firstColumn) / count))

  const rowsInView = useVirtualizer<HTMLDivElement, Element>({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: index => heightOf(rows[index]!),
    getItemKey: index => rows[index]!.key,
    paddingStart: HEAD_HEIGHT,
    overscan: 3,
    // Rows and columns that come into view in the same frame are drawn together.
    useFlushSync: false,
    rangeExtractor: ({ startIndex, endIndex, overscan }) => {
      const from = Math.max(0, startIndex - overscan)
      const to = Math.min(rows.length - 1, endIndex + overscan)
      const inView = Array.from({ length: to - from + 1 }, (_, index) => from + index)
      return focused === -1 || inView.includes(focused) ? inView : [...inView, focused]
    },
  })
  const columnsInView = useVirtualizer<HTMLDivElement, Element>({
    horizontal: true,
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => columnWidth,
    paddingStart: firstColumn,
    overscan: 2,
    useFlushSync: false,
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was measured is of other rows or other widths
  useLayoutEffect(() => rowsInView.measure(), [rows, rowsInView])
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above
  useLayoutEffect(() => columnsInView.measure(), [columnWidth, firstColumn, count, columnsInView])

  const shown = columnsInView.getVirtualItems()
  return {
    sized,
    rowsInView,
    firstColumn,
    columnWidth,
    /** The rows that are drawn, by their place among all. */
    drawn: whole ? rows.map((_, index) => index) : rowsInView.getVirtualItems().map(item => item.index),
    /** The columns in view: the first, and the one after the last. */
    from: whole ? 0 : (shown[0]?.index ?? 0),
    to: whole ? count : (shown.at(-1)?.index ?? -1) + 1,
  }
}
