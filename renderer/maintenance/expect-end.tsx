import { Modal } from '@mantine/core'
import { useRef } from 'react'
import type { Refusal } from '#booking/refusal'
import type { OfficeCalendar } from '#booking/time/calendar'
import type { MaintenanceRow } from '#calls/maintenance'
import { fieldFrom, instantFrom } from '../parts/fields/wall-field.ts'
import { WhenField } from '../parts/fields/when-field.tsx'
import { FormFrame } from '../parts/form/form-frame.tsx'
import { reader } from '../parts/form/reading.ts'
import { useForm } from '../parts/form/use-form.ts'
import { RefusalPanel } from '../parts/refusals/refusal-panel.tsx'
import { useFormat } from '../words/format.ts'
import { maintenanceWords } from '../words/maintenance/screen.ts'
import { partWords } from '../words/parts/parts.ts'
import { useWords } from '../words/words.ts'

type ExpectEndProps = {
  row: MaintenanceRow
  busy: boolean
  refusal: Refusal | null
  /** @param expectedEndMs null if nobody knows */
  onExpect: (expectedEndMs: number | null) => void
  onClose: () => void
}

/** Asks when a repair is expected to end. */
export function ExpectEnd({ row, busy, refusal, onExpect, onClose }: ExpectEndProps) {
  const say = useWords(maintenanceWords)
  const part = useWords(partWords)
  const { calendar } = useFormat()
  const { expectedEndMs } = row
  const end = useRef<HTMLInputElement>(null)
  const form = useForm({
    // Starts with what is expected each time it is opened.
    keptAs: null,
    record: null,
    typedFrom: (): Typed => ({ end: expectedEndMs === null ? null : fieldFrom(expectedEndMs, calendar) }),
    read: typed => readEnd(typed, typed.end === null && end.current?.value.trim() !== '', calendar),
    send: async ({ endMs }) => {
      onExpect(endMs)
      return undefined
    },
    say,
    labels: { end: 'end' },
    lengths: {},
  })
  return (
    <Modal
      opened
      onClose={onClose}
      title={say('expectEndTitle', { machine: row.machineName })}
      closeButtonProps={{ 'aria-label': part('close') }}
      closeOnClickOutside={false}
      centered
    >
      <FormFrame
        form={form}
        save={say('expectEndSave')}
        saveProps={{ loading: busy }}
        onLeave={onClose}
        inDialog
        gap="md"
      >
        <WhenField
          label={form.labelOf('end')}
          mode="time"
          atMinutes={17 * 60}
          value={form.typed.end ?? ''}
          onChange={end => form.type({ end: end || null })}
          examples={say('endHint')}
          inputRef={end}
          error={form.wrongAt('end')}
          withPicker
          autoFocusInPanel
        />
        {refusal ? <RefusalPanel refusal={refusal} /> : null}
      </FormFrame>
    </Modal>
  )
}

/** Null while nothing is typed that can be read. */
type Typed = { end: string | null }

function readEnd(typed: Typed, isUnclear: boolean, calendar: OfficeCalendar) {
  const read = reader<Typed, 'endUnclear'>(typed)
  if (isUnclear) read.wrong('end', 'endUnclear')
  return read.as({ endMs: typed.end === null ? null : instantFrom(typed.end, calendar) })
}
