import { Button, Group, Paper, Stack, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconCircleCheck, IconClock } from '@tabler/icons-react'
import { useMemo } from 'react'
import type { Period } from '#booking/time/period'
import type { InputOf } from '#calls/contract'
import { ThingsInTheWay } from '../parts/refusals/in-the-way.tsx'
import { RefusalPanel } from '../parts/refusals/refusal-panel.tsx'
import { useCall } from '../service/use-call.ts'
import { useFormat } from '../words/format.ts'
import { maintenanceWords } from '../words/maintenance/screen.ts'
import { partWords } from '../words/parts/parts.ts'
import { troubleSentence } from '../words/parts/trouble.ts'
import { useWords } from '../words/words.ts'

/** The pause, in milliseconds, between the last keystroke and the question. */
const WAIT_MS = 350

type Wanted = InputOf<'maintenance.check'>
type PeriodCheckProps = {
  /** Null while the machine or the time is missing. */
  wanted: Wanted | null
  /** Takes a free time that is offered instead. */
  onTake: (period: Period) => void
}

/** While the form is filled: whether the time is free; if not, what is in the way and which times are free instead. */
export function PeriodCheck({ wanted, onTake }: PeriodCheckProps) {
  const say = useWords(maintenanceWords)
  const part = useWords(partWords)
  const format = useFormat()
  const now = useMemo(() => (wanted ? JSON.stringify(wanted) : ''), [wanted])
  const [typed] = useDebouncedValue(now, WAIT_MS)
  const asked = useMemo(() => (typed ? (JSON.parse(typed) as Wanted) : null), [typed])
  const check = useCall('maintenance.check', asked ?? NOTHING, {
    enabled: asked !== null,
    alwaysFresh: true,
  })
  if (!wanted) return null
  const answer = asked && now === typed ? check.data : undefined
  return (
    <div aria-live="polite">
      {answer?.free ? (
        <Paper p="sm" bg="var(--araro-good-ground)" c="var(--araro-good-text)">
          <Group gap="xs" wrap="nowrap" align="flex-start">
            <IconCircleCheck size={18} style={{ flexShrink: 0, marginTop: 2 }} aria-hidden />
            <Text size="sm" fw={600}>
              {say('free', { when: format.period(wanted.period) })}
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
      ) : check.error && now === typed ? (
        <Paper p="sm" bg="var(--araro-warn-ground)" c="var(--araro-warn-text)">
          <Stack gap="xs" align="flex-start">
            <Text size="sm">{troubleSentence(check.error)}</Text>
            <Button size="xs" variant="default" onClick={() => void check.refetch()}>
              {part('tryAgain')}
            </Button>
          </Stack>
        </Paper>
      ) : (
        <Paper p="sm" bg="var(--araro-ground)">
          <Group gap="xs" wrap="nowrap">
            <IconClock size={18} aria-hidden />
            <Text size="sm">{say('checking')}</Text>
          </Group>
        </Paper>
      )}
    </div>
  )
}

/** The input in the query's key while there is no question. */
const NOTHING: Wanted = { machineId: '', period: { kind: 'days', from: '', to: '' } }
