import { Modal, Text, Textarea } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Refusal } from '#booking/refusal'
import { REASON_LENGTH } from '#calls/limits'
import { partWords } from '../../words/parts/parts.ts'
import { useWords } from '../../words/words.ts'
import { useFormBroughtBack } from '../form/brought-back.ts'
import { textField } from '../form/fields.ts'
import { FormFrame } from '../form/form-frame.tsx'
import { reader } from '../form/reading.ts'
import { useForm } from '../form/use-form.ts'
import { RefusalPanel } from '../refusals/refusal-panel.tsx'

type ConfirmWithReasonProps = {
  opened: boolean
  /** The name under which the typed reason is kept until the action is done, such as `reject.<id>`. */
  about: string
  title: string
  /** A sentence that says what will happen. */
  explain?: string
  confirmLabel: string
  /** The label of the other button, where "Cancel" would be mistaken for what is asked. */
  keepLabel?: string
  dangerous?: boolean
  busy: boolean
  refusal?: Refusal | null
  /** Returns true if the action was done. The dialog then closes. */
  onConfirm: (reason: string) => Promise<boolean>
  onClose: () => void
  /** Opens the dialog again, with the reason that was typed. */
  onOpenAgain: () => void
  /** More to choose, before the reason. */
  children?: ReactNode
}

/** Asks for a reason and a confirmation. */
export function ConfirmWithReason(props: ConfirmWithReasonProps) {
  const say = useWords(partWords)
  useFormBroughtBack(keptAs => {
    if (keptAs !== keptUnder(props.about)) return false
    props.onOpenAgain()
    return true
  })
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      title={props.title}
      closeButtonProps={{ 'aria-label': say('close') }}
      centered
    >
      {props.opened ? <ReasonForm {...props} /> : null}
    </Modal>
  )
}

function ReasonForm(props: ConfirmWithReasonProps) {
  const { about, explain, confirmLabel, keepLabel, dangerous, busy, refusal, onConfirm, onClose } = props
  const say = useWords(partWords)
  const form = useForm({
    keptAs: keptUnder(about),
    record: null,
    typedFrom: () => ({ reason: '' }),
    read: readReason,
    send: async reason => ((await onConfirm(reason)) ? { ok: true as const } : undefined),
    say,
    labels: { reason: 'reason' },
    lengths: { reason: REASON_LENGTH },
  })
  return (
    <FormFrame
      form={form}
      save={confirmLabel}
      saveProps={{ loading: busy, ...(dangerous ? { color: 'red.9' } : {}) }}
      onLeave={onClose}
      leave={keepLabel}
      inDialog
      gap="md"
    >
      {explain ? <Text size="sm">{explain}</Text> : null}
      {props.children}
      <Textarea {...textField(form, 'reason')} required rows={3} data-autofocus />
      {refusal ? <RefusalPanel refusal={refusal} /> : null}
    </FormFrame>
  )
}

function keptUnder(about: string): string {
  return `reason.${about}`
}

function readReason(typed: { reason: string }) {
  const read = reader<{ reason: string }, 'reasonNeeded'>(typed)
  return read.as(read.needed('reason', 'reasonNeeded').trim())
}
