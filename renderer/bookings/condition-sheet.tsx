import { Button, Group, Input, SegmentedControl, Stack, Text, TextInput, VisuallyHidden } from '@mantine/core'
import { useId } from 'react'
import { CONDITIONS, type Condition, type Seen, worsened } from '#booking/machines/condition'
import { POINTS } from '#calls/limits'
import { bookingWords } from '../words/bookings/screen.ts'
import { conditionWords } from '../words/readings/readings.ts'
import { useWords } from '../words/words.ts'
import './condition-sheet.css'

type ConditionSheetProps = {
  label: string
  /** What is looked at on machines of this type. */
  points: readonly string[]
  /** What was seen before, and how that is said: "when it last came back". */
  before: readonly Seen[]
  beforeSaid: string | null
  /** What is seen now; a point that nobody looked at is missing. */
  seen: readonly Seen[]
  onSee: (seen: Seen[]) => void
}

/** The points of a machine, each fine, worn or broken. Nothing has to be looked at. */
export function ConditionSheet({ label, points, before, beforeSaid, seen, onSee }: ConditionSheetProps) {
  const say = useWords(bookingWords)
  const id = useId()
  const rows = [...new Set([...points, ...seen.map(one => one.point)])]
  if (rows.length === 0) return null
  const stateOf = (point: string) => seen.find(one => one.point === point)
  const worse = worsened(before, seen)
  function see(point: string, now: Seen | null) {
    const others = seen.filter(one => one.point !== point)
    const inOrder = now ? [...others, now] : others
    onSee(inOrder.sort((a, b) => rows.indexOf(a.point) - rows.indexOf(b.point)))
  }
  return (
    <section aria-labelledby={id}>
      <Group justify="space-between" align="center" mb={4}>
        <Input.Label id={id} labelElement="div">
          {label}
        </Input.Label>
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => onSee(rows.map(point => stateOf(point) ?? { point, state: 'fine' }))}
        >
          {say('allFine')}
        </Button>
      </Group>
      {beforeSaid ? (
        <Text size="xs" c="dimmed" mb={4}>
          {beforeSaid}
        </Text>
      ) : null}
      <Stack gap={6}>
        {rows.map(point => (
          <OnePoint
            key={point}
            point={point}
            now={stateOf(point)}
            was={before.find(one => one.point === point)}
            worse={worse.some(one => one.point === point)}
            onSee={now => see(point, now)}
          />
        ))}
      </Stack>
    </section>
  )
}

type OnePointProps = {
  point: string
  now: Seen | undefined
  was: Seen | undefined
  worse: boolean
  onSee: (now: Seen | null) => void
}

function OnePoint({ point, now, was, worse, onSee }: OnePointProps) {
  const say = useWords(bookingWords)
  const condition = useWords(conditionWords)
  const remark = now && now.state !== 'fine'
  return (
    <div className="araro-point">
      <div className="araro-point-name">
        <Text size="sm">{point}</Text>
        {was && was.state !== 'fine' ? (
          <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {say('wasBefore', { state: condition(was.state).toLowerCase() })}
            {was.note ? ` (${was.note})` : ''}
          </Text>
        ) : null}
        {worse ? (
          <Text size="xs" c="var(--mantine-color-error)">
            {say('worseThanBefore')}
          </Text>
        ) : null}
      </div>
      <SegmentedControl
        size="xs"
        aria-label={point}
        value={now?.state ?? ''}
        onChange={state =>
          onSee(
            state === '' ? null : { point, state: state as Condition, ...(now?.note && { note: now.note }) },
          )
        }
        data={[
          {
            value: '',
            label: (
              <>
                <span aria-hidden>–</span>
                <VisuallyHidden>{say('notLookedAt')}</VisuallyHidden>
              </>
            ),
          },
          ...CONDITIONS.map(value => ({ value, label: condition(value) })),
        ]}
      />
      {remark ? (
        <TextInput
          className="araro-point-remark"
          size="xs"
          aria-label={say('remarkOn', { point })}
          placeholder={say('remarkHint')}
          maxLength={POINTS.note}
          value={now.note ?? ''}
          onChange={event => onSee({ ...now, note: event.currentTarget.value })}
        />
      ) : null}
    </div>
  )
}
