import { MACHINE_LENGTHS } from '#calls/limits'
import type { MachineRow } from '#calls/machines'
import { useCommand } from '../commands/use-command.ts'
import { FormFrame } from '../parts/form/form-frame.tsx'
import { useForm } from '../parts/form/use-form.ts'
import { machineWords } from '../words/machines/screen.ts'
import { useWords } from '../words/words.ts'
import { MachineFields } from './machine-fields.tsx'
import { MACHINE_LABELS, readMachine, typedMachine } from './machine-typed.ts'

type MachineFormProps = {
  /** Null for a new one. */
  machine: MachineRow | null
  onSaved: (machine: MachineRow) => void
  onLeave: () => void
}

/** Adds or changes a machine. */
export function MachineForm({ machine, onSaved, onLeave }: MachineFormProps) {
  const say = useWords(machineWords)
  const add = useCommand('machines.add')
  const change = useCommand('machines.change')
  const form = useForm({
    keptAs: `machine.${machine?.id ?? 'new'}`,
    record: machine,
    typedFrom: typedMachine,
    read: readMachine,
    // The rate of a machine that exists is changed on its panel, from a day on.
    send: ({ rate, ...fields }, seen) =>
      seen
        ? change.run({ ...fields, machineId: seen.id, version: seen.version })
        : add.run({ ...fields, rate }),
    saved: yes => say('saved', { name: yes.machine.name }),
    onSaved: yes => onSaved(yes.machine),
    refusedAt: refusal => (refusal.reason === 'name-taken' ? { name: say('nameTaken') } : null),
    say,
    labels: MACHINE_LABELS,
    labelValues: typed => ({ unit: say(typed.bookingMode === 'days' ? 'unitDays' : 'unitMinutes') }),
    lengths: MACHINE_LENGTHS,
  })
  return (
    <FormFrame form={form} save={say('save')} onLeave={onLeave}>
      <MachineFields form={form} isNew={machine === null} />
    </FormFrame>
  )
}
