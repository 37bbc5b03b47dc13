import { Button, Modal, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Refusal } from '#booking/refusal'
import { partWords } from '../../words/parts/parts.ts'
import { useWords } from '../../words/words.ts'
import { Foot } from '../form/foot.tsx'
import { RefusalPanel } from '../refusals/refusal-panel.tsx'

type ConfirmProps = {
  title: string
  explain: string
  confirmLabel: string
  /** The label of the other button, where "Cancel" would be mistaken for what is asked. */
  keepLabel?: string
  dangerous?: boolean
  busy: boolean
  /** It would be refused: the button cannot be pressed. `children` says why. */
  blocked?: boolean
  refusal?: Refusal | null
  onConfirm: () => void
  onClose: () => void
  /** What the refusal's sentence then does not name: what is in the way. */
  children?: ReactNode
}

/**
 * Asks for a confirmation, without a reason. Open while it is rendered. The focus is on the answer that changes nothing,
 * so that a key pressed too often loses nothing.
 */
export function Confirm(props: ConfirmProps) {
  const { title, explain, confirmLabel, keepLabel, dangerous, busy, blocked = false } = props
  const { refusal, onConfirm, onClose, children } = props
  const say = useWords(partWords)
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': say('close') }} centered>
      <Stack gap="md">
        <Text size="sm">{explain}</Text>
        {refusal ? <RefusalPanel refusal={refusal} listed={Boolean(children)} /> : null}
        {children}
        <Foot inDialog>
          <Button
            loading={busy}
            disabled={blocked}
            onClick={onConfirm}
            {...(dangerous ? { color: 'red.9' } : {})}
          >
            {confirmLabel}
          </Button>
          <Button variant="default" onClick={onClose} data-autofocus>
            {keepLabel ?? say('back')}
          </Button>
        </Foot>
      </Stack>
    </Modal>
  )
}
