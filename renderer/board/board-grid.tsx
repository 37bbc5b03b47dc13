import { useElementSize, useMergedRef } from '@mantine/hooks'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type CSSProperties, useLayoutEffect, useRef } from 'react'
import type { LocalDay } from '#booking/time/day'
import type { MachineToday } from '#calls/calendar'
import { boardWords } from '../words/board/screen.ts'
import { useWords } from '../words/words.ts'
import { type BoardRow, HEAD_HEIGHT, heightOf } from './board-rows.ts'
import type { Columns } from './columns.ts'
import { Headings, Stripes } from './headings.tsx'
import { Part } from './part.tsx'
import { MachineBoardRow, TypeBoardRow } from './rows.tsx'
import { useClicks } from './use-clicks.ts'
import { useOpening } from './use-opening.ts'
import { useWalk } from './use-walk.ts'

type BoardGridProps = {
  rows: readonly BoardRow[]
  columns: Columns
  todayOf: ReadonlyMap<string, MachineToday>
  today: LocalDay
  narrow: boolean
  /** Whether what is shown is of these columns, and not still of those before. */
  known: boolean
}

/** In pixels. */
const FIRST_COLUMN = 216
const FIRST_COLUMN_NARROW = 124
/** Below this, a column has no room for a figure and its sign. */
const TIGHT = 60
const LEAST_WIDTH: { readonly [U in Columns['unit']]: number } = { day: 34, hour: 48 }

/**
 * The machines by days or hours. Only the rows and columns in view are drawn. One thing at a time can be reached by Tab;
 * from there, the arrow keys go on.
 */
export function BoardGrid({ rows, columns, todayOf, today, narrow, known }: BoardGridProps) {
  const say = useWords(boardWords)
  const scroller = useRef<HTMLDivElement>(null)
  const { ref: sized, width } = useElementSize<HTMLDivElement>()
  const firstColumn = narrow ? FIRST_COLUMN_NARROW : FIRST_COLUMN
  const count = columns.list.length
  // The width is 0 until it is measured.
  const room = Math.floor((width - firstColumn) / count)
  const columnWidth = Math.max(narrow ? 56 : LEAST_WIDTH[columns.unit], room)

  const opening = useOpening({ columns, known })
  const tight = columnWidth < TIGHT
  const { at, stand, onKeyDown } = useWalk({ scroller, rows, columns, today })
  const focused = rows.findIndex(row => row.key === at?.row)
  const rowsInView = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: index => heightOf(rows[index]!),
    getItemKey: index => rows[index]!.key,
    paddingStart: HEAD_HEIGHT,
    scrollPaddingStart: HEAD_HEIGHT,
    overscan: 4,
    // What has the focus stays, wherever the rest is scrolled to.
    rangeExtractor: ({ startIndex, endIndex, overscan }) => {
      const from = Math.max(0, startIndex - overscan)
      const to = Math.min(rows.length - 1, endIndex + overscan)
      const inView = Array.from({ length: to - from + 1 }, (_, index) => from + index)
      return focused === -1 || inView.includes(focused) ? inView : [...inView, focused]
    },
  })
  const columnsInView = useVirtualizer({
    horizontal: true,
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => columnWidth,
    paddingStart: firstColumn,
    scrollPaddingStart: firstColumn,
    overscan: 3,
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was measured is of other rows or other widths
  useLayoutEffect(() => rowsInView.measure(), [rows, rowsInView])
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above
  useLayoutEffect(() => columnsInView.measure(), [columnWidth, firstColumn, count, columnsInView])
  useScrolledToMorning(scroller, columns, columnWidth)

  const measures = { scroller, rowsInView, firstColumn, columnWidth }
  const { onClick, pressed } = useClicks({ rows, columns, opening, at, stand, ...measures })
  const shown = columnsInView.getVirtualItems()
  const from = shown[0]?.index ?? 0
  const to = (shown.at(-1)?.index ?? -1) + 1
  const size = {
    '--araro-column': `${columnWidth}px`,
    '--araro-first': `${firstColumn}px`,
    '--araro-columns': count,
  } as CSSProperties

  return (
    <div className="araro-board" style={size} data-unit={columns.unit} data-tight={tight || undefined}>
      <div className="araro-board-state" role="status">
        {known ? null : <span>{say('loading')}</span>}
      </div>
      <Part
        as="grid"
        ref={useMergedRef(scroller, sized)}
        className="araro-board-scroller"
        aria-label={say('title')}
        aria-rowcount={rows.length + 1}
        aria-colcount={count + 1}
        aria-busy={!known}
        onKeyDown={event => pressed(event) || onKeyDown(event)}
        onClick={onClick}
      >
        <div className="araro-board-content" style={{ height: rowsInView.getTotalSize() }}>
          <Headings columns={columns} tight={tight} from={from} to={to} today={today} />
          <Stripes columns={columns} today={today} />
          {rowsInView.getVirtualItems().map(({ index, start }) => {
            const row = rows[index]!
            const focus = at !== null && at.row === row.key ? at : null
            const common = { index, top: start, height: heightOf(row), focus }
            return row.kind === 'type' ? (
              <TypeBoardRow key={row.key} row={row} columns={count} stand={stand} {...common} />
            ) : (
              <MachineBoardRow
                key={row.key}
                row={row}
                today={todayOf.get(row.machine.id)}
                columns={columns}
                columnWidth={columnWidth}
                from={from}
                to={to}
                {...common}
              />
            )
          })}
        </div>
      </Part>
    </div>
  )
}

const MORNING = 6

/** The hours of a day begin with the morning in view. */
function useScrolledToMorning(
  scroller: React.RefObject<HTMLDivElement | null>,
  { unit, startMs }: Columns,
  columnWidth: number,
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: for each day once
  useLayoutEffect(() => {
    scroller.current?.scrollTo({ left: unit === 'hour' ? MORNING * columnWidth : 0 })
  }, [scroller, unit, startMs])
}
