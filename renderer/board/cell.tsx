import { type CSSProperties, memo } from 'react'
import { HOUR_MS } from '#booking/time/day'
import type { BoardEvent } from '#calls/board'
import type { MachineRow } from '#calls/machines'
import { kindOf } from '../calendar/event-kinds.ts'
import type { Look } from '../parts/status/looks.ts'
import { countedUnit } from '../words/money/rate-units.ts'
import type { Columns } from './columns.ts'
import { draggedOf } from './gesture.ts'
import { at } from './headings.tsx'
import { Part } from './part.tsx'
import type { Cell } from './row-layout.ts'
import type { Speech } from './use-speech.ts'
import { keyOfItem } from './walk.ts'

type CellProps = {
  cell: Cell
  machine: MachineRow
  columns: Columns
  /** A column has no room for a figure and its sign. */
  tight: boolean
  focused: boolean
  speech: Speech
}

/** What is on a machine on one day or in one hour, as a figure: how full it is, or how many hours are taken. */
export const CellOnBoard = memo(function CellOnBoard(props: CellProps) {
  const { cell, machine, columns, tight, focused } = props
  const { format, say } = props.speech
  const { events, units, column } = cell
  const hours = format.number(Math.round((10 * cell.takenMs) / HOUR_MS) / 10)
  const count = say('count', { count: events.length, hours })
  const values = { units: format.number(units ?? 0), capacity: format.number(machine.capacity) }
  const load = say('load', {
    ...values,
    unit: countedUnit(machine.unitName, machine.capacity, format.language),
  })
  const one = columns.list[column]!
  const when = columns.unit === 'day' ? format.day(one.day) : format.instant(one.startMs)
  const said = units === null ? count : load
  const inHours = tight ? say('shortest', { hours }) : say('short', { count: events.length, hours })
  const full = units !== null && units >= machine.capacity
  return (
    <Part
      as="gridcell"
      className={`araro-board-cell look-${leadingLook(events)}`}
      aria-colindex={column + 2}
      aria-label={`${when}: ${said}`}
      title={`${when}: ${said}`}
      data-stop={focused ? '' : undefined}
      data-full={full || undefined}
      data-figures={units === null ? 'hours' : 'units'}
      data-marked={tight ? undefined : ''}
      tabIndex={focused ? 0 : -1}
      style={
        {
          insetInlineStart: at(column),
          '--araro-full': `${Math.min(100, (100 * (units ?? 0)) / machine.capacity)}%`,
        } as CSSProperties
      }
      data-item={keyOfItem(cell)}
      data-movable={draggedOf(cell) ? '' : undefined}
      data-written={units === null ? inHours : `${values.units}/${values.capacity}`}
    />
  )
})

/** What needs somebody most comes first. */
const LEADING: readonly Look[] = ['overdue', 'pending', 'in-use', 'held', 'approved', 'completed']

function leadingLook(events: readonly BoardEvent[]): Look {
  const looks = new Set(events.map(event => kindOf(event).look(event)))
  return LEADING.find(look => looks.has(look)) ?? 'approved'
}
