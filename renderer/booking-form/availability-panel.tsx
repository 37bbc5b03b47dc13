import { Button, Group, Paper, Stack, Text, UnstyledButton } from '@mantine/core'
import { useInterval } from '@mantine/hooks'
import { IconCircleCheck, IconClock, IconHelpCircle } from '@tabler/icons-react'
import { type ReactNode, useEffect, useState } from 'react'
import type { Alternative } from '#calls/booking-rows'
import { RefusalPanel } from '../parts/refusals/refusal-panel.tsx'
import { bookingFormWords } from '../words/bookings/form.ts'
import { useFormat } from '../words/format.ts'
import { partWords } from '../words/parts/parts.ts'
import { troubleSentence } from '../words/parts/trouble.ts'
import { useWords } from '../words/words.ts'
import type { Availability } from './use-availability.ts'
import type { Hold } from './use-hold.ts'

type AvailabilityPanelProps = {
  availability: Availability
  /** The field for units contains no number. */
  unitsMissing: boolean
  hold: Hold & { keepAgain: () => void }
  onTake: (alternative: Alternative) => void
  onFewer: (units: number) => void
}

/**
 * Green: free, and how long the hold lasts. Red: what is in the way, and the alternatives. Screen readers announce
 * each change.
 */
export function AvailabilityPanel(props: AvailabilityPanelProps) {
  const { availability, hold } = props
  return (
    <Stack gap={6} data-availability={availability.state}>
      <div aria-live="polite">
        <Answer {...props} />
      </div>
      {availability.state === 'free' ? <HoldLine hold={hold} /> : null}
    </Stack>
  )
}

function Answer({ availability, unitsMissing, onTake, onFewer }: AvailabilityPanelProps) {
  const say = useWords(bookingFormWords)
  const part = useWords(partWords)
  const format = useFormat()
  switch (availability.state) {
    case 'incomplete':
      return (
        <Plain icon={<IconHelpCircle size={18} style={{ flexShrink: 0 }} aria-hidden />}>
          {say(unitsMissing ? 'incompleteUnits' : 'incomplete')}
        </Plain>
      )
    case 'checking':
      return (
        <Plain icon={<IconClock size={18} style={{ flexShrink: 0 }} aria-hidden />}>{say('checking')}</Plain>
      )
    case 'free':
      return (
        <Paper p="sm" bg="var(--araro-good-ground)" c="var(--araro-good-text)">
          <Group gap="xs" wrap="nowrap" align="flex-start">
            <IconCircleCheck size={18} style={{ flexShrink: 0, marginTop: 2 }} aria-hidden />
            <Text size="sm" fw={600}>
              {say('free', { when: format.period(availability.slot.period) })}
            </Text>
          </Group>
        </Paper>
      )
    case 'taken':
      return (
        <RefusalPanel
          refusal={availability.refusal}
          alternatives={availability.alternatives}
          onTake={onTake}
          onFewer={onFewer}
          quiet
        />
      )
    case 'unknown':
      return (
        <Paper p="sm" bg="var(--araro-warn-ground)" c="var(--araro-warn-text)">
          <Stack gap="xs" align="flex-start">
            <Text size="sm">
              {say('notKnown')} {troubleSentence(availability.error)}
            </Text>
            <Button size="xs" variant="default" onClick={availability.askAgain}>
              {part('tryAgain')}
            </Button>
          </Stack>
        </Paper>
      )
  }
}

function Plain({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <Paper p="sm" bg="var(--araro-ground)">
      <Group gap="xs" wrap="nowrap">
        {icon}
        <Text size="sm">{children}</Text>
      </Group>
    </Paper>
  )
}

/** Outside the live region, so that a screen reader does not read every second aloud. */
function HoldLine({ hold }: { hold: Hold & { keepAgain: () => void } }) {
  const say = useWords(bookingFormWords)
  if (hold.state === 'kept') return <Countdown untilMs={hold.untilMs} />
  if (hold.state !== 'lapsed') return null
  return (
    <Text size="sm" role="status">
      {say('lapsed')}{' '}
      <UnstyledButton fz="sm" td="underline" fw={600} onClick={hold.keepAgain}>
        {say('keepAgain')}
      </UnstyledButton>
    </Text>
  )
}

function Countdown({ untilMs }: { untilMs: number }) {
  const say = useWords(bookingFormWords)
  const [leftMs, setLeftMs] = useState(untilMs - Date.now())
  const clock = useInterval(() => setLeftMs(untilMs - Date.now()), 1000)
  useEffect(() => {
    setLeftMs(untilMs - Date.now())
    clock.start()
    return clock.stop
  }, [untilMs, clock.start, clock.stop])
  const seconds = Math.max(0, Math.ceil(leftMs / 1000))
  const time = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
  return (
    <Text size="sm" c="dimmed" role="timer" data-hold-seconds={seconds}>
      {say('kept', { time })}
    </Text>
  )
}
