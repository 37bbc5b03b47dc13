import type { OfficeCalendar } from '#booking/time/calendar'
import { daysBetween } from '#booking/time/day'
import { intervalOf, type Period } from '#booking/time/period'
import type { BoardEvent } from '#calls/board'
import { kindOf } from '../calendar/event-kinds.ts'
import { placeOfEvent, type Place as Spot } from '../calendar/use-moving.ts'
import type { MachineOnBoard } from './board-rows.ts'
import { type Columns, type Place, placeOf } from './columns.ts'
import { type Edge, HALF_HOUR_MS, isSamePeriod, movedPeriod, periodOfColumns } from './moved-period.ts'
import type { Cell } from './row-layout.ts'

/** A booking that is being moved or made longer or shorter, with where it would be. */
export type Carrying = {
  readonly kind: 'carry'
  readonly event: BoardEvent
  readonly edge: Edge
  readonly spot: Spot
  /** It was dropped there, and Araro is asked. */
  readonly dropped: boolean
}

/** Free time that is being chosen: columns of a machine's row, from where it began to where it is now. */
export type Choosing = {
  readonly kind: 'choose'
  readonly row: MachineOnBoard
  readonly from: number
  readonly to: number
}

export type Gesture = Carrying | Choosing
export type ByHand = 'mouse' | 'keys'

/** Takes up a booking, or an edge of it; of a machine that is out, only the end. Null if it stays where it is. */
export function carry(event: BoardEvent, edge: Edge = null): Carrying | null {
  const kind = kindOf(event)
  if (!kind.movable(event) && !kind.onlyExtendable(event)) return null
  return {
    kind: 'carry',
    event,
    edge: kind.movable(event) ? edge : 'end',
    spot: placeOfEvent(event),
    dropped: false,
  }
}

/** Whether anything of it can be dragged: all of it, or only its end. */
export function dragsAs(event: BoardEvent): 'whole' | 'end' | undefined {
  const kind = kindOf(event)
  return kind.movable(event) ? 'whole' : kind.onlyExtendable(event) ? 'end' : undefined
}

/** What of a figure can be dragged: the one booking that it is about. With several, the card says which. */
export function draggedOf({ events }: Cell): BoardEvent | undefined {
  const [first, ...others] = events.filter(event => kindOf(event).movable(event))
  return others.length === 0 ? first : undefined
}

/** The same booking so many steps from where it was when it was taken up, on a machine. */
export function carriedTo(
  { event, edge, ...rest }: Carrying,
  steps: number,
  machineId: string,
  unit: Columns['unit'],
  calendar: OfficeCalendar,
): Carrying {
  const own = placeOfEvent(event).period
  const late = edge === 'end' && steps !== 0 ? stepsLate(event, unit, calendar) : 0
  const period = movedPeriod(own, steps + late, edge, unit, calendar)
  return { ...rest, event, edge, spot: { period, machineId: edge === null ? machineId : event.machineId } }
}

/** How many steps after its booked end a machine that is late is expected: there its bar ends, and its edge is. */
export function stepsLate(
  { endMs, lastsUntilMs = endMs }: BoardEvent,
  unit: Columns['unit'],
  calendar: OfficeCalendar,
): number {
  if (lastsUntilMs <= endMs) return 0
  if (unit === 'hour') return Math.ceil((lastsUntilMs - endMs) / HALF_HOUR_MS)
  return daysBetween(calendar.dayOf(endMs - 1), calendar.dayOf(lastsUntilMs - 1))
}

/** Whether it would be put down where it was taken up. */
export function isWhereItWas({ event, spot }: Carrying): boolean {
  const was = placeOfEvent(event)
  return was.machineId === spot.machineId && isSamePeriod(was.period, spot.period)
}

/** The first and the last of the chosen columns. */
export function ends({ from, to }: Choosing): [number, number] {
  return [Math.min(from, to), Math.max(from, to)]
}

/** What the gesture would take: the machine and the time; null if the chosen time is none that can be booked. */
export function spotOf(gesture: Gesture, { list, unit }: Columns, calendar: OfficeCalendar): Spot | null {
  if (gesture.kind === 'carry') return gesture.spot
  const { machine } = gesture.row
  const [first, last] = ends(gesture).map(index => list[index])
  const period = first && last && periodOfColumns(first, last, { unit, mode: machine.bookingMode, calendar })
  return period ? { machineId: machine.id, period } : null
}

/** Where the gesture is drawn; null if its days are not shown. */
export function drawnPlace(gesture: Gesture, columns: Columns, calendar: OfficeCalendar): Place | null {
  if (gesture.kind === 'carry') return placeOfPeriod(gesture.spot.period, columns, calendar)
  const [first, last] = ends(gesture)
  return { start: first, end: last + 1 }
}

function placeOfPeriod(period: Period, columns: Columns, calendar: OfficeCalendar): Place | null {
  return placeOf(intervalOf(period, calendar), columns)
}

export function machineOf(gesture: Gesture): string {
  return gesture.kind === 'carry' ? gesture.spot.machineId : gesture.row.machine.id
}
