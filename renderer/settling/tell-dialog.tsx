import { Modal, Text, Textarea } from '@mantine/core'
import type { Refusal } from '#booking/refusal'
import type { BookingRow } from '#calls/booking-rows'
import { NOTE_LENGTH } from '#calls/limits'
import { useFormBroughtBack } from '../parts/form/brought-back.ts'
import { textField } from '../parts/form/fields.ts'
import { FormFrame } from '../parts/form/form-frame.tsx'
import { reader } from '../parts/form/reading.ts'
import { useForm } from '../parts/form/use-form.ts'
import { RefusalPanel } from '../parts/refusals/refusal-panel.tsx'
import { partWords } from '../words/parts/parts.ts'
import { settleWords } from '../words/settling/screen.ts'
import { useWords } from '../words/words.ts'

type TellDialogProps = {
  opened: boolean
  booking: BookingRow
  busy: boolean
  refusal: Refusal | null
  /** Returns true if the remark was saved. The dialog then closes. */
  onTold: (note: string) => Promise<boolean>
  onClose: () => void
  onOpenAgain: () => void
}

/** Asks what the member was told, who waits. */
export function TellDialog(props: TellDialogProps) {
  const say = useWords(settleWords)
  const part = useWords(partWords)
  const { opened, booking, onClose, onOpenAgain } = props
  useFormBroughtBack(keptAs => {
    if (keptAs !== keptUnder(booking)) return false
    onOpenAgain()
    return true
  })
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={say('waitTitle', { member: booking.memberName })}
      closeButtonProps={{ 'aria-label': part('close') }}
      centered
    >
      {opened ? <TellForm {...props} /> : null}
    </Modal>
  )
}

function TellForm({ booking, busy, refusal, onTold, onClose }: TellDialogProps) {
  const say = useWords(settleWords)
  const form = useForm({
    keptAs: keptUnder(booking),
    record: null,
    typedFrom: () => ({ note: '' }),
    read: readNote,
    send: async note => ((await onTold(note)) ? { ok: true as const } : undefined),
    say,
    labels: { note: 'note' },
    lengths: { note: NOTE_LENGTH },
  })
  return (
    <FormFrame
      form={form}
      save={say('waitSave')}
      saveProps={{ loading: busy }}
      onLeave={onClose}
      inDialog
      gap="md"
    >
      <Text size="sm">{say('waitExplain')}</Text>
      <Textarea {...textField(form, 'note')} required rows={3} data-autofocus />
      {refusal ? <RefusalPanel refusal={refusal} /> : null}
    </FormFrame>
  )
}

function keptUnder({ id }: BookingRow): string {
  return `settle.${id}`
}

function readNote(typed: { note: string }) {
  const read = reader<{ note: string }, 'noteNeeded'>(typed)
  return read.as(read.needed('note', 'noteNeeded').trim())
}
