import { useMergedRef } from '@mantine/hooks'
import { type CSSProperties, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { LocalDay } from '#booking/time/day'
import type { BookingRow } from '#calls/booking-rows'
import type { MachineToday } from '#calls/calendar'
import { ExtendModal } from '../bookings/extend-dialog.tsx'
import { Legend } from '../calendar/legend.tsx'
import { useClosedDays, useStops } from '../parts/closed/closed-times.ts'
import { type BoardRow, heightOf } from './board-rows.ts'
import { Card } from './card.tsx'
import { type Columns, drawnColumns, type Span, TIGHT } from './columns.ts'
import { carry } from './gesture.ts'
import { Ghost } from './ghost.tsx'
import { ClosedStripes, Headings, Stripes } from './headings.tsx'
import { LOOK_MARKS } from './look-marks.ts'
import { Outcome } from './outcome.tsx'
import { Part } from './part.tsx'
import { PrintedHead } from './printed-head.tsx'
import { MachineBoardRow, TypeBoardRow } from './rows.tsx'
import { Says } from './says.tsx'
import { useCard } from './use-card.ts'
import { useCarryKeys } from './use-carry-keys.ts'
import { useClicks } from './use-clicks.ts'
import { useGesture, useHand } from './use-gesture.ts'
import { useInView } from './use-in-view.ts'
import { useOpening } from './use-opening.ts'
import { usePointer } from './use-pointer.ts'
import { usePrinting } from './use-printing.ts'
import { useSaid } from './use-said.ts'
import { useSpeech } from './use-speech.ts'
import { useWalk } from './use-walk.ts'

type BoardGridProps = {
  rows: readonly BoardRow[]
  columns: Columns
  span: Span
  first: LocalDay
  today: LocalDay
  todayOf: ReadonlyMap<string, MachineToday>
  narrow: boolean
  /** Whether what is shown is of these columns, and not still of those before. */
  known: boolean
}

/**
 * The machines by days or hours. Only the rows and columns in view are drawn. One thing at a time can be reached by Tab;
 * from there, the arrow keys go on.
 */
export function BoardGrid({ columns, span, first, today, todayOf, narrow, known, ...read }: BoardGridProps) {
  const speech = useSpeech()
  const { say } = speech
  const scroller = useRef<HTMLDivElement>(null)
  const { holding, rows } = useHand(read.rows, columns)
  const opening = useOpening({ columns, known })
  const { at, stand, onFocus, onKeyDown, follow } = useWalk({ scroller, rows, columns, today })
  const focused = rows.findIndex(row => row.key === at?.row)
  const whole = usePrinting()
  const { sized, drawn, from, to, ...inView } = useInView({ scroller, rows, columns, narrow, whole, focused })
  const { rowsInView, columnWidth, firstColumn } = inView
  useScrolledToMorning(scroller, columns, columnWidth)

  const [extending, setExtending] = useState<BookingRow | null>(null)
  const gestures = useGesture(holding, rows, opening, follow)
  const { gesture, by, moving } = gestures
  const said = useSaid(gesture, columns)
  const closed = useClosedDays(columns.list[0]?.day ?? '', columns.list.at(-1)?.day ?? '')
  const stops = useStops()
  const measures = { scroller, ...inView }
  const frame = useRef<HTMLDivElement>(null)
  const cards = useCard({ frame, rows, quiet: gesture !== null })
  const { onClick, pressed } = useClicks({ rows, columns, opening, cards, at, stand, ...measures })
  const pointer = usePointer({ rows, columns, known, gestures, ...measures })
  const carryKeys = useCarryKeys({ rows, columns, span, first, at, gestures, pin: cards.pin })
  useFocusKept(scroller, by === 'keys')

  const carried = gesture?.kind === 'carry' ? gesture.event : null
  const size = {
    '--araro-column': `${columnWidth}px`,
    '--araro-first': `${firstColumn}px`,
    '--araro-columns': columns.list.length,
    ...LOOK_MARKS,
  } as CSSProperties
  return (
    <>
      <PrintedHead span={span} first={first} />
      <Outcome moving={moving} rows={rows} shown={`${span} ${first}`} />
      <div
        ref={frame}
        className="araro-board"
        style={size}
        data-unit={columns.unit}
        data-tight={columnWidth < TIGHT || undefined}
        data-dragging={by === 'mouse' || undefined}
      >
        <div className="araro-board-state" role="status">
          {known ? null : <span>{say('loading')}</span>}
        </div>
        <Part
          as="grid"
          ref={useMergedRef(scroller, sized)}
          className="araro-board-scroller"
          tabIndex={-1}
          aria-label={say('title')}
          aria-rowcount={rows.length + 1}
          aria-colcount={columns.list.length + 1}
          aria-busy={!known}
          onKeyDown={event => carryKeys.pressed(event) || pressed(event) || onKeyDown(event)}
          onClick={event => pointer.endedDrag() || onClick(event)}
          onFocus={event => {
            onFocus(event)
            cards.onFocus(event)
          }}
          onBlur={cards.leave}
          onScroll={cards.close}
          onPointerOver={cards.onPointerOver}
          onPointerLeave={cards.leave}
          onPointerDown={pointer.onPointerDown}
          onPointerMove={pointer.onPointerMove}
        >
          <div className="araro-board-content" style={{ height: rowsInView.getTotalSize() }}>
            <Headings
              columns={columns}
              tight={columnWidth < TIGHT}
              from={from}
              to={to}
              today={today}
              closed={closed}
              speech={speech}
            />
            <ClosedStripes columns={columns} closed={closed} />
            <Stripes columns={columns} today={today} />
            {drawn.map(index => {
              const row = rows[index]!
              const focus = at !== null && at.row === row.key ? at : null
              const top = rowsInView.measurementsCache[index]?.start ?? 0
              const [first, last] = drawnColumns(index, from, to, columns.list.length)
              const common = { index, top, height: heightOf(row), focus, speech }
              return row.kind === 'type' ? (
                <TypeBoardRow
                  key={row.key}
                  row={row}
                  columns={columns.list.length}
                  stand={stand}
                  {...common}
                />
              ) : (
                <MachineBoardRow
                  key={row.key}
                  row={row}
                  today={todayOf.get(row.machine.id)}
                  stops={stops}
                  columns={columns}
                  columnWidth={columnWidth}
                  from={first}
                  to={last}
                  carried={carried?.machineId === row.machine.id ? carried.id : null}
                  {...common}
                />
              )
            })}
            {gesture ? (
              <Ghost
                gesture={gesture}
                by={by}
                said={said}
                rows={rows}
                columns={columns}
                rowsInView={rowsInView}
                scroller={scroller}
              />
            ) : null}
          </div>
        </Part>
        {cards.carded ? (
          <Card
            carded={cards.carded}
            columns={columns}
            opening={opening}
            cards={cards}
            onTakeUp={event => {
              const taken = carry(event)
              if (taken) gestures.hold(taken, 'keys')
            }}
            onExtend={setExtending}
          />
        ) : null}
      </div>
      <Says gesture={gesture} by={by} said={said} rows={rows} columns={columns} />
      {extending ? <ExtendModal booking={extending} onClose={() => setExtending(null)} /> : null}
      {gesture ? null : <Legend />}
    </>
  )
}

const MORNING = 6

/** The hours of a day begin with the morning in view. */
function useScrolledToMorning(
  scroller: RefObject<HTMLDivElement | null>,
  { unit, startMs }: Columns,
  columnWidth: number,
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: for each day once
  useLayoutEffect(() => {
    scroller.current?.scrollTo({ left: unit === 'hour' ? MORNING * columnWidth : 0 })
  }, [scroller, unit, startMs])
}

/** While something is carried by keyboard, the board hears the keys, also where the booking itself is not drawn any more. */
function useFocusKept(scroller: RefObject<HTMLDivElement | null>, carries: boolean): void {
  useEffect(() => {
    const view = scroller.current
    if (carries && view && !view.contains(document.activeElement)) view.focus({ preventScroll: true })
  })
}
