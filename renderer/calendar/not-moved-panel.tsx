import { CloseButton, Group, Stack, Text } from '@mantine/core'
import type { Alternative } from '#calls/bookings'
import { openBookingForm } from '../open-booking-form.ts'
import { RefusalPanel } from '../parts/refusals/refusal-panel.tsx'
import { calendarWords } from '../words/calendar/screen.ts'
import { useWords } from '../words/words.ts'
import type { NotMoved } from './use-drag-move.ts'

/** Says why a dragged booking was not moved, and offers free alternatives. */
export function NotMovedPanel({ notMoved, onDismiss }: { notMoved: NotMoved; onDismiss: () => void }) {
  const say = useWords(calendarWords)
  const { event, refusal, alternatives } = notMoved
  function take({ machineId, period }: Alternative) {
    openBookingForm({ bookingId: event.id, machineId, period })
    onDismiss()
  }
  return (
    <Stack gap={4} mb="xs" role="alert">
      <Group justify="space-between" gap="xs">
        <Text size="sm" fw={600}>
          {say('notMoved', { name: event.title })}
        </Text>
        <CloseButton size="sm" aria-label={say('dismiss')} onClick={onDismiss} />
      </Group>
      <RefusalPanel refusal={refusal} alternatives={alternatives} onTake={take} quiet />
    </Stack>
  )
}
