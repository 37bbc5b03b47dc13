import { Button, Group, Text } from '@mantine/core'
import { CLOSED_FORM, offer, withdrawOffer } from '../../messages/tell.ts'
import { partWords } from '../../words/parts/parts.ts'
import { useWords } from '../../words/words.ts'

const SHOWN_FOR_MS = 15_000

/** Says that a form was closed without saving, and offers for a while to bring it back. */
export function tellClosed(bringBack: () => void): void {
  offer(CLOSED_FORM, { autoClose: SHOWN_FOR_MS, message: <Closed onBringBack={bringBack} /> })
}

function Closed({ onBringBack }: { onBringBack: () => void }) {
  const say = useWords(partWords)
  function bringBack() {
    withdrawOffer(CLOSED_FORM)
    onBringBack()
  }
  return (
    <Group justify="space-between" gap="xs" wrap="nowrap">
      <Text size="sm">{say('closedForm')}</Text>
      <Button size="compact-sm" variant="default" style={{ flexShrink: 0 }} onClick={bringBack}>
        {say('bringBack')}
      </Button>
    </Group>
  )
}
