import { Text } from '@mantine/core'
import type { SessionRow } from '#calls/sessions'
import { useFormat } from '../words/format.ts'
import { sessionWords } from '../words/sessions/screen.ts'
import { useWords } from '../words/words.ts'
import './sessions.css'

/** "12 of 20", with a bar that is as full as the session, and how many wait. */
export function PlacesBar({ session }: { session: Pick<SessionRow, 'taken' | 'capacity' | 'waiting'> }) {
  const say = useWords(sessionWords)
  const format = useFormat()
  const { taken, capacity, waiting } = session
  const share = Math.min(100, Math.round((taken * 100) / capacity))
  return (
    <div className="araro-places">
      <Text size="sm" span>
        {say('taken', { taken: format.number(taken), capacity: format.number(capacity) })}
      </Text>
      <span className="araro-places-bar" aria-hidden>
        <span data-full={taken >= capacity || undefined} style={{ width: `${share}%` }} />
      </span>
      {waiting > 0 ? (
        <Text size="xs" c="dimmed" span>
          {say('waits', { count: waiting })}
        </Text>
      ) : null}
    </div>
  )
}
