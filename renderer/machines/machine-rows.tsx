import { Text } from '@mantine/core'
import type { MachineRow } from '#calls/machines'
import { Cell, RecordTable } from '../parts/record-table.tsx'
import { StatusBadge } from '../parts/status-badge.tsx'
import { useFormat } from '../words/format.ts'
import { machineWords } from '../words/machines.ts'
import { useWords } from '../words/words.ts'
import { useMachineInWords } from './in-words.ts'
import { WhoHasIt } from './who-has-it.tsx'
import './machines.css'

type MachineRowsProps = {
  caption: string
  machines: readonly MachineRow[]
  onShow: (machineId: string) => void
}

export function MachineRows({ caption, machines, onShow }: MachineRowsProps) {
  const say = useWords(machineWords)
  const inWords = useMachineInWords()
  const format = useFormat()
  const heads = [say('name'), say('status'), say('out'), say('rate'), say('bookedBy'), say('location')]
  return (
    <div className="araro-machine-rows">
      <RecordTable caption={caption} heads={heads}>
        {machines.map(machine => (
          <tr key={machine.id}>
            <Cell label={say('name')}>
              <button type="button" className="araro-row-link" onClick={() => onShow(machine.id)}>
                {machine.name}
              </button>
            </Cell>
            <Cell label={say('status')}>
              <StatusBadge status={machine.status} overdue={machine.out.some(out => out.overdue)} />
            </Cell>
            <Cell label={say('out')}>{machine.out.length > 0 ? <WhoHasIt machine={machine} /> : null}</Cell>
            <Cell label={say('rate')}>{inWords.rate(machine)}</Cell>
            <Cell label={say('bookedBy')}>
              {say(machine.bookingMode)}
              {machine.capacity > 1 ? (
                <Text span size="sm" c="dimmed">
                  {' '}
                  · {format.number(machine.capacity)} {machine.unitName}
                </Text>
              ) : null}
            </Cell>
            <Cell label={say('location')}>{machine.location}</Cell>
          </tr>
        ))}
      </RecordTable>
    </div>
  )
}
