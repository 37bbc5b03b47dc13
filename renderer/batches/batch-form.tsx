import { Select, Switch, Text, Textarea } from '@mantine/core'
import type { OfficeCalendar } from '#booking/time/calendar'
import type { BookingMode } from '#booking/time/period'
import type { BatchRow } from '#calls/batches'
import { BATCH_LENGTHS } from '#calls/limits'
import { useCommand } from '../commands/use-command.ts'
import {
  NO_PERIOD,
  PeriodInput,
  periodFrom,
  type TypedPeriod,
  typedFrom as typedPeriod,
} from '../parts/fields/period-input.tsx'
import { textField } from '../parts/form/fields.ts'
import { FormFrame } from '../parts/form/form-frame.tsx'
import { reader } from '../parts/form/reading.ts'
import { useForm } from '../parts/form/use-form.ts'
import type { OutputOf } from '../service/calls-by-name.ts'
import { useCall } from '../service/use-call.ts'
import { batchWords } from '../words/batches/screen.ts'
import { useFormat } from '../words/format.ts'
import { useWords } from '../words/words.ts'

type BatchFormProps = {
  /** Null for a new one; otherwise the one that is moved to another time. */
  batch: BatchRow | null
  onSaved: (batch: BatchRow) => void
  onLeave: () => void
}
type Machine = OutputOf<'batches.machines'>[number]

/** Opens a batch, or moves it to another time. */
export function BatchForm({ batch, onSaved, onLeave }: BatchFormProps) {
  const say = useWords(batchWords)
  const { calendar } = useFormat()
  const answer = useCall('batches.machines', {})
  const machines = answer.data ?? []
  const open = useCommand('batches.open')
  const change = useCommand('batches.change')
  const form = useForm({
    keptAs: `batch.${batch?.id ?? 'new'}`,
    record: batch,
    typedFrom: row => typedBatch(row, calendar),
    read: typed => readBatch(typed, machines, batch, calendar),
    send: ({ machineId, openEnded, ...fields }, seen) =>
      seen
        ? change.run({ ...fields, batchId: seen.id, version: seen.version })
        : open.run({ ...fields, machineId, openEnded }),
    saved: () => say(batch ? 'changed' : 'opened'),
    onSaved: yes => onSaved(yes.batch),
    say,
    labels: { machineId: 'machine', when: 'period', openEnded: 'openEnded', note: 'note' },
    lengths: { machineId: 100, note: BATCH_LENGTHS.note },
  })
  const { typed } = form
  const machineId = machineOf(typed, machines, batch)
  const mode = modeOf(machineId, machines, batch)
  if (!batch && answer.data?.length === 0) return <Text size="sm">{say('noMachines')}</Text>
  return (
    <FormFrame form={form} save={say(batch ? 'save' : 'openSave')} onLeave={onLeave}>
      {batch ? null : (
        <Select
          label={form.labelOf('machineId')}
          value={machineId || null}
          onChange={value => value && form.type({ machineId: value, when: NO_PERIOD })}
          data={machines.map(one => ({ value: one.id, label: one.name }))}
          allowDeselect={false}
          error={form.wrongAt('machineId')}
          data-autofocus
        />
      )}
      <PeriodInput
        mode={mode}
        typed={typed.when}
        onType={when => form.type({ when })}
        withPicker
        error={form.wrongAt('when') !== null}
      />
      {typeof form.wrongAt('when') === 'string' ? (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {form.wrongAt('when')}
        </Text>
      ) : null}
      {batch ? null : (
        <Switch
          label={form.labelOf('openEnded')}
          checked={typed.openEnded}
          onChange={event => form.type({ openEnded: event.currentTarget.checked })}
        />
      )}
      <Textarea {...textField(form, 'note')} rows={2} />
    </FormFrame>
  )
}

type Typed = { machineId: string; when: TypedPeriod; openEnded: boolean; note: string }

function typedBatch(batch: BatchRow | null, calendar: OfficeCalendar): Typed {
  if (!batch) return { machineId: '', when: NO_PERIOD, openEnded: false, note: '' }
  const { machineId, period, openEnded, note } = batch
  return { machineId, when: typedPeriod(period, calendar), openEnded, note }
}

/** Where there is one machine, it is that one. */
function machineOf({ machineId }: Typed, machines: readonly Machine[], batch: BatchRow | null): string {
  if (batch) return batch.machineId
  return machineId || (machines.length === 1 ? (machines[0]?.id ?? '') : '')
}

function modeOf(machineId: string, machines: readonly Machine[], batch: BatchRow | null): BookingMode {
  return machines.find(one => one.id === machineId)?.bookingMode ?? batch?.period.kind ?? 'time'
}

function readBatch(
  typed: Typed,
  machines: readonly Machine[],
  batch: BatchRow | null,
  calendar: OfficeCalendar,
) {
  const read = reader<Typed, 'periodNeeded' | 'machineNeeded'>(typed)
  const known = machineOf(typed, machines, batch)
  const machineId = read.given('machineId', known || null, 'machineNeeded')
  const mode = modeOf(known, machines, batch)
  const period = read.given('when', periodFrom(mode, typed.when, calendar), 'periodNeeded')
  return read.as({ machineId, period, openEnded: typed.openEnded, note: typed.note })
}
