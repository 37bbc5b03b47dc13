import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { type CSSProperties, memo, type ReactNode } from 'react'
import type { MachineToday } from '#calls/calendar'
import type { BlackoutRow } from '#calls/holidays'
import { chooseMachine } from '../calendar/chosen-machine.ts'
import { hrefOf } from '../navigation.ts'
import { LOOK_ICONS } from '../parts/status/looks.ts'
import { MACHINE_LOOKS } from '../parts/status/machine-badge.tsx'
import { saidOfMachine } from '../parts/status/said-of-machine.ts'
import { BarOnBoard } from './bar.tsx'
import type { MachineOnBoard, TypeRow } from './board-rows.ts'
import { fold } from './board-view.ts'
import { CellOnBoard } from './cell.tsx'
import { type Columns, TIGHT } from './columns.ts'
import { at } from './headings.tsx'
import { Part } from './part.tsx'
import { StopOnBoard, stopsOn } from './stop-on-board.tsx'
import type { Speech } from './use-speech.ts'
import { type At, HEADING, itemAt, keyOfItem } from './walk.ts'

type Common = {
  index: number
  top: number
  height: number
  /** Where the keyboard is, if it is in this row. */
  focus: At | null
  speech: Speech
}

function Row({
  index,
  top,
  height,
  children,
  ...rest
}: Pick<Common, 'index' | 'top' | 'height'> & {
  children: ReactNode
  className: string
}) {
  const style: CSSProperties = { height, top }
  return (
    <Part as="row" aria-rowindex={index + 2} style={style} {...rest}>
      {children}
    </Part>
  )
}

type TypeBoardRowProps = Common & { row: TypeRow; columns: number; stand: (at: At) => void }

/** The heading of a machine type. It hides and shows the type's machines. */
export const TypeBoardRow = memo(function TypeBoardRow(props: TypeBoardRowProps) {
  const { row, columns, focus, stand, speech, ...place } = props
  const { say } = speech
  const Chevron = row.folded ? IconChevronRight : IconChevronDown
  return (
    <Row className="araro-board-type-row" {...place}>
      <Part as="rowheader" aria-colspan={columns + 1} aria-colindex={1}>
        <button
          type="button"
          data-stop={focus ? '' : undefined}
          tabIndex={focus ? 0 : -1}
          aria-expanded={!row.folded}
          title={say(row.folded ? 'unfold' : 'fold')}
          onClick={() => {
            stand({ row: row.key, column: focus?.column ?? 0, item: 0 })
            fold(row.typeId)
          }}
        >
          <Chevron size={14} aria-hidden />
          {row.name}
          <span className="araro-board-count">{say('machines', { count: row.count })}</span>
        </button>
      </Part>
    </Row>
  )
})

type MachineBoardRowProps = Common & {
  row: MachineOnBoard
  today: MachineToday | undefined
  /** The times in which machines are not booked, of all machines. */
  stops: readonly BlackoutRow[]
  columns: Columns
  columnWidth: number
  /** The columns in view. */
  from: number
  to: number
  /** The booking of this machine that is being moved. */
  carried: string | null
}

/** A machine with what is on it. */
export const MachineBoardRow = memo(function MachineBoardRow(props: MachineBoardRowProps) {
  const { row, today, stops, columns, columnWidth, from, to, carried, focus, speech, ...place } = props
  const { machine, layout } = row
  const stopped = stopsOn(machine, stops, columns, speech)
  const here = focus ? itemAt(row, focus) : undefined
  const inView = (item: { start: number; end: number }) =>
    item === here || (item.end > from && item.start < to)
  return (
    <Row className="araro-board-row" {...place}>
      <Name
        row={row}
        today={today}
        focused={focus?.column === HEADING}
        stopped={stopped.map(stop => stop.said)}
        speech={speech}
      />
      {stopped.map(stop => (
        <StopOnBoard key={stop.id} stop={stop} />
      ))}
      {layout.cells.filter(inView).map(cell => (
        <CellOnBoard
          key={cell.column}
          cell={cell}
          focused={cell === here}
          speech={speech}
          machine={machine}
          columns={columns}
          tight={columnWidth < TIGHT}
        />
      ))}
      {layout.bars.filter(inView).map(bar => (
        <BarOnBoard
          key={keyOfItem(bar)}
          bar={bar}
          focused={bar === here}
          speech={speech}
          carried={bar.event.id === carried}
          machine={machine}
          columnWidth={columnWidth}
        />
      ))}
      {focus && focus.column !== HEADING && !here ? (
        <FreeCell at={focus} columns={columns} speech={speech} />
      ) : null}
    </Row>
  )
})

type NameProps = Pick<MachineBoardRowProps, 'row' | 'today' | 'speech'> & {
  focused: boolean
  /** When it is not booked, and why. */
  stopped: readonly string[]
}

function Name({ row, today, focused, stopped, speech: { say, status } }: NameProps) {
  const { machine } = row
  const said = saidOfMachine(machine, today, Date.now())
  const look = MACHINE_LOOKS[said]
  const Icon = LOOK_ICONS[look]
  return (
    <Part as="rowheader" className="araro-board-name" aria-colindex={1}>
      <span className="araro-board-status" data-look={look} title={status(said)}>
        {look === 'good' ? null : <Icon size={14} stroke={2.25} aria-hidden />}
        <span className="araro-board-unseen">{[status(said), ...stopped].join('. ')}</span>
      </span>
      <a
        href={hrefOf('calendar')}
        data-stop={focused ? '' : undefined}
        tabIndex={focused ? 0 : -1}
        title={say('openCalendar', { machine: machine.name })}
        onClick={() => chooseMachine(machine.id)}
      >
        {machine.name}
      </a>
      {machine.location ? <span className="araro-board-place">{machine.location}</span> : null}
    </Part>
  )
}

/** Free time where the keyboard is. Other free time is not drawn: it is where nothing else is. */
function FreeCell({ at: { column }, columns, speech }: { at: At; columns: Columns; speech: Speech }) {
  const { say, format } = speech
  const one = columns.list[column]
  if (!one) return null
  const day = columns.unit === 'day' ? format.day(one.day) : format.instant(one.startMs)
  return (
    <Part
      as="gridcell"
      className="araro-board-free"
      aria-colindex={column + 2}
      aria-label={say('nothingOn', { day })}
      aria-description={say('booksIt')}
      data-stop=""
      tabIndex={0}
      style={{ insetInlineStart: at(column) }}
    />
  )
}
