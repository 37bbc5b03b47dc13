import { Alert, Button, Group, Text } from '@mantine/core'
import { partWords } from '../../words/parts/parts.ts'
import { useWords } from '../../words/words.ts'

/** Shown above a form whose text was restored. */
export function RestoredNotice({ shown = true, onDiscard }: { shown?: boolean; onDiscard: () => void }) {
  const say = useWords(partWords)
  if (!shown) return null
  return (
    <Alert color="yellow" variant="light" p="xs" role="status">
      <Group justify="space-between" gap="xs">
        <Text size="sm">{say('restored')}</Text>
        <Button size="compact-sm" variant="default" onClick={onDiscard}>
          {say('discard')}
        </Button>
      </Group>
    </Alert>
  )
}
