import { Stack, Text } from '@mantine/core'
import { useOfficeState } from '../service/use-office.ts'
import { settingsWords } from '../words/settings/screen.ts'
import { useWords } from '../words/words.ts'

export function About() {
  const say = useWords(settingsWords)
  const version = useOfficeState().data?.version ?? ''
  return (
    <Stack gap="xs" maw={520}>
      <Text fw={600}>{say('version', { version })}</Text>
      <Text size="sm">{say('aboutExplain')}</Text>
      <Text size="sm" c="dimmed">
        {say('licence')}
      </Text>
    </Stack>
  )
}
