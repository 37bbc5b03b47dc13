import { BLOCKING } from '#booking/in-the-way'
import type { Interval } from '#booking/time/interval'
import type { BoardEvent, SharedMachine } from '#calls/board'
import type { MachineRow } from '#calls/machines'
import { type Columns, type Place, placeOf } from './columns.ts'

/** Something that is drawn along the time that it takes. */
export type Bar = Place & {
  readonly event: BoardEvent
  /** Bars that meet lie in lanes under each other. */
  readonly lane: number
  /** It began before the first column, or goes on after the last. */
  readonly before: boolean
  readonly after: boolean
  /** Where the booked time of what lasts beyond it ends, in columns. */
  readonly dueAt: number | null
}

/** What is on a machine in one column, as one figure. */
export type Cell = Place & {
  readonly column: number
  readonly lane: 0
  readonly events: readonly BoardEvent[]
  /** The most units taken at any moment, of a machine that several members share; null for others. */
  readonly units: number | null
  /** How long it is taken within the column. */
  readonly takenMs: number
}

export type RowLayout = {
  readonly bars: readonly Bar[]
  readonly cells: readonly Cell[]
  readonly lanes: number
}

/**
 * How a machine shows what is on it. Bars, if one thing takes it at a time and the columns can show when; otherwise a
 * figure a column: how full it is if several members share it, or how many hours if it is booked by the hour and the
 * columns are days.
 */
export function showsFigures(
  machine: Pick<MachineRow, 'bookingMode' | 'capacity'>,
  unit: Columns['unit'],
): boolean {
  return machine.capacity > 1 || (machine.bookingMode === 'time' && unit === 'day')
}

/** Lays out one machine's row. What takes the machine whole, such as maintenance, is a bar in any row. */
export function layoutOf(
  machine: Pick<MachineRow, 'bookingMode' | 'capacity'>,
  events: readonly BoardEvent[],
  steps: SharedMachine['steps'],
  columns: Columns,
): RowLayout {
  const figures = showsFigures(machine, columns.unit)
  const [counted, drawn] = figures ? halves(events, event => !BLOCKING[event.kind].whole) : [[], events]
  const cells = figures ? cellsOf(machine, counted, steps, columns) : []
  return { cells, ...barsOf(drawn, cells, columns) }
}

/** When something is on the board: what has no known end, as long as it is expected to last. */
export function keptInterval({ startMs, endMs, lastsUntilMs }: BoardEvent): Interval {
  return { startMs, endMs: Math.max(endMs, lastsUntilMs ?? endMs) }
}

function barsOf(events: readonly BoardEvent[], cells: readonly Cell[], columns: Columns) {
  const lanes: Place[][] = [[...cells]]
  const bars: Bar[] = []
  const inOrder = [...events].sort((a, b) => a.startMs - b.startMs || b.endMs - a.endMs)
  for (const event of inOrder) {
    const kept = keptInterval(event)
    const place = placeOf(kept, columns)
    if (!place) continue
    const lane = firstFreeLane(lanes, place)
    lanes[lane] = [...(lanes[lane] ?? []), place]
    const due =
      kept.endMs > event.endMs ? placeOf({ startMs: event.startMs, endMs: event.endMs }, columns) : null
    bars.push({
      ...place,
      event,
      lane,
      before: kept.startMs < columns.startMs,
      after: kept.endMs > columns.endMs,
      dueAt: kept.endMs > event.endMs ? (due?.end ?? place.start) : null,
    })
  }
  return { bars, lanes: lanes.length }
}

function firstFreeLane(lanes: readonly (readonly Place[])[], place: Place): number {
  const free = lanes.findIndex(lane => lane.every(one => one.end <= place.start || place.end <= one.start))
  return free === -1 ? lanes.length : free
}

function cellsOf(
  machine: Pick<MachineRow, 'capacity'>,
  events: readonly BoardEvent[],
  steps: SharedMachine['steps'],
  columns: Columns,
): Cell[] {
  const eventsIn = byColumn(events, keptInterval, columns)
  const stepsIn = byColumn(steps, step => step, columns)
  return columns.list.flatMap((column, index) => {
    const there = eventsIn.get(index) ?? []
    const units = stepsIn.get(index)?.map(step => step.units) ?? []
    if (there.length === 0 && units.length === 0) return []
    return {
      column: index,
      start: index,
      end: index + 1,
      lane: 0,
      events: there,
      units: machine.capacity > 1 ? Math.max(0, ...units) : null,
      takenMs: takenWithin(column, there),
    }
  })
}

/** What reaches into each column. */
function byColumn<One>(all: readonly One[], when: (one: One) => Interval, columns: Columns) {
  const found = new Map<number, One[]>()
  for (const one of all) {
    const place = placeOf(when(one), columns)
    if (!place) continue
    for (let column = Math.floor(place.start); column < place.end; column++) {
      const there = found.get(column)
      if (there) there.push(one)
      else found.set(column, [one])
    }
  }
  return found
}

/** How much of an interval is taken by at least one of the events. */
function takenWithin(interval: Interval, events: readonly BoardEvent[]): number {
  let [taken, until] = [0, interval.startMs]
  for (const { startMs, endMs } of events.map(keptInterval).sort((a, b) => a.startMs - b.startMs)) {
    const from = Math.max(startMs, until)
    const to = Math.min(endMs, interval.endMs)
    if (to > from) taken += to - from
    until = Math.max(until, to)
  }
  return taken
}

function halves<One>(all: readonly One[], isFirst: (one: One) => boolean): [One[], One[]] {
  return [all.filter(isFirst), all.filter(one => !isFirst(one))]
}
