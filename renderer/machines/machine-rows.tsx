import { Text } from '@mantine/core'
import { Fragment } from 'react'
import type { MachineRow } from '#calls/machines'
import { Cell, GroupRow, RecordTable } from '../parts/lists/record-table.tsx'
import { Unreadable } from '../parts/lists/unreadable.tsx'
import { MachineBadge } from '../parts/status/machine-badge.tsx'
import { useFormat } from '../words/format.ts'
import { machineWords } from '../words/machines/screen.ts'
import { countedUnit } from '../words/money/rate-units.ts'
import { useWords } from '../words/words.ts'
import { useMachineInWords } from './in-words.ts'
import { useNowAndNext } from './now-and-next.tsx'

type MachineRowsProps = { machines: readonly MachineRow[]; onShow: (machineId: string) => void }

/** The machines, grouped by type. */
export function MachineRows({ machines, onShow }: MachineRowsProps) {
  const say = useWords(machineWords)
  const heads = [
    say('name'),
    say('status'),
    say('now'),
    { head: say('rate'), leaves: 'next' as const },
    { head: say('bookedBy'), leaves: 'first' as const },
    { head: say('location'), leaves: 'first' as const },
  ]
  const types = [...new Set(machines.map(machine => machine.type))].sort((a, b) => a.localeCompare(b))
  return (
    <RecordTable caption={say('title')} heads={heads}>
      {types.map(type => (
        <Fragment key={type}>
          <GroupRow columns={heads.length}>{type}</GroupRow>
          {machines
            .filter(machine => machine.type === type)
            .map(machine => (
              <Row key={machine.id} machine={machine} onShow={() => onShow(machine.id)} />
            ))}
        </Fragment>
      ))}
    </RecordTable>
  )
}

function Row({ machine, onShow }: { machine: MachineRow; onShow: () => void }) {
  const say = useWords(machineWords)
  const inWords = useMachineInWords()
  const nowAndNext = useNowAndNext(machine)
  const format = useFormat()
  return (
    <tr>
      <Cell label={say('name')} shape="name">
        <button type="button" className="araro-row-link" onClick={onShow}>
          {machine.name}
        </button>
        <Unreadable row={machine} />
      </Cell>
      <Cell label={say('status')}>
        <MachineBadge machine={machine} />
      </Cell>
      <Cell label={say('now')}>{nowAndNext}</Cell>
      <Cell label={say('rate')} leaves="next">
        {inWords.rate(machine)}
      </Cell>
      <Cell label={say('bookedBy')} leaves="first">
        {say(machine.bookingMode)}
        {machine.capacity > 1 ? (
          <Text span size="sm" c="dimmed">
            {' '}
            · {format.number(machine.capacity)}{' '}
            {countedUnit(machine.unitName, machine.capacity, format.language)}
          </Text>
        ) : null}
      </Cell>
      <Cell label={say('location')} leaves="first">
        {machine.location}
      </Cell>
    </tr>
  )
}
