import { Stack, Text, Title } from '@mantine/core'
import type { EnrolmentRow } from '#calls/sessions'
import { RecordLink } from '../parts/lists/record-link.tsx'
import { useCall } from '../service/use-call.ts'
import { useFormat } from '../words/format.ts'
import { sessionWords } from '../words/sessions/screen.ts'
import { enrolmentStatusWords } from '../words/sessions/states.ts'
import { useWords } from '../words/words.ts'
import './sessions.css'

/** A member's own sessions, the latest first. Nothing is shown of a member who never had a place. */
export function MemberSessions({ memberId }: { memberId: string }) {
  const say = useWords(sessionWords)
  const { data: places = [] } = useCall('sessions.ofMember', { memberId })
  if (places.length === 0) return null
  return (
    <Stack gap={4}>
      <Title order={2} size="h5">
        {say('title')}
      </Title>
      <ul className="araro-people">
        {places.map(place => (
          <Place key={place.id} place={place} />
        ))}
      </ul>
    </Stack>
  )
}

function Place({ place }: { place: EnrolmentRow }) {
  const say = useWords(sessionWords)
  const named = useWords(enrolmentStatusWords)
  const format = useFormat()
  const { sessionId, sessionTitle, startMs, endMs, status, came } = place
  const attended = came === null ? named(status) : say(came ? 'came' : 'didNotCome')
  return (
    <li>
      <div>
        <RecordLink entity="session" id={sessionId}>
          {sessionTitle}
        </RecordLink>{' '}
        <Text size="sm" c="dimmed" span>
          {format.period({ kind: 'time', startMs, endMs })}
        </Text>
      </div>
      <Text size="sm" span>
        {attended}
      </Text>
    </li>
  )
}
