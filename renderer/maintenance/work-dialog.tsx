import { Modal, Text, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { OfficeCalendar } from '#booking/time/calendar'
import { MAINTENANCE_LENGTHS, METER_HOURS, REASON_LENGTH, WORK_LENGTHS } from '#calls/limits'
import type { MaintenanceFactRow, MaintenanceRow } from '#calls/maintenance'
import { useCommand } from '../commands/use-command.ts'
import { NumberField } from '../parts/fields/number-field.tsx'
import type { NumberTyped } from '../parts/fields/read-number.ts'
import { fieldFrom, instantFrom } from '../parts/fields/wall-field.ts'
import { WhenField } from '../parts/fields/when-field.tsx'
import { numberField, textField } from '../parts/form/fields.ts'
import { FormFrame } from '../parts/form/form-frame.tsx'
import { reader } from '../parts/form/reading.ts'
import { useForm } from '../parts/form/use-form.ts'
import { useCall } from '../service/use-call.ts'
import { useFormat } from '../words/format.ts'
import { maintenanceWords } from '../words/maintenance/screen.ts'
import { maintenanceWorkWords } from '../words/maintenance/work.ts'
import { partWords } from '../words/parts/parts.ts'
import { refusalSentence } from '../words/refusals/sentence.ts'
import { useWords } from '../words/words.ts'
import { hasBegun } from './has-begun.ts'

/** What is asked: the beginning or the end of the work, or what was recorded of one of them and is corrected. */
export type WorkAsked =
  | { readonly step: 'start' | 'finish'; readonly corrects?: undefined }
  | { readonly step: 'start' | 'finish'; readonly corrects: MaintenanceFactRow }

type WorkDialogProps = { row: MaintenanceRow; asked: WorkAsked; onClose: () => void }

/** Asks what is to be recorded of the work: when, who, what the meter shows, and at its end what was done. */
export function WorkDialog({ row, asked, onClose }: WorkDialogProps) {
  const say = useWords(maintenanceWords)
  const work = useWords(maintenanceWorkWords)
  const part = useWords(partWords)
  const title = asked.corrects
    ? work(asked.step === 'start' ? 'correctStarting' : 'correctFinishing')
    : asked.step === 'start'
      ? work('startTitle')
      : say('finishTitle')
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      closeButtonProps={{ 'aria-label': part('close') }}
      closeOnClickOutside={false}
      centered
    >
      <WorkForm row={row} asked={asked} onClose={onClose} />
    </Modal>
  )
}

function WorkForm({ row, asked: { step, corrects }, onClose }: WorkDialogProps) {
  const say = useWords(maintenanceWords)
  const work = useWords(maintenanceWorkWords)
  const format = useFormat()
  const { calendar } = format
  const [openedMs] = useState(() => corrects?.atMs ?? Date.now())
  const [jumped, setJumped] = useState<number | null>(null)
  const [asksWhy, setAsksWhy] = useState(corrects !== undefined)
  const start = useCommand('maintenance.start')
  const finish = useCommand('maintenance.finish')
  const correct = useCommand('maintenance.correct')
  const names = { machine: row.machineName, when: format.period(row.period) }
  const hasMeter = useHasMeter(row.machineId)
  const form = useForm({
    keptAs: `${corrects ? `correct.${corrects.id}` : step}.maintenance.${row.id}`,
    record: null,
    typedFrom: (): Typed => ({
      at: null,
      technician: corrects?.technician || row.technician,
      meterHours: corrects?.meterHours ?? '',
      done: corrects?.done ?? '',
      reason: '',
    }),
    read: typed => readWork(typed, { openedMs, corrects: corrects !== undefined }, calendar),
    async send(said) {
      const on = { maintenanceId: row.id, version: row.version }
      const { done, reason, meterHours, ...rest } = said
      const confirmed = meterHours !== null && meterHours === jumped
      const given = {
        ...on,
        ...rest,
        ...(reason && { reason }),
        ...(confirmed && { confirmed }),
      }
      const read = meterHours === null ? {} : { meterHours }
      const answer = corrects
        ? await correct.run({ ...given, step, meterHours, reason, ...(step === 'finish' && { done }) })
        : step === 'start'
          ? await start.run({ ...given, ...read })
          : await finish.run({ ...given, ...read, ...(done && { done }) })
      if (answer && !answer.ok) {
        const { refusal } = answer
        setJumped(refusal.reason === 'jumps-ahead' ? refusal.given : null)
        if (refusal.reason === 'goes-backward') setAsksWhy(true)
      }
      return answer
    },
    saved: ({ maintenance: { machineName: machine } }) =>
      corrects
        ? work('corrected', { machine })
        : step === 'start'
          ? work('started', { machine })
          : say('finishedDone', { machine }),
    onSaved: onClose,
    refusedAt(refusal) {
      const { reason } = refusal
      if (reason === 'jumps-ahead' || reason === 'goes-backward')
        return { meterHours: refusalSentence(refusal, format) }
      const isAboutTime =
        reason === 'in-the-future' || reason === 'begins-later' || reason === 'ended-before-it-began'
      return isAboutTime ? { at: refusalSentence(refusal, format) } : null
    },
    say: work,
    labels: {
      at: step === 'start' ? 'startedAt' : 'endedAt',
      technician: 'technician',
      meterHours: 'meterHours',
      done: 'done',
      reason: corrects ? 'whyCorrected' : 'whyBackward',
    },
    lengths: {
      technician: MAINTENANCE_LENGTHS.technician,
      done: WORK_LENGTHS.done,
      reason: REASON_LENGTH,
    },
  })
  const save = corrects ? work('saveCorrection') : step === 'start' ? work('start') : say('finish')
  return (
    <FormFrame form={form} save={save} onLeave={onClose} inDialog>
      {corrects ? null : (
        <Text size="sm">
          {step === 'start'
            ? work('startExplain', names)
            : say(hasBegun(row) ? 'finishExplain' : 'finishTooEarly', names)}
        </Text>
      )}
      <WhenField
        label={form.labelOf('at')}
        mode="time"
        value={form.typed.at ?? fieldFrom(openedMs, calendar)}
        onChange={at => form.type({ at: at === fieldFrom(openedMs, calendar) ? null : at })}
        error={form.wrongAt('at')}
        withPicker
      />
      <TextInput {...textField(form, 'technician')} />
      {hasMeter ? <NumberField {...numberField(form, 'meterHours', METER_HOURS)} optional /> : null}
      {step === 'finish' ? <Textarea {...textField(form, 'done')} autosize minRows={2} maxRows={8} /> : null}
      {asksWhy || form.typed.reason ? <TextInput {...textField(form, 'reason')} /> : null}
    </FormFrame>
  )
}

type Typed = {
  /** Null: the moment at which the dialog was opened, or what was recorded. */
  at: string | null
  technician: string
  meterHours: NumberTyped
  done: string
  reason: string
}

function readWork(
  typed: Typed,
  { openedMs, corrects }: { openedMs: number; corrects: boolean },
  calendar: OfficeCalendar,
) {
  const read = reader<Typed, 'atNeeded' | 'reasonNeeded'>(typed)
  const { technician, done } = typed
  if (corrects) read.needed('reason', 'reasonNeeded')
  // What was shown and not changed is exactly what was recorded, to the millisecond.
  const atMs = typed.at === null ? openedMs : instantFrom(typed.at, calendar)
  return read.as({
    atMs: read.given('at', atMs, 'atNeeded'),
    technician: technician.trim(),
    meterHours: read.optionalNumber('meterHours', METER_HOURS),
    done: done.trim(),
    reason: typed.reason.trim(),
  })
}

/** Whether the machines of its type have an hour meter. */
function useHasMeter(machineId: string): boolean {
  const machines = useCall('machines.list', { withRetired: true }).data
  const types = useCall('machines.types', {}).data
  const typeId = machines?.find(machine => machine.id === machineId)?.typeId
  return types?.find(one => one.id === typeId)?.meter ?? false
}
