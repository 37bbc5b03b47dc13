import type { MachineRow } from '#calls/machines'
import { machineStatusWords, type SaidOfMachine } from '../../words/machines/statuses.ts'
import { useWords } from '../../words/words.ts'
import type { Look } from './looks.ts'
import { saidOfMachine, useMachineToday } from './said-of-machine.ts'
import { StatusBadge } from './status-badge.tsx'

export const MACHINE_LOOKS: { readonly [S in SaidOfMachine]: Look } = {
  available: 'good',
  'in-yard': 'approved',
  standing: 'approved',
  rented: 'in-use',
  running: 'in-use',
  overdue: 'overdue',
  maintenance: 'maintenance',
  'out-of-service': 'ended',
}

/** A machine's status now. Overdue if any unit should have been returned; available only if it is free now. */
export function MachineBadge({ machine }: { machine: MachineRow }) {
  const say = useWords(machineStatusWords)
  const shown = saidOfMachine(machine, useMachineToday(machine), Date.now())
  return <StatusBadge look={MACHINE_LOOKS[shown]}>{say(shown)}</StatusBadge>
}
