import { memo } from 'react'
import { HOUR_MS } from '#booking/time/day'
import type { BoardEvent } from '#calls/board'
import type { MachineRow } from '#calls/machines'
import { kindOf } from '../calendar/event-kinds.ts'
import { LOOK_ICONS, type Look } from '../parts/status/looks.ts'
import { countedUnit } from '../words/money/rate-units.ts'
import type { Columns } from './columns.ts'
import { at } from './headings.tsx'
import { Part } from './part.tsx'
import type { Cell } from './row-layout.ts'
import type { Speech } from './use-speech.ts'
import { keyOfItem } from './walk.ts'

type CellProps = {
  cell: Cell
  machine: MachineRow
  columns: Columns
  focused: boolean
  speech: Speech
}

/** What is on a machine on one day or in one hour, as a figure: how full it is, or how many hours are taken. */
export const CellOnBoard = memo(function CellOnBoard(props: CellProps) {
  const { cell, machine, columns, focused } = props
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
  const look = leadingLook(events)
  const Icon = LOOK_ICONS[look]
  const full = units !== null && units >= machine.capacity
  return (
    <Part
      as="gridcell"
      className={`araro-board-cell look-${look}`}
      aria-colindex={column + 2}
      title={`${when}: ${said}`}
      data-stop={focused ? '' : undefined}
      data-full={full || undefined}
      data-figures={units === null ? 'hours' : 'units'}
      tabIndex={focused ? 0 : -1}
      style={{ insetInlineStart: at(column) }}
      data-item={keyOfItem(cell)}
    >
      {units === null ? null : (
        <span
          className="araro-board-fill"
          style={{ height: `${Math.min(100, (100 * units) / machine.capacity)}%` }}
        />
      )}
      <span className="araro-board-unseen">
        {when}: {said}
      </span>
      <span className="araro-board-figure" aria-hidden>
        <Icon size={11} stroke={2.5} />
        {units === null ? (
          <>
            <span className="araro-board-much">{say('short', { count: events.length, hours })}</span>
            <span className="araro-board-little">{say('shortest', { hours })}</span>
          </>
        ) : (
          `${values.units}/${values.capacity}`
        )}
      </span>
    </Part>
  )
})

/** What needs somebody most comes first. */
const LEADING: readonly Look[] = ['overdue', 'pending', 'in-use', 'held', 'approved', 'completed']

function leadingLook(events: readonly BoardEvent[]): Look {
  const looks = new Set(events.map(event => kindOf(event).look(event)))
  return LEADING.find(look => looks.has(look)) ?? 'approved'
}
