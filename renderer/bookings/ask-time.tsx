import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { type FormEvent, type ReactNode, useState } from 'react'
import type { Refusal } from '#booking/refusal'
import { fieldFrom, instantFrom } from '../parts/fields/wall-field.ts'
import { WhenField } from '../parts/fields/when-field.tsx'
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
  /** What to know before it is said, about the time that is typed; null while none can be read. */
  children?: (atMs: number | null) => ReactNode
}

/** When something really happened; now, unless somebody says otherwise. */
export function AskTime(props: AskTimeProps) {
  const { title, explain, confirmLabel, busy, refusal, onConfirm, onClose, children } = props
  const say = useWords(bookingWords)
  const part = useWords(partWords)
  const { calendar } = useFormat()
  const [at, setAt] = useState(() => fieldFrom(Date.now(), calendar))
  const [asked, setAsked] = useState(false)
  const atMs = instantFrom(at, calendar)

  function confirm(event: FormEvent) {
    event.preventDefault()
    setAsked(true)
    if (atMs !== null) onConfirm(atMs)
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      closeButtonProps={{ 'aria-label': part('close') }}
      closeOnClickOutside={false}
      centered
    >
      <form onSubmit={confirm} noValidate>
        <Stack gap="md">
          <Text size="sm">{explain}</Text>
          <WhenField
            label={say('at')}
            mode="time"
            value={at}
            onChange={setAt}
            error={asked && atMs === null ? say('atNeeded') : null}
            withPicker
            autoFocusInPanel
          />
          {children?.(atMs)}
          {refusal ? <RefusalPanel refusal={refusal} /> : null}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {say('back')}
            </Button>
            <Button type="submit" loading={busy}>
              {confirmLabel}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
