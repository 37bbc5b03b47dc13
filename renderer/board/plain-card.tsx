import { Stack, Text } from '@mantine/core'
import type { BoardEvent } from '#calls/board'
import { periodOfEvent } from '../calendar/calendar-events.ts'
import { kindOf } from '../calendar/event-kinds.ts'
import { StatusBadge } from '../parts/status/status-badge.tsx'
import { useFormat } from '../words/format.ts'

/** A form that is being filled in, or maintenance. */
export function PlainCard({ event }: { event: BoardEvent }) {
  const format = useFormat()
  const kind = kindOf(event)
  return (
    <Stack gap={6} align="flex-start">
      <Text size="sm" fw={600}>
        {kind.title(event, format.language)}
      </Text>
      <StatusBadge look={kind.look(event)}>{kind.status(event, format.language)}</StatusBadge>
      <Text size="xs">{format.period(periodOfEvent(event))}</Text>
    </Stack>
  )
}
