import { Group, Select, Stack, Text } from '@mantine/core'
import { LENGTHS, UNITS } from '#calls/limits'
import type { MachineRow } from '#calls/machines'
import { useCommand } from '../commands/use-command.ts'
import { closeWaitingForm, useWaitingForm, type WaitingStart } from '../open-waiting-form.ts'
import { SidePanel } from '../parts/dialogs/side-panel.tsx'
import { MemberPicker } from '../parts/fields/member-picker.tsx'
import { NumberField } from '../parts/fields/number-field.tsx'
import { WhenField } from '../parts/fields/when-field.tsx'
import { numberField } from '../parts/form/fields.ts'
import { FormFrame } from '../parts/form/form-frame.tsx'
import { useForm } from '../parts/form/use-form.ts'
import { Answered } from '../parts/lists/list-states.tsx'
import { useCall } from '../service/use-call.ts'
import { partWords } from '../words/parts/parts.ts'
import { waitingWords } from '../words/waiting/screen.ts'
import { useWords } from '../words/words.ts'
import { byDays, machinesMeant, readWish, TYPE, type Wish } from './read-wish.ts'

/** Puts a member on the waiting list, over whatever screen is shown. */
export function AddToList() {
  const say = useWords(waitingWords)
  const open = useWaitingForm(state => state.open)
  const machines = useCall('machines.list', {})
  return (
    <SidePanel opened={open !== null} title={say('add')} onClose={closeWaitingForm}>
      {open ? (
        <Answered answer={machines} rows={4}>
          {all => <AddForm key={open.keptAs} {...open} machines={all} />}
        </Answered>
      ) : null}
    </SidePanel>
  )
}

type AddFormProps = { start: WaitingStart; keptAs: string; machines: readonly MachineRow[] }

function AddForm({ start, keptAs, machines: all }: AddFormProps) {
  const say = useWords(waitingWords)
  const part = useWords(partWords)
  const add = useCommand('waiting.add')
  const machines = all.filter(machine => machine.status !== 'out-of-service')
  const form = useForm({
    keptAs,
    record: null,
    typedFrom: () => beginWith(start),
    read: typed => readWish(typed, machines),
    send: add.run,
    saved: ({ waiting }) => say('putDone', { name: waiting.memberName, what: waiting.what }),
    onSaved: closeWaitingForm,
    say,
    labels: {
      member: 'member',
      what: 'which',
      amount: byDays(start.machineId ?? null, machines) ? 'days1' : 'hours1',
      units: 'units',
      from: 'from',
      to: 'to',
    },
    lengths: {},
  })
  const { member, what, from, to } = form.typed
  const meant = machinesMeant(what, machines)
  const inDays = byDays(what, machines)
  return (
    <FormFrame form={form} save={say('add')} onLeave={closeWaitingForm}>
      <Text size="sm">{say('putExplain')}</Text>
      <MemberPicker
        member={member}
        onPick={({ id, name, number, barangay }) => form.type({ member: { id, name, number, barangay } })}
        error={form.wrongAt('member')}
        autoFocusInPanel={!start.member}
      />
      <Select
        label={form.labelOf('what')}
        placeholder={part('machineHint')}
        data={useChoices(machines)}
        value={what}
        onChange={value => value && form.type({ what: value })}
        nothingFoundMessage={part('noMachine')}
        error={form.wrongAt('what')}
        allowDeselect={false}
        searchable
        selectFirstOptionOnChange
        {...(start.member ? { 'data-autofocus': true } : {})}
      />
      <Group gap="sm" align="flex-start" grow>
        <NumberField
          {...numberField(form, 'amount', inDays ? LENGTHS.days : LENGTHS.hours)}
          label={say(inDays ? 'days1' : 'hours1')}
        />
        {meant.some(machine => machine.capacity > 1) ? (
          <NumberField {...numberField(form, 'units', UNITS)} />
        ) : null}
      </Group>
      <Stack gap="sm">
        <WhenField
          label={form.labelOf('from')}
          mode="days"
          value={from.day}
          onChange={day => form.type({ from: { day } })}
          examples={part('fromDayExamples')}
          error={form.wrongAt('from')}
          withPicker
        />
        <WhenField
          label={form.labelOf('to')}
          mode="days"
          value={to.day}
          onChange={day => form.type({ to: { day } })}
          from={from.day}
          examples={part('toDayExamples')}
          error={form.wrongAt('to')}
          withPicker
        />
      </Stack>
    </FormFrame>
  )
}

function beginWith({ member, machineId }: WaitingStart): Wish {
  return {
    member: member ?? null,
    what: machineId ?? null,
    amount: 1,
    units: 1,
    from: { day: '' },
    to: { day: '' },
  }
}

/** Any machine of each type, and each machine alone. */
function useChoices(machines: readonly MachineRow[]) {
  const say = useWords(waitingWords)
  const types = [...new Map(machines.map(one => [one.typeId, one.type])).entries()]
  return [
    {
      group: say('anyOfType'),
      items: types.map(([id, type]) => ({ value: `${TYPE}${id}`, label: say('anyOf', { type }) })),
    },
    {
      group: say('oneMachine'),
      items: machines.map(({ id, name }) => ({ value: id, label: say('thisMachine', { machine: name }) })),
    },
  ]
}
