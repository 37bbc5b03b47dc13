import type { MachineStatus } from '#booking/machines/machine-status'
import type { MachineRow } from '#calls/machines'
import { machineStatusWords } from '../../words/machines/statuses.ts'
import { useWords } from '../../words/words.ts'
import type { Look } from './looks.ts'
import { StatusBadge } from './status-badge.tsx'

const LOOKS: { readonly [S in MachineStatus | 'overdue']: Look } = {
  available: 'good',
  rented: 'in-use',
  overdue: 'overdue',
  maintenance: 'maintenance',
  'out-of-service': 'ended',
}

/** A machine's status now. Overdue if any unit should have been returned. */
export function MachineBadge({ machine }: { machine: MachineRow }) {
  const say = useWords(machineStatusWords)
  const shown = machine.out.some(booking => booking.overdue) ? 'overdue' : machine.status
  return <StatusBadge look={LOOKS[shown]}>{say(shown)}</StatusBadge>
}
