import { type Dispatch, type SetStateAction, useCallback, useEffect, useRef, useState } from 'react'
import type { BoardEvent } from '#calls/board'
import { useHeldBack } from '../calendar/held-back.ts'
import { useMoving } from '../calendar/use-moving.ts'
import type { BoardRow } from './board-rows.ts'
import type { Columns } from './columns.ts'
import { type ByHand, type Carrying, type Choosing, ends, type Gesture, isWhereItWas } from './gesture.ts'
import type { Opening } from './use-opening.ts'

type Held = { readonly gesture: Gesture; readonly by: ByHand }
type Holding = readonly [Held | null, Dispatch<SetStateAction<Held | null>>]

/**
 * What the hand holds on the board, and the rows that are drawn meanwhile. While the mouse drags something, the rows stay
 * as they are, whatever is read: they would change their heights and places under it.
 */
export function useHand(newest: readonly BoardRow[], columns: Columns) {
  const holding = useState<Held | null>(null)
  const [held] = holding
  const drags = held?.by === 'mouse' && !(held.gesture.kind === 'carry' && held.gesture.dropped)
  return { holding, rows: useHeldBack(newest, drags, columns) }
}

/** What is under way on the board, by mouse or by keyboard: one thing at a time. */
export function useGesture(
  [held, setHeld]: Holding,
  rows: readonly BoardRow[],
  opening: Opening,
  follow: (event: BoardEvent) => void,
) {
  const moving = useMoving()
  const clear = useCallback(() => setHeld(null), [setHeld])
  useGoneWithNewRows(held?.gesture ?? null, rows, clear)

  function drop(gesture: Gesture): void {
    if (gesture.kind === 'choose') book(gesture)
    else if (isWhereItWas(gesture)) clear()
    else putDown(gesture)
  }
  function book(choosing: Choosing): void {
    const [first, last] = ends(choosing)
    clear()
    opening.book(choosing.row.machine, first, last)
  }
  function putDown(carrying: Carrying): void {
    setHeld(now => now && { ...now, gesture: { ...carrying, dropped: true } })
    follow(carrying.event)
    void moving.moveTo(carrying.event, carrying.spot, clear)
  }
  return {
    gesture: held?.gesture ?? null,
    by: held?.by ?? null,
    hold: useCallback((gesture: Gesture, by: ByHand) => setHeld({ gesture, by }), [setHeld]),
    clear,
    drop,
    moving,
  }
}

/** After a move, what was carried lies where it was dropped until the board is read again: it does not jump back and forth. */
function useGoneWithNewRows(gesture: Gesture | null, rows: readonly BoardRow[], clear: () => void): void {
  const dropped = gesture?.kind === 'carry' && gesture.dropped ? gesture : null
  const seen = useRef(rows)
  useEffect(() => {
    if (dropped && seen.current !== rows && !isThere(rows, dropped)) clear()
    seen.current = rows
  }, [rows, dropped, clear])
}

/** Whether the booking is still drawn in the version that was taken up. */
function isThere(rows: readonly BoardRow[], { event: { id, version } }: Carrying): boolean {
  return rows.some(
    row =>
      row.kind === 'machine' &&
      row.layout.bars.some(({ event }) => event.id === id && event.version === version),
  )
}
