import type { Virtualizer } from '@tanstack/react-virtual'
import { type RefObject, useEffect, useRef } from 'react'
import { useFormat } from '../words/format.ts'
import { type BoardRow, laneAt } from './board-rows.ts'
import type { Columns } from './columns.ts'
import { type ByHand, drawnPlace, type Gesture, machineOf } from './gesture.ts'
import { at } from './headings.tsx'
import type { Said } from './use-said.ts'
import { reveal } from './use-walk.ts'

type GhostProps = {
  gesture: Gesture
  by: ByHand | null
  said: Said | null
  rows: readonly BoardRow[]
  columns: Columns
  rowsInView: Virtualizer<HTMLDivElement, Element>
  scroller: RefObject<HTMLElement | null>
}

/** Where something would be if it was dropped now. Its edge says what that would come to, and a line below the board why. */
export function Ghost({ gesture, by, said, rows, columns, rowsInView, scroller }: GhostProps) {
  const { calendar } = useFormat()
  const ghost = useRef<HTMLDivElement>(null)
  const machineId = machineOf(gesture)
  const index = rows.findIndex(row => row.kind === 'machine' && row.machine.id === machineId)
  const place = drawnPlace(gesture, columns, calendar)
  const rowTop = rowsInView.measurementsCache[index]?.start
  useEffect(() => {
    if (by === 'keys' && ghost.current && scroller.current && place) reveal(ghost.current, scroller.current)
  }, [scroller, place, by])
  if (!place || rowTop === undefined) return null
  const { top, height } = laneAt(0)
  return (
    <div
      ref={ghost}
      className="araro-board-ghost"
      data-said={said?.as}
      aria-hidden
      style={{
        insetInlineStart: at(place.start),
        width: `calc(${place.end - place.start} * var(--araro-column))`,
        top: rowTop + top,
        height,
      }}
    >
      <span className="araro-board-ghost-name">{gesture.kind === 'carry' ? gesture.event.title : ''}</span>
    </div>
  )
}
