import { Button, Group, Paper, Stack, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { Refusal } from '#booking/refusal'
import type { Alternative } from '#calls/booking-rows'
import { useFormat } from '../../words/format.ts'
import { partWords } from '../../words/parts/parts.ts'
import { refusalSentence } from '../../words/refusals/sentence.ts'
import { useWords } from '../../words/words.ts'
import { namesSeveral } from './several.ts'

type RefusalPanelProps = {
  refusal: Refusal
  alternatives?: readonly Alternative[]
  onTake?: (alternative: Alternative) => void
  /** What is in the way is listed beside it, so that the sentence need not name it again. */
  listed?: boolean
  /** Offers to ask for the units that are free, where some are. */
  onFewer?: (units: number) => void
  /** Inside an element that screen readers announce anyway. */
  quiet?: boolean
}

/** Says why it was refused, and offers free alternatives as buttons. */
export function RefusalPanel(props: RefusalPanelProps) {
  const { refusal, alternatives = [], onTake, onFewer, listed = false, quiet = false } = props
  const say = useWords(partWords)
  const free = refusal.reason === 'over-capacity' ? refusal.free : 0
  const format = useFormat()
  const said = listed && namesSeveral(refusal) ? { ...refusal, by: [] } : refusal
  return (
    <Paper
      p="sm"
      radius="md"
      bg="var(--araro-bad-ground)"
      c="var(--araro-bad-text)"
      {...(quiet ? {} : { role: 'alert' })}
    >
      <Stack gap="xs">
        <Group gap="xs" wrap="nowrap" align="flex-start">
          <IconAlertTriangle size={18} style={{ flexShrink: 0, marginTop: 2 }} aria-hidden />
          <Text size="sm">{refusalSentence(said, format)}</Text>
        </Group>
        {onFewer && free > 0 ? (
          <div>
            <Button size="xs" onClick={() => onFewer(free)}>
              {say('bookFewer', { count: format.number(free) })}
            </Button>
          </div>
        ) : null}
        {onTake ? <Alternatives alternatives={alternatives} onTake={onTake} /> : null}
      </Stack>
    </Paper>
  )
}

function Alternatives({
  alternatives,
  onTake,
}: {
  alternatives: readonly Alternative[]
  onTake: (alternative: Alternative) => void
}) {
  const say = useWords(partWords)
  const format = useFormat()
  if (alternatives.length === 0) return null
  return (
    <Stack gap={6}>
      <Text size="sm" fw={600}>
        {say('instead')}
      </Text>
      <Group gap={6}>
        {alternatives.map(alternative => (
          <Button
            key={`${alternative.machineId} ${format.period(alternative.period)}`}
            variant="default"
            size="xs"
            h="auto"
            py={6}
            maw="100%"
            styles={{ label: { whiteSpace: 'normal', textAlign: 'left' } }}
            onClick={() => onTake(alternative)}
          >
            {say('take', { machine: alternative.machineName, when: format.period(alternative.period) })}
          </Button>
        ))}
      </Group>
    </Stack>
  )
}
