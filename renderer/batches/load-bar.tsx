import { Text } from '@mantine/core'
import type { BatchRow } from '#calls/batches'
import { batchWords } from '../words/batches/screen.ts'
import { useFormat } from '../words/format.ts'
import { useWords } from '../words/words.ts'
import '../sessions/sessions.css'

/** "47/60", with a bar that is as full as the batch, and how many sacks are left. */
export function LoadBar({ batch }: { batch: Pick<BatchRow, 'sacks' | 'capacity' | 'left' | 'state'> }) {
  const say = useWords(batchWords)
  const format = useFormat()
  const { sacks, capacity, left, state } = batch
  const isClosed = state === 'done' || state === 'cancelled'
  const percent = capacity === 0 ? 0 : Math.min(100, Math.round((sacks * 100) / capacity))
  return (
    <div className="araro-places">
      <Text size="sm" span>
        {say('loadOf', { sacks: format.number(sacks), capacity: format.number(capacity) })}
      </Text>
      <span className="araro-places-bar" aria-hidden>
        <span data-full={sacks >= capacity || undefined} style={{ width: `${percent}%` }} />
      </span>
      {isClosed ? null : (
        <Text size="xs" c="dimmed" span>
          {left === 0 ? say('full') : say('left', { count: left })}
        </Text>
      )}
    </div>
  )
}
