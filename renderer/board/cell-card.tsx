import { ActionIcon, Button, Group, Stack, Text } from '@mantine/core'
import { IconArrowsMove } from '@tabler/icons-react'
import type { BoardEvent } from '#calls/board'
import type { MachineRow } from '#calls/machines'
import { periodOfEvent } from '../calendar/calendar-events.ts'
import { kindOf } from '../calendar/event-kinds.ts'
import { RecordLink } from '../parts/lists/record-link.tsx'
import { LOOK_ICONS } from '../parts/status/looks.ts'
import { boardWords } from '../words/board/screen.ts'
import { useFormat } from '../words/format.ts'
import { countedUnit } from '../words/money/rate-units.ts'
import { useWords } from '../words/words.ts'
import type { Columns } from './columns.ts'
import type { Cell } from './row-layout.ts'
import type { Opening } from './use-opening.ts'

type CellCardProps = {
  machine: MachineRow
  cell: Cell
  columns: Columns
  opening: Opening
  onDone: () => void
  onTakeUp: (event: BoardEvent) => void
}

/** What is on a machine on one day or in one hour, each booking with its units and its time. */
export function CellCard({ machine, cell, columns, opening, onDone, onTakeUp }: CellCardProps) {
  const say = useWords(boardWords)
  const format = useFormat()
  const column = columns.list[cell.column]!
  const byDay = columns.unit === 'day'
  const hasRoom = cell.units === null ? byDay : cell.units < machine.capacity
  return (
    <Stack gap={6}>
      <Text size="sm" fw={600}>
        {machine.name}, {byDay ? format.day(column.day) : format.instant(column.startMs)}
      </Text>
      <ul className="araro-board-list">
        {cell.events.map(event => (
          <Line
            key={`${event.kind} ${event.id}`}
            event={event}
            machine={machine}
            onDone={onDone}
            onTakeUp={onTakeUp}
          />
        ))}
      </ul>
      <Group gap={6}>
        {byDay && machine.bookingMode === 'time' ? (
          <Button
            size="xs"
            onClick={() => {
              onDone()
              opening.openDay(cell.column)
            }}
          >
            {say('openDay')}
          </Button>
        ) : null}
        {hasRoom && column.endMs > Date.now() ? (
          <Button
            size="xs"
            variant="default"
            onClick={() => {
              onDone()
              opening.book(machine, cell.column, cell.column)
            }}
          >
            {say('book')}
          </Button>
        ) : null}
      </Group>
    </Stack>
  )
}

type LineProps = Pick<CellCardProps, 'machine' | 'onDone' | 'onTakeUp'> & { event: BoardEvent }

function Line({ event, machine, onDone, onTakeUp }: LineProps) {
  const say = useWords(boardWords)
  const format = useFormat()
  const kind = kindOf(event)
  const Icon = LOOK_ICONS[kind.look(event)]
  const title = kind.title(event, format.language)
  const units =
    machine.capacity > 1 && kind.counted
      ? `${format.number(event.units)} ${countedUnit(machine.unitName, event.units, format.language)}`
      : ''
  return (
    <li>
      <Icon size={13} stroke={2.5} aria-hidden />
      <span>
        {kind.opens ? (
          <RecordLink entity={kind.opens} id={event.id} onOpen={onDone}>
            {title}
          </RecordLink>
        ) : (
          title
        )}
        {units ? ` · ${units}` : ''}
        <span className="araro-board-when-line">
          {kind.status(event, format.language)}, {format.period(periodOfEvent(event))}
        </span>
      </span>
      {kind.movable(event) ? (
        <ActionIcon
          className="araro-board-take-up"
          variant="default"
          size="sm"
          aria-label={say('takeUp', { name: title })}
          title={say('takeUp', { name: title })}
          onClick={() => {
            onDone()
            onTakeUp(event)
          }}
        >
          <IconArrowsMove size={13} />
        </ActionIcon>
      ) : null}
    </li>
  )
}
