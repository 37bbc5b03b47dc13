import type { KeyboardEvent } from 'react'
import type { LocalDay } from '#booking/time/day'
import { keysWork } from '../parts/keys/key-setting.ts'
import { useFormat } from '../words/format.ts'
import type { BoardRow, MachineOnBoard } from './board-rows.ts'
import { turn } from './board-view.ts'
import type { Columns, Span } from './columns.ts'
import {
  type Carrying,
  type Choosing,
  carry,
  draggedOf,
  drawnPlace,
  type Gesture,
  isWhereItWas,
  stepsLate,
} from './gesture.ts'
import { movedPeriod } from './moved-period.ts'
import type { useGesture } from './use-gesture.ts'
import { type At, HEADING, itemAt } from './walk.ts'

type CarryKeys = {
  rows: readonly BoardRow[]
  columns: Columns
  span: Span
  first: LocalDay
  at: At | null
  gestures: ReturnType<typeof useGesture>
  /** Shows what a figure is about, where it is several bookings that could be meant. */
  pin: (element: Element) => void
}

const ALONG: { readonly [key: string]: number } = { ArrowLeft: -1, ArrowRight: 1 }
const ACROSS: { readonly [key: string]: number } = { ArrowUp: -1, ArrowDown: 1 }

/**
 * Moves a booking by keyboard: M takes it up, the arrow keys carry it, with Shift they move its end, Enter drops it and
 * Escape puts it back. On free time, Shift and the arrow keys choose, and Enter books.
 */
export function useCarryKeys({ rows, columns, span, first, at, gestures, pin }: CarryKeys) {
  const { calendar } = useFormat()
  const { gesture, by, hold, clear, drop } = gestures
  const { unit } = columns

  function begun(event: KeyboardEvent): Gesture | null {
    const row = rows.find(one => one.key === at?.row)
    if (!at || at.column === HEADING || row?.kind !== 'machine') return null
    const item = itemAt(row, at)
    if (!item) {
      const by = event.shiftKey ? ALONG[event.key] : undefined
      return by === undefined ? null : chosen({ kind: 'choose', row, from: at.column, to: at.column }, by)
    }
    const takes = event.key.toLowerCase() === 'm' && !event.shiftKey && keysWork()
    const taken = 'event' in item ? item.event : draggedOf(item)
    if (takes && !taken && !('event' in item) && item.events.length > 1) pin(event.target as Element)
    return takes && taken ? carry(taken) : null
  }

  function chosen(choosing: Choosing, by: number): Choosing {
    return { ...choosing, to: Math.max(0, Math.min(columns.list.length - 1, choosing.to + by)) }
  }

  function carried(carrying: Carrying, event: KeyboardEvent): Carrying | null {
    const along = ALONG[event.key]
    const across = ACROSS[event.key]
    const { spot, edge } = carrying
    if (along !== undefined) {
      // The first step of a late machine's end goes on from where it is expected.
      const late = edge === 'end' && along > 0 && isWhereItWas(carrying)
      const steps = along + (late ? stepsLate(carrying.event, unit, calendar) : 0)
      const period = movedPeriod(spot.period, steps, event.shiftKey ? 'end' : edge, unit, calendar)
      return { ...carrying, spot: { ...spot, period } }
    }
    if (across === undefined || event.shiftKey || edge !== null) return null
    const machines = rows.filter(row => row.kind === 'machine') as MachineOnBoard[]
    const next = machines[machines.findIndex(row => row.machine.id === spot.machineId) + across]
    return next ? { ...carrying, spot: { ...spot, machineId: next.machine.id } } : carrying
  }

  /** Carried beyond what is shown, it takes the board along. */
  function showOn(carrying: Carrying, event: KeyboardEvent): void {
    const by = ALONG[event.key]
    if (by !== undefined && !drawnPlace(carrying, columns, calendar)) turn(span, first, by as 1 | -1)
  }

  /** @returns whether the key meant something here */
  function pressed(event: KeyboardEvent<HTMLElement>): boolean {
    if (event.altKey || event.ctrlKey || event.metaKey) return false
    if (!gesture) {
      const next = begun(event)
      if (next) hold(next, 'keys')
      return taken(event, next !== null)
    }
    if (by !== 'keys' || (gesture.kind === 'carry' && gesture.dropped))
      return taken(event, event.key !== 'Tab')
    if (event.key === 'Escape') clear()
    else if (event.key === 'Enter' || event.key === ' ') drop(gesture)
    else if (gesture.kind === 'choose') return choose(gesture, event)
    else return carryOn(gesture, event)
    return taken(event, true)
  }

  function choose(choosing: Choosing, event: KeyboardEvent<HTMLElement>): boolean {
    const along = ALONG[event.key]
    if (along !== undefined && event.shiftKey) hold(chosen(choosing, along), 'keys')
    else if (event.key !== 'Shift') {
      clear()
      return false
    }
    return taken(event, true)
  }

  function carryOn(carrying: Carrying, event: KeyboardEvent<HTMLElement>): boolean {
    const next = carried(carrying, event)
    if (next) {
      hold(next, 'keys')
      showOn(next, event)
    }
    return taken(event, event.key !== 'Tab')
  }
  return { pressed }
}

/** Nobody else hears a key that was meant for what is carried. */
function taken(event: KeyboardEvent, is: boolean): boolean {
  if (is) {
    event.preventDefault()
    event.stopPropagation()
  }
  return is
}
