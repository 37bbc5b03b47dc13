import { Button, Group, Input, SegmentedControl, Select, Stack, Text, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { type FormEvent, useId, useState } from 'react'
import { MAINTENANCE_KINDS, type MaintenanceKind } from '#booking/maintenance/kinds'
import type { Refusal } from '#booking/refusal'
import type { BookingMode } from '#booking/time/period'
import { MachinePicker } from '../parts/fields/machine-picker.tsx'
import {
  inOtherMode,
  NO_PERIOD,
  PeriodInput,
  periodFrom,
  type TypedPeriod,
} from '../parts/fields/period-input.tsx'
import { useKeptTyping } from '../parts/form/kept-typing.ts'
import { RestoredNotice } from '../parts/form/restored-notice.tsx'
import { ThingsInTheWay } from '../parts/refusals/in-the-way.tsx'
import { RefusalPanel } from '../parts/refusals/refusal-panel.tsx'
import { useCall } from '../service/use-call.ts'
import { useCommand } from '../service/use-command.ts'
import { useFormat } from '../words/format.ts'
import { maintenanceKindWords } from '../words/maintenance/kinds.ts'
import { maintenanceWords } from '../words/maintenance/screen.ts'
import { useWords } from '../words/words.ts'

type MaintenanceFormProps = { onSaved: () => void; onLeave: () => void }
type Typed = {
  machineId: string | null
  mode: BookingMode
  when: TypedPeriod
  kind: MaintenanceKind
  note: string
}
const WORKING_DAY: TypedPeriod = { from: '08:00', to: '17:00' }
const EMPTY: Typed = { machineId: null, mode: 'days', when: NO_PERIOD, kind: 'preventive', note: '' }

/** Plans maintenance, by days or by the clock. What stands in the way is named and can be opened. */
export function MaintenanceForm({ onSaved, onLeave }: MaintenanceFormProps) {
  const say = useWords(maintenanceWords)
  const named = useWords(maintenanceKindWords)
  const { calendar } = useFormat()
  const machines = useCall('machines.list', {}).data ?? []
  const schedule = useCommand('maintenance.schedule')
  const kept = useKeptTyping('maintenance', () => EMPTY)
  const { typed, setTyped } = kept
  const [asked, setAsked] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const period = periodFrom(typed.mode, typed.when, calendar)
  const machine = machines.find(one => one.id === typed.machineId)
  const set = (part: Partial<Typed>) => {
    setTyped({ ...typed, ...part })
    setRefusal(null)
  }

  async function save(event: FormEvent) {
    event.preventDefault()
    setAsked(true)
    if (!machine || !period) return
    const { kind, note } = typed
    const outcome = await schedule.run({ machineId: machine.id, period, kind, ...(note ? { note } : {}) })
    if (!outcome) return
    if (!outcome.ok) return setRefusal(outcome.refusal)
    kept.done()
    notifications.show({ message: say('scheduled', { machine: machine.name }) })
    onSaved()
  }
  return (
    <form onSubmit={save} noValidate>
      <Stack gap="sm">
        <RestoredNotice shown={kept.restored} onDiscard={kept.discard} />
        <MachinePicker
          machines={machines}
          machineId={typed.machineId}
          onPick={picked => set({ machineId: picked.id })}
          error={asked && !machine ? say('machineNeeded') : null}
          inputRef={beginHere}
        />
        <ModeField
          mode={typed.mode}
          onPick={mode => set({ mode, when: inOtherMode(typed.when, mode, WORKING_DAY) })}
        />
        <PeriodInput
          mode={typed.mode}
          typed={typed.when}
          onType={when => set({ when })}
          withPicker
          error={asked && !period}
        />
        {asked && !period ? (
          <Text size="sm" c="var(--mantine-color-error)" role="alert">
            {say('periodNeeded')}
          </Text>
        ) : null}
        <Select
          label={say('kind')}
          data={MAINTENANCE_KINDS.map(value => ({ value, label: named(value) }))}
          value={typed.kind}
          onChange={kind => kind && set({ kind: kind as MaintenanceKind })}
          allowDeselect={false}
        />
        <Textarea
          label={say('note')}
          description={say('noteHint')}
          value={typed.note}
          maxLength={1000}
          rows={3}
          onChange={event => set({ note: event.currentTarget.value })}
        />
        {refusal ? (
          <>
            <RefusalPanel refusal={refusal} />
            <ThingsInTheWay refusal={refusal} />
          </>
        ) : null}
        <Group justify="flex-end">
          <Button variant="default" onClick={onLeave}>
            {say('back')}
          </Button>
          <Button type="submit" loading={schedule.busy}>
            {say('save')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

/** The panel gives its first focus to what bears this mark. */
function beginHere(field: HTMLInputElement | null): void {
  field?.setAttribute('data-autofocus', 'true')
}

function ModeField({ mode, onPick }: { mode: BookingMode; onPick: (mode: BookingMode) => void }) {
  const say = useWords(maintenanceWords)
  const id = useId()
  return (
    <div>
      <Input.Label id={id} labelElement="div">
        {say('lasts')}
      </Input.Label>
      <SegmentedControl
        fullWidth
        aria-labelledby={id}
        value={mode}
        onChange={value => onPick(value as BookingMode)}
        data={[
          { value: 'days', label: say('byDays') },
          { value: 'time', label: say('byTime') },
        ]}
      />
    </div>
  )
}
