import { Modal, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Refusal } from '#booking/refusal'
import type { OfficeCalendar } from '#booking/time/calendar'
import { fieldFrom, instantFrom } from '../parts/fields/wall-field.ts'
import { WhenField } from '../parts/fields/when-field.tsx'
import { FormFrame } from '../parts/form/form-frame.tsx'
import { reader } from '../parts/form/reading.ts'
import { useForm } from '../parts/form/use-form.ts'
import { RefusalPanel } from '../parts/refusals/refusal-panel.tsx'
import { bookingWords } from '../words/bookings/screen.ts'
import { useFormat } from '../words/format.ts'
import { partWords } from '../words/parts/parts.ts'
import { useWords } from '../words/words.ts'

type AskTimeProps = {
  title: string
  explain: string
  confirmLabel: string
  busy: boolean
  refusal: Refusal | null
  onConfirm: (atMs: number) => void
  onClose: () => void
  /** Begins empty, for a time that nobody can guess. */
  beginEmpty?: boolean
  /** What the user should know about the typed time before confirming; null while no time can be read. */
  children?: (atMs: number | null) => ReactNode
}

/** Asks when something happened; the default is now. Or when it is expected. */
export function AskTime(props: AskTimeProps) {
  const { title, explain, confirmLabel, busy, refusal, onConfirm, onClose, beginEmpty, children } = props
  const say = useWords(bookingWords)
  const part = useWords(partWords)
  const { calendar } = useFormat()
  const form = useForm({
    // Starts with the current time each time it is opened.
    keptAs: null,
    record: null,
    typedFrom: (): Typed => ({ at: beginEmpty ? null : fieldFrom(Date.now(), calendar) }),
    read: typed => readTime(typed, calendar),
    send: async atMs => {
      onConfirm(atMs)
      return undefined
    },
    say,
    labels: { at: 'at' },
    lengths: {},
  })
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      closeButtonProps={{ 'aria-label': part('close') }}
      closeOnClickOutside={false}
      centered
    >
      <FormFrame
        form={form}
        save={confirmLabel}
        saveProps={{ loading: busy }}
        onLeave={onClose}
        inDialog
        gap="md"
      >
        <Text size="sm">{explain}</Text>
        <WhenField
          label={form.labelOf('at')}
          mode="time"
          value={form.typed.at ?? ''}
          onChange={at => form.type({ at: at || null })}
          error={form.wrongAt('at')}
          withPicker
          {...(beginEmpty ? { atMinutes: END_OF_WORK } : {})}
          autoFocusInPanel
        />
        {children?.(instantOf(form.typed, calendar))}
        {refusal ? <RefusalPanel refusal={refusal} /> : null}
      </FormFrame>
    </Modal>
  )
}

/** If only a day is typed: late in the afternoon. */
const END_OF_WORK = 17 * 60

/** Null while no time can be read. */
type Typed = { at: string | null }

function instantOf({ at }: Typed, calendar: OfficeCalendar): number | null {
  return at === null ? null : instantFrom(at, calendar)
}

function readTime(typed: Typed, calendar: OfficeCalendar) {
  const read = reader<Typed, 'atNeeded'>(typed)
  return read.as(read.given('at', instantOf(typed, calendar), 'atNeeded'))
}
