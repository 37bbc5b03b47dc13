import { Anchor, Text } from '@mantine/core'
import type { SessionRow } from '#calls/sessions'
import { hrefOfRecord, usePlace } from '../navigation.ts'
import { Cell, RecordTable } from '../parts/lists/record-table.tsx'
import { Unreadable } from '../parts/lists/unreadable.tsx'
import { useFormat } from '../words/format.ts'
import { sessionWords } from '../words/sessions/screen.ts'
import { useWords } from '../words/words.ts'
import { PlacesBar } from './places-bar.tsx'
import { SessionBadge } from './session-badge.tsx'

type SessionRowsProps = { sessions: readonly SessionRow[]; onShow: (sessionId: string) => void }

export function SessionRows({ sessions, onShow }: SessionRowsProps) {
  const say = useWords(sessionWords)
  const heads = [
    say('when'),
    say('session'),
    { head: say('machines'), leaves: 'next' as const },
    { head: say('organizer'), leaves: 'first' as const },
    say('places'),
    say('state'),
  ]
  return (
    <RecordTable caption={say('title')} heads={heads}>
      {sessions.map(session => (
        <Row key={session.id} session={session} onShow={onShow} />
      ))}
    </RecordTable>
  )
}

function Row({ session, onShow }: { session: SessionRow; onShow: (sessionId: string) => void }) {
  const say = useWords(sessionWords)
  const format = useFormat()
  const place = usePlace()
  const { id, title, startMs, endMs } = session
  return (
    <tr className="araro-row">
      <Cell label={say('when')}>{format.period({ kind: 'time', startMs, endMs })}</Cell>
      <Cell label={say('session')} shape="name">
        <Anchor
          className="araro-row-link"
          size="sm"
          fw={600}
          href={hrefOfRecord('session', id, place)}
          onClick={event => {
            event.preventDefault()
            onShow(id)
          }}
        >
          {title}
        </Anchor>
        <Unreadable row={session} />
        <Text size="sm" c="dimmed">
          {session.place}
        </Text>
      </Cell>
      <Cell label={say('machines')} leaves="next">
        {session.machineNames.join(', ')}
      </Cell>
      <Cell label={say('organizer')} leaves="first">
        {session.organizer.name}
      </Cell>
      <Cell label={say('places')}>
        <PlacesBar session={session} />
      </Cell>
      <Cell label={say('state')}>
        <SessionBadge state={session.state} />
      </Cell>
    </tr>
  )
}
