import { Alert, Box, Button, Group, Text } from '@mantine/core'
import { bookingFormWords } from '../words/booking-form.ts'
import { useWords } from '../words/words.ts'

/** What came back after the window was closed on it. */
export function RestoredNotice({ onDiscard }: { onDiscard: () => void }) {
  const say = useWords(bookingFormWords)
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

/** Save stays in sight however long the form is. */
export function FormFoot({ busy, enabled }: { busy: boolean; enabled: boolean }) {
  const say = useWords(bookingFormWords)
  return (
    <Box px="md" py="sm" style={{ borderTop: '1px solid var(--araro-line)' }}>
      <Button type="submit" fullWidth disabled={!enabled} loading={busy} title={say('shortcut')}>
        {say('save')}
      </Button>
    </Box>
  )
}
