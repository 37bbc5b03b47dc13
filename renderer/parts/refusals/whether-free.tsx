import { Button, Group, Paper, Stack, Text } from '@mantine/core'
import { IconCircleCheck, IconClock } from '@tabler/icons-react'
import type { Refusal } from '#booking/refusal'
import type { Period } from '#booking/time/period'
import type { Alternative } from '#calls/booking-rows'
import { partWords } from '../../words/parts/parts.ts'
import { troubleSentence } from '../../words/parts/trouble.ts'
import { useWords } from '../../words/words.ts'
import { ThingsInTheWay } from './in-the-way.tsx'
import { RefusalPanel } from './refusal-panel.tsx'

type Answer = { free: true } | { free: false; refusal: Refusal; alternatives: readonly Alternative[] }
type WhetherFreeProps = {
  /** Undefined while the office is asked. */
  answer: Answer | undefined
  /** The question failed. */
  error?: unknown
  onTryAgain: () => void
  /** The sentence for a free time. */
  free: string
  checking: string
  /** Takes a free time that is offered instead. */
  onTake: (period: Period) => void
}

/** While a form is filled: whether its time is free; if not, what is in the way and which times are free instead. */
export function WhetherFree({ answer, error, onTryAgain, free, checking, onTake }: WhetherFreeProps) {
  const part = useWords(partWords)
  return (
    <div aria-live="polite">
      {answer?.free ? (
        <Paper p="sm" bg="var(--araro-good-ground)" c="var(--araro-good-text)">
          <Group gap="xs" wrap="nowrap" align="flex-start">
            <IconCircleCheck size={18} style={{ flexShrink: 0, marginTop: 2 }} aria-hidden />
            <Text size="sm" fw={600}>
              {free}
            </Text>
          </Group>
        </Paper>
      ) : answer ? (
        <Stack gap="xs">
          <RefusalPanel
            refusal={answer.refusal}
            alternatives={answer.alternatives}
            onTake={({ period }) => onTake(period)}
            listed
            quiet
          />
          <ThingsInTheWay refusal={answer.refusal} />
        </Stack>
      ) : error ? (
        <Paper p="sm" bg="var(--araro-warn-ground)" c="var(--araro-warn-text)">
          <Stack gap="xs" align="flex-start">
            <Text size="sm">{troubleSentence(error)}</Text>
            <Button size="xs" variant="default" onClick={onTryAgain}>
              {part('tryAgain')}
            </Button>
          </Stack>
        </Paper>
      ) : (
        <Paper p="sm" bg="var(--araro-ground)">
          <Group gap="xs" wrap="nowrap">
            <IconClock size={18} aria-hidden />
            <Text size="sm">{checking}</Text>
          </Group>
        </Paper>
      )}
    </div>
  )
}
