import { Select, Text, Textarea, TextInput } from '@mantine/core'
import { MAINTENANCE_KINDS, type MaintenanceKind } from '#booking/maintenance/kinds'
import type { OfficeCalendar } from '#booking/time/calendar'
import type { BookingMode } from '#booking/time/period'
import { MAINTENANCE_LENGTHS } from '#calls/limits'
import type { MachineRow } from '#calls/machines'
import { useCommand } from '../commands/use-command.ts'
import { MachinePicker } from '../parts/fields/machine-picker.tsx'
import {
  inOtherMode,
  NO_PERIOD,
  PeriodInput,
  periodFrom,
  type TypedPeriod,
  typedFrom,
} from '../parts/fields/period-input.tsx'
import { SegmentedField } from '../parts/fields/segmented-field.tsx'
import { choiceField, textField } from '../parts/form/fields.ts'
import { FormFrame } from '../parts/form/form-frame.tsx'
import { reader } from '../parts/form/reading.ts'
import { useForm } from '../parts/form/use-form.ts'
import { useCall } from '../service/use-call.ts'
import { useFormat } from '../words/format.ts'
import { maintenanceKindWords } from '../words/maintenance/kinds.ts'
import { maintenanceWords } from '../words/maintenance/screen.ts'
import { refusalSentence } from '../words/refusals/sentence.ts'
import { useWords } from '../words/words.ts'
import { PeriodCheck } from './period-check.tsx'

type MaintenanceFormProps = {
  /**
   * For which machine. With a note, the repair of one that came back broken; with a day as well, maintenance that is due
   * and was proposed.
   */
  begin?: { machineId: string; note?: string; day?: string; technician?: string } | undefined
  onSaved: () => void
  onLeave: () => void
}

/**
 * Schedules maintenance, by whole days or clock time. While it is typed, says what is in the way, with links to it, and
 * offers the next free times.
 */
export function MaintenanceForm({ begin, onSaved, onLeave }: MaintenanceFormProps) {
  const say = useWords(maintenanceWords)
  const named = useWords(maintenanceKindWords)
  const format = useFormat()
  const { calendar } = format
  const machines = useCall('machines.list', {}).data ?? []
  const schedule = useCommand('maintenance.schedule')
  const form = useForm({
    keptAs:
      begin?.note === undefined || begin.day !== undefined ? 'maintenance' : `maintenance.${begin.machineId}`,
    record: null,
    typedFrom: () => typedFor(begin, calendar),
    read: typed => readMaintenance(typed, machines, calendar),
    send: schedule.run,
    saved: yes => say('scheduled', { machine: yes.maintenance.machineName }),
    onSaved,
    // What is in the way is said at the period, where the free times stand as well.
    refusedAt: refusal => ('by' in refusal ? { when: refusalSentence(refusal, format) } : null),
    say,
    labels: {
      machineId: 'machine',
      machineText: 'machine',
      mode: 'lasts',
      when: 'when',
      kind: 'kind',
      note: 'note',
      technician: 'technician',
    },
    lengths: MAINTENANCE_LENGTHS,
  })
  const { machineId, mode, when } = form.typed
  const whenWrong = form.wrongAt('when')
  const period = periodFrom(mode, when, calendar)
  return (
    <FormFrame form={form} save={say('save')} onLeave={onLeave}>
      <MachinePicker
        machines={machines}
        machineId={machineId}
        onPick={picked => form.type({ machineId: picked.id })}
        typed={form.typed.machineText}
        onType={machineText => form.type({ machineText })}
        error={form.wrongAt('machineId')}
        inputRef={beginHere}
      />
      <SegmentedField
        label={form.labelOf('mode')}
        value={mode}
        onChange={to => form.type({ mode: to, when: inOtherMode(when, to, WORKING_DAY) })}
        data={[
          { value: 'days', label: say('byDays') },
          { value: 'time', label: say('byTime') },
        ]}
      />
      <PeriodInput
        mode={mode}
        typed={when}
        onType={typed => form.type({ when: typed })}
        withPicker
        error={whenWrong !== null}
      />
      {whenWrong && !period ? (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {whenWrong}
        </Text>
      ) : null}
      {form.refusal ? null : (
        <PeriodCheck
          wanted={machineId && period ? { machineId, period } : null}
          onTake={taken => form.type({ when: typedFrom(taken, calendar) })}
        />
      )}
      <Select
        {...choiceField(form, 'kind')}
        data={MAINTENANCE_KINDS.map(value => ({ value, label: named(value) }))}
        allowDeselect={false}
      />
      <TextInput {...textField(form, 'technician')} />
      <Textarea {...textField(form, 'note')} description={say('noteHint')} rows={3} />
    </FormFrame>
  )
}

/** Marks the field that gets the focus when the panel opens. */
function beginHere(field: HTMLInputElement | null): void {
  field?.setAttribute('data-autofocus', 'true')
}

type Typed = {
  machineId: string | null
  /** What is typed in the field "Machine" and is no machine yet. */
  machineText: string | null
  mode: BookingMode
  when: TypedPeriod
  kind: MaintenanceKind
  note: string
  technician: string
}
const WORKING_DAY: TypedPeriod = { from: '08:00', to: '17:00' }
const EMPTY: Typed = {
  machineId: null,
  machineText: null,
  mode: 'days',
  when: NO_PERIOD,
  kind: 'preventive',
  note: '',
  technician: '',
}

function typedFor(begin: MaintenanceFormProps['begin'], calendar: OfficeCalendar): Typed {
  if (!begin) return EMPTY
  const { day, ...rest } = begin
  if (day !== undefined) return { ...EMPTY, ...rest, when: { from: day, to: day } }
  return { ...EMPTY, ...rest, ...(begin.note === undefined ? {} : repairNow(calendar)) }
}

/** A repair that begins today. How long it takes is for the person to say. */
function repairNow(calendar: OfficeCalendar): Pick<Typed, 'kind' | 'mode' | 'when'> {
  const today = calendar.dayOf(Date.now())
  return { kind: 'corrective', mode: 'days', when: { from: today, to: today } }
}

function readMaintenance(typed: Typed, machines: readonly MachineRow[], calendar: OfficeCalendar) {
  const { mode, when, kind, note, technician } = typed
  const read = reader<Typed, 'machineNeeded' | 'periodNeeded'>(typed)
  const machine = machines.find(one => one.id === typed.machineId)
  if (typed.machineText?.trim()) read.wrong('machineId', true)
  return read.as({
    machineId: read.given('machineId', machine?.id, 'machineNeeded'),
    period: read.given('when', periodFrom(mode, when, calendar), 'periodNeeded'),
    kind,
    ...(note ? { note } : {}),
    ...(technician ? { technician } : {}),
  })
}
