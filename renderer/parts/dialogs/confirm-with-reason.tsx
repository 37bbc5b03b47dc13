import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core'
import { type FormEvent, useId, useState } from 'react'
import type { Refusal } from '#booking/refusal'
import { partWords } from '../../words/parts/parts.ts'
import { useWords } from '../../words/words.ts'
import { useKeptTyping } from '../form/kept-typing.ts'
import { RestoredNotice } from '../form/restored-notice.tsx'
import { RefusalPanel } from '../refusals/refusal-panel.tsx'

type ConfirmWithReasonProps = {
  opened: boolean
  /** What the reason is for, such as `reject.<id>`: what was typed stays until it is done. */
  about: string
  title: string
  /** What will happen, in a sentence. */
  explain?: string
  confirmLabel: string
  dangerous?: boolean
  /** False: the reason may stay empty. */
  required?: boolean
  busy: boolean
  refusal?: Refusal | null
  /** True when it is done. */
  onConfirm: (reason: string) => Promise<boolean>
  onClose: () => void
}

/** Asks for the reason and for a last yes. */
export function ConfirmWithReason(props: ConfirmWithReasonProps) {
  const say = useWords(partWords)
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
  const {
    about,
    explain,
    confirmLabel,
    dangerous,
    required = true,
    busy,
    refusal,
    onConfirm,
    onClose,
  } = props
  const say = useWords(partWords)
  const kept = useKeptTyping(`reason.${about}`, () => '')
  const { typed: reason, setTyped: setReason } = kept
  const [asked, setAsked] = useState(false)
  const id = useId()
  const missing = required && reason.trim() === ''

  async function confirm(event: FormEvent) {
    event.preventDefault()
    setAsked(true)
    if (!missing && (await onConfirm(reason.trim()))) kept.done()
  }
  return (
    <form onSubmit={confirm} noValidate>
      <Stack gap="md">
        <RestoredNotice shown={kept.restored} onDiscard={kept.discard} />
        {explain ? <Text size="sm">{explain}</Text> : null}
        <Textarea
          id={id}
          label={say('reason')}
          value={reason}
          onChange={event => setReason(event.currentTarget.value)}
          error={asked && missing ? say('reasonNeeded') : null}
          required={required}
          maxLength={500}
          rows={3}
          data-autofocus
        />
        {refusal ? <RefusalPanel refusal={refusal} /> : null}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {say('cancel')}
          </Button>
          <Button type="submit" loading={busy} {...(dangerous ? { color: 'red.9' } : {})}>
            {confirmLabel}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
