import { Button, Group, Stack, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { MachineType } from '#calls/machines'
import { machineWords } from '../words/machines/screen.ts'
import { useWords } from '../words/words.ts'
import { useReadyMade } from './use-ready-made.ts'

/** Adds ready-made types, one a press. Nothing if the office has all of them. */
export function ReadyMadeTypes({ types }: { types: readonly MachineType[] }) {
  const say = useWords(machineWords)
  const { offered, named, add, busy } = useReadyMade(types)
  if (offered.length === 0) return null
  return (
    <Stack gap={6}>
      <Text size="sm" fw={600}>
        {say('readyMade')}
      </Text>
      <Text size="sm" c="dimmed">
        {say('readyMadeExplain')}
      </Text>
      <Group gap={6}>
        {offered.map(key => (
          <Button
            key={key}
            size="xs"
            variant="default"
            disabled={busy}
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => void add(key)}
          >
            {named(key)}
          </Button>
        ))}
      </Group>
    </Stack>
  )
}
