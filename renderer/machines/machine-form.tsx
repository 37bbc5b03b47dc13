import { Button, Group, Stack } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { type FormEvent, useState } from 'react'
import type { Refusal } from '#booking/refusal'
import type { MachineRow } from '#calls/machines'
import { RefusedForm } from '../parts/form/changed-meanwhile.tsx'
import { showFirstProblem } from '../parts/form/first-problem.ts'
import { useKeptTyping } from '../parts/form/kept-typing.ts'
import { RestoredNotice } from '../parts/form/restored-notice.tsx'
import { useCommand } from '../service/use-command.ts'
import { machineWords } from '../words/machines/screen.ts'
import { useWords } from '../words/words.ts'
import { MachineFields } from './machine-fields.tsx'
import {
  type MachineProblem,
  type MachineTyped,
  NEW_MACHINE,
  readTyped,
  typedMachine,
} from './machine-typed.ts'

type MachineFormProps = {
  /** Null for a new one. */
  machine: MachineRow | null
  onSaved: (machine: MachineRow) => void
  onLeave: () => void
}

/** Adds or changes a machine. What is typed stays when the office refuses or does not answer. */
export function MachineForm({ machine, onSaved, onLeave }: MachineFormProps) {
  const say = useWords(machineWords)
  const kept = useKeptTyping(
    `machine.${machine?.id ?? 'new'}`,
    () => (machine ? typedMachine(machine) : NEW_MACHINE),
    { version: machine?.version },
  )
  const { typed, setTyped } = kept
  const [seen, setSeen] = useState(machine && { ...machine, version: kept.version ?? machine.version })
  const [problems, setProblems] = useState<readonly MachineProblem[]>([])
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const add = useCommand('machines.add')
  const change = useCommand('machines.change')

  async function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const read = readTyped(typed)
    if ('problems' in read) {
      setProblems(read.problems)
      return showFirstProblem(event.currentTarget)
    }
    setProblems([])
    const outcome = seen
      ? await change.run({ ...read.fields, machineId: seen.id, version: seen.version })
      : await add.run(read.fields)
    if (!outcome) return
    if (!outcome.ok) {
      if (seen && outcome.current) follow(outcome.current)
      return setRefusal(outcome.refusal)
    }
    kept.done()
    notifications.show({ message: say('saved', { name: outcome.machine.name }) })
    onSaved(outcome.machine)
  }
  function follow(current: MachineRow) {
    setSeen(current)
    kept.follow(typedMachine(current), current.version)
  }
  function discard() {
    kept.discard()
    setSeen(machine)
  }
  function takeCurrent() {
    if (seen) kept.beginAt(typedMachine(seen), seen.version)
    setRefusal(null)
  }
  function nameOf(field: keyof MachineTyped): string | null {
    const unit = say(typed.bookingMode === 'days' ? 'unitDays' : 'unitMinutes')
    return field in FIELD_NAMES ? say(FIELD_NAMES[field], { unit }) : null
  }
  return (
    <form onSubmit={save} noValidate>
      <Stack gap="sm">
        <RestoredNotice shown={kept.restored} onDiscard={discard} />
        <MachineFields typed={typed} onType={setTyped} problems={problems} />
        <RefusedForm
          refusal={refusal}
          theirs={kept.theirs}
          nameOf={nameOf}
          onTakeCurrent={seen ? takeCurrent : undefined}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onLeave}>
            {say('back')}
          </Button>
          <Button type="submit" loading={add.busy || change.busy}>
            {say('save')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

const FIELD_NAMES = {
  name: 'name',
  typeId: 'type',
  bookingMode: 'bookedBy',
  capacity: 'capacity',
  unitName: 'unitName',
  before: 'before',
  after: 'after',
  pendingBlocks: 'pendingBlocks',
  location: 'location',
  rate: 'rateAmount',
  per: 'ratePer',
  implements: 'implements',
  note: 'note',
} as const satisfies { readonly [Field in keyof MachineTyped]: string }
