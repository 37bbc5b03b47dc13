import { type PointerEvent, useEffect, useRef } from 'react'
import { useFormat } from '../words/format.ts'
import type { BoardRow } from './board-rows.ts'
import type { Columns } from './columns.ts'
import { carriedTo, carry, draggedOf, dragsAs, type Gesture } from './gesture.ts'
import { type Edge, STEPS_IN } from './moved-period.ts'
import { type Hit, hitAt, type Measures } from './use-clicks.ts'
import type { useGesture } from './use-gesture.ts'
import { keyOfItem } from './walk.ts'

/** A press that does not move so many pixels is a click. */
const SLIP = 4
/** So near to its edge, in pixels, the board scrolls under what is dragged. */
const EDGE = 28
const SCROLL_STEP = 12
/** How far, in pixels, the edge of a booking reaches into it. */
const EDGE_REACH = 8

type Pointing = Measures & {
  rows: readonly BoardRow[]
  columns: Columns
  known: boolean
  gestures: ReturnType<typeof useGesture>
}
type Point = { clientX: number; clientY: number }
/** What is pressed, before and while it is dragged. */
type Press = { from: Point; begun: Gesture; hit: Hit; moved: boolean; now: Gesture; point: Point }

/**
 * Drags with the mouse: a booking to another time or machine, an edge of it, or over free time. On a touch screen a drag
 * scrolls the board instead.
 */
export function usePointer({ rows, columns, known, gestures, ...measures }: Pointing) {
  const { calendar } = useFormat()
  const press = useRef<Press | null>(null)
  const follow = useRef<(point: Point) => void>(() => undefined)
  const isDragged = useRef(false)

  follow.current = point => {
    const pressed = press.current
    if (!pressed) return
    pressed.point = point
    const far = Math.hypot(point.clientX - pressed.from.clientX, point.clientY - pressed.from.clientY) > SLIP
    if (!pressed.moved && !far) return
    pressed.moved = true
    const hit = hitAt(point, rows, measures)
    if (hit) pressed.now = goneTo(pressed, hit)
    gestures.hold(pressed.now, 'mouse')
  }

  function goneTo({ begun, hit: from }: Press, { row, along }: Hit): Gesture {
    if (begun.kind === 'choose') {
      const to = Math.max(0, Math.min(columns.list.length - 1, Math.floor(along)))
      return { ...begun, to }
    }
    const steps = Math.round((along - from.along) * STEPS_IN[columns.unit])
    const machineId = row.kind === 'machine' ? row.machine.id : begun.event.machineId
    return carriedTo(begun, steps, machineId, columns.unit, calendar)
  }

  function onPointerDown(event: PointerEvent<HTMLElement>): void {
    isDragged.current = false
    if (event.button !== 0 || event.pointerType === 'touch' || !known || gestures.gesture) return
    const target = event.target as Element
    const hit = hitAt(event, rows, measures)
    const begun = hit && beginning(hit, target, event)
    if (!hit || !begun) return
    const { clientX, clientY } = event
    const from = { clientX, clientY }
    press.current = { from, begun, hit, moved: false, now: begun, point: from }
    const stop = new AbortController()
    const end = (drop: boolean) => {
      stop.abort()
      const pressed = press.current
      press.current = null
      if (!pressed?.moved) return
      isDragged.current = true
      if (drop) gestures.drop(pressed.now)
      else gestures.clear()
    }
    const { signal } = stop
    window.addEventListener('pointermove', move => follow.current(move), { signal })
    window.addEventListener('pointerup', () => end(true), { signal })
    window.addEventListener('pointercancel', () => end(false), { signal })
    window.addEventListener('keydown', key => key.key === 'Escape' && end(false), { signal, capture: true })
    scrollAtTheEdges(signal)
  }

  /** What a press on this place would drag. */
  function beginning({ row, along }: Hit, target: Element, point: Point): Gesture | null {
    if (row.kind !== 'machine' || along < 0 || along >= columns.list.length) return null
    const key = target.closest('[data-item]')?.getAttribute('data-item')
    if (!key) {
      const column = Math.floor(along)
      const isHead = target.closest('[role="rowheader"], [role="columnheader"]')
      return isHead ? null : { kind: 'choose', row, from: column, to: column }
    }
    const bar = row.layout.bars.find(one => keyOfItem(one) === key)
    if (bar) {
      const edge = edgeAt(target, point)
      return dragsAs(bar.event) === 'end' && edge !== 'end' ? null : carry(bar.event, edge)
    }
    const cell = row.layout.cells.find(one => keyOfItem(one) === key)
    const dragged = cell && draggedOf(cell)
    return dragged ? carry(dragged) : null
  }

  function scrollAtTheEdges(signal: AbortSignal): void {
    const step = () => {
      if (signal.aborted) return
      const view = measures.scroller.current
      if (view && press.current?.moved) {
        const { clientX, clientY } = press.current.point
        const box = view.getBoundingClientRect()
        const left = box.left + measures.firstColumn
        const x = clientX < left + EDGE ? -1 : clientX > box.right - EDGE ? 1 : 0
        const y = clientY < box.top + EDGE + 40 ? -1 : clientY > box.bottom - EDGE ? 1 : 0
        const before = view.scrollLeft + view.scrollTop
        view.scrollBy(x * SCROLL_STEP, y * SCROLL_STEP)
        if (view.scrollLeft + view.scrollTop !== before) follow.current(press.current.point)
      }
      requestAnimationFrame(step)
    }
    requestAnimationFrame(step)
  }

  // A board that is left while something is dragged drags no more.
  useEffect(() => () => void (press.current = null), [])
  return {
    onPointerDown,
    onPointerMove: showEdge,
    /** Whether the click that now comes ends a drag, also one that was broken off. */
    endedDrag: () => isDragged.current,
  }
}

/** Which edge of a booking a place is on; null in its middle, or if the edge is not shown. */
function edgeAt(target: Element, { clientX }: Point): Edge {
  const bar = target.closest<HTMLElement>('.araro-board-bar[data-movable]')
  if (!bar) return null
  const { left, right } = bar.getBoundingClientRect()
  const reach = Math.min(EDGE_REACH, (right - left) / 4)
  if (clientX < left + reach)
    return bar.hasAttribute('data-before') || bar.dataset['movable'] === 'end' ? null : 'start'
  return clientX > right - reach && !bar.hasAttribute('data-after') ? 'end' : null
}

/** The mouse shows that it is on an edge. Written to the element: drawing the row again for it would cost too much. */
function showEdge(event: PointerEvent<HTMLElement>): void {
  const bar = (event.target as Element).closest<HTMLElement>('.araro-board-bar[data-movable]')
  bar?.toggleAttribute('data-at-edge', edgeAt(bar, event) !== null)
}
