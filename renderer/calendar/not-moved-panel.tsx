import { CloseButton, Group, Stack, Text } from '@mantine/core'
import { useEffect, useRef } from 'react'
import type { Alternative } from '#calls/booking-rows'
import { usePlace } from '../navigation.ts'
import { openBookingForm, useBookingForm } from '../open-booking-form.ts'
import { RefusalPanel } from '../parts/refusals/refusal-panel.tsx'
import { calendarWords } from '../words/calendar/screen.ts'
import { useWords } from '../words/words.ts'
import type { NotMoved } from './use-moving.ts'

type NotMovedPanelProps = {
  notMoved: NotMoved
  /** What the calendar shows: the machine, the view and the days. */
  shown: string
  onDismiss: () => void
}

/**
 * Says why a dragged booking was not moved, and offers free alternatives, until it is closed or the person goes on to
 * something else.
 */
export function NotMovedPanel({ notMoved, shown, onDismiss }: NotMovedPanelProps) {
  const say = useWords(calendarWords)
  const { event, refusal, alternatives, take: takeAtOnce } = notMoved
  useClosedByEscape(onDismiss)
  useClosedByGoingOn(shown, onDismiss)
  function take(alternative: Alternative) {
    const { machineId, period } = alternative
    onDismiss()
    if (takeAtOnce) takeAtOnce(alternative)
    else openBookingForm({ bookingId: event.id, machineId, period })
  }
  return (
    <Stack gap={4} mb="xs" role="alert">
      <Group justify="space-between" gap="xs">
        <Text size="sm" fw={600}>
          {say('notMoved', { name: event.title })}
        </Text>
        <CloseButton
          size="sm"
          aria-label={say('dismiss')}
          title={`${say('dismiss')} (Esc)`}
          aria-keyshortcuts="Escape"
          onClick={onDismiss}
        />
      </Group>
      <RefusalPanel refusal={refusal} alternatives={alternatives} onTake={take} quiet />
    </Stack>
  )
}

/** Whatever is open over or beside the calendar is closed by Escape first. */
function useClosedByEscape(onDismiss: () => void): void {
  useEffect(() => {
    function press({ key, target, defaultPrevented }: KeyboardEvent): void {
      const inDialog = target instanceof Element && target.closest('[role="dialog"]')
      if (key === 'Escape' && !defaultPrevented && !inDialog) onDismiss()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [onDismiss])
}

/** To other days, another view, machine or booking, or into the form. */
function useClosedByGoingOn(shown: string, onDismiss: () => void): void {
  const { bookingId, open } = usePlace()
  const { opening, picked } = useBookingForm()
  const at = [shown, bookingId, open, opening].join(' ')
  const first = useRef({ at, picked })
  useEffect(() => {
    if (at !== first.current.at || picked !== first.current.picked) onDismiss()
  }, [at, picked, onDismiss])
}
