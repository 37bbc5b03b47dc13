import { Button, Group, Modal, Select, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { Length } from '#booking/time/length'
import type { Period } from '#booking/time/period'
import type { MachineRow } from '#calls/machines'
import { useCommand } from '../commands/use-command.ts'
import { lengthOf } from '../parts/fields/period-length.ts'
import { WhenField } from '../parts/fields/when-field.tsx'
import { choiceField } from '../parts/form/fields.ts'
import { FormFrame } from '../parts/form/form-frame.tsx'
import { reader } from '../parts/form/reading.ts'
import { useForm } from '../parts/form/use-form.ts'
import { type Format, useFormat } from '../words/format.ts'
import { partWords } from '../words/parts/parts.ts'
import { lengthInWords } from '../words/waiting/history.ts'
import { waitingWords } from '../words/waiting/screen.ts'
import { useWords } from '../words/words.ts'
import type { ChosenMember } from './form-fields.ts'

type PutProps = {
  member: ChosenMember
  machine: MachineRow
  period: Period
  units: number
  /** The member waits now; the booking form has nothing more to do. */
  onPut: () => void
}

/** For a time that is taken: puts the member on the waiting list, over the open form, which keeps its content. */
export function PutOnWaitingList(props: PutProps) {
  const say = useWords(waitingWords)
  const part = useWords(partWords)
  const [opened, dialog] = useDisclosure(false)
  return (
    <>
      <Group>
        <Button size="xs" variant="default" onClick={dialog.open}>
          {say('put')}
        </Button>
      </Group>
      <Modal
        opened={opened}
        onClose={dialog.close}
        title={say('putTitle', { name: props.member.name })}
        closeButtonProps={{ 'aria-label': part('close') }}
        closeOnClickOutside={false}
        centered
      >
        {opened ? <PutForm {...props} onLeave={dialog.close} /> : null}
      </Modal>
    </>
  )
}

type Which = 'type' | 'machine'
type Typed = { which: Which; from: { day: string }; to: { day: string } }

function PutForm({ member, machine, period, units, onPut, onLeave }: PutProps & { onLeave: () => void }) {
  const say = useWords(waitingWords)
  const format = useFormat()
  const add = useCommand('waiting.add')
  const length = lengthOf(period)
  const form = useForm({
    keptAs: null,
    record: null,
    typedFrom: (): Typed => ({ which: 'type', ...daysOf(period, format) }),
    read: typed => readWaiting(typed, { member, machine, length, units }),
    send: add.run,
    saved: ({ waiting }) => say('putDone', { name: waiting.memberName, what: waiting.what }),
    onSaved: onPut,
    say,
    labels: { which: 'which', from: 'from', to: 'to' },
    lengths: {},
  })
  const { from, to } = form.typed
  return (
    <FormFrame form={form} save={say('put')} onLeave={onLeave} inDialog>
      <Stack gap="sm">
        <Text size="sm">{say('putExplain')}</Text>
        <Select
          {...choiceField(form, 'which')}
          data={[
            { value: 'type', label: say('anyOf', { type: machine.type }) },
            { value: 'machine', label: say('thisMachine', { machine: machine.name }) },
          ]}
          allowDeselect={false}
        />
        <Text size="sm">{say('wanted', { what: machine.type, length: lengthInWords(length, format) })}</Text>
        <WhenField
          label={form.labelOf('from')}
          mode="days"
          value={from.day}
          onChange={day => form.type({ from: { day } })}
          error={form.wrongAt('from')}
          withPicker
        />
        <WhenField
          label={form.labelOf('to')}
          mode="days"
          value={to.day}
          onChange={day => form.type({ to: { day } })}
          from={from.day}
          error={form.wrongAt('to')}
          withPicker
        />
      </Stack>
    </FormFrame>
  )
}

/** The days that the form asks for. */
function daysOf(period: Period, { calendar }: Format): Pick<Typed, 'from' | 'to'> {
  if (period.kind === 'days') return { from: { day: period.from }, to: { day: period.to } }
  return { from: { day: calendar.dayOf(period.startMs) }, to: { day: calendar.dayOf(period.endMs - 1) } }
}

type Wanted = { member: ChosenMember; machine: MachineRow; length: Length; units: number }

function readWaiting({ which, from, to }: Typed, { member, machine, length, units }: Wanted) {
  const read = reader<Typed, 'daysNeeded'>({ which, from, to })
  const given = { fromDay: from.day.slice(0, 10), toDay: to.day.slice(0, 10) }
  if (!given.fromDay) read.wrong('from', 'daysNeeded')
  if (!given.toDay) read.wrong('to', 'daysNeeded')
  const target = which === 'type' ? { typeId: machine.typeId } : { machineId: machine.id }
  return read.as({ memberId: member.id, ...target, ...given, length, units })
}
