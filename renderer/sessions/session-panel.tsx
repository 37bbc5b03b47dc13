import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { EnrolmentRow, SessionRow } from '#calls/sessions'
import { useActOn } from '../commands/use-act-on.ts'
import { useCommand } from '../commands/use-command.ts'
import { DESTRUCTIVE } from '../parts/buttons/destructive.ts'
import { OFFERED } from '../parts/buttons/offered.ts'
import { ConfirmWithReason } from '../parts/dialogs/confirm-with-reason.tsx'
import { RecordLink } from '../parts/lists/record-link.tsx'
import { Fact, Facts } from '../parts/lists/record-table.tsx'
import { RefusalPanel } from '../parts/refusals/refusal-panel.tsx'
import type { OutputOf } from '../service/calls-by-name.ts'
import { useFormat } from '../words/format.ts'
import { sessionWords } from '../words/sessions/screen.ts'
import { openToWords } from '../words/sessions/states.ts'
import { useWords } from '../words/words.ts'
import { AttendanceSheet } from './attendance-sheet.tsx'
import { EnrolForm } from './enrol-form.tsx'
import { People } from './people.tsx'
import { PlacesBar } from './places-bar.tsx'
import { SessionBadge } from './session-badge.tsx'

export type FoundSession = NonNullable<OutputOf<'sessions.get'>>

/** One session: when and where it is, who has a place, who waits, and who came. */
export function SessionPanel({ found, onChange }: { found: FoundSession; onChange: () => void }) {
  const say = useWords(sessionWords)
  const named = useWords(openToWords)
  const format = useFormat()
  const { session, places, waiting, cancelled, mayKeep } = found
  const { startMs, endMs, state } = session
  const isComing = state === 'open' || state === 'full'
  return (
    <Stack gap="md">
      <Facts>
        <Fact label={say('state')}>
          <SessionBadge state={state} />
        </Fact>
        <Fact label={say('when')}>{format.period({ kind: 'time', startMs, endMs })}</Fact>
        <Fact label={say('where')}>{session.place}</Fact>
        <Fact label={say('places')}>
          <PlacesBar session={session} />
        </Fact>
        <Fact label={say('open')}>{named(session.open)}</Fact>
        <Fact label={say('machines')}>
          {session.machineIds.length > 0 ? <Machines session={session} /> : null}
        </Fact>
        <Fact label={say('organizer')}>{session.organizer.name}</Fact>
        <Fact label={say('description')}>{session.description}</Fact>
        <Fact label={say('cancelled')}>{session.reason}</Fact>
      </Facts>
      <Actions session={session} onChange={mayKeep && isComing ? onChange : undefined} />
      <AttendanceSheet session={session} places={places} waiting={waiting} />
      {isComing ? <EnrolForm session={session} /> : null}
      <Section title={say('havePlaces')} count={places.length}>
        {places.length > 0 ? (
          <People session={session} people={places} />
        ) : (
          <Text size="sm" c="dimmed">
            {say('noPlaces')}
          </Text>
        )}
      </Section>
      <SomePeople title={say('waitForOne')} session={session} people={waiting} />
      <SomePeople title={say('gaveBack')} session={session} people={cancelled} />
    </Stack>
  )
}

function Machines({ session }: { session: SessionRow }) {
  return session.machineIds.map((id, at) => (
    <span key={id}>
      {at > 0 ? ', ' : null}
      <RecordLink entity="machine" id={id}>
        {session.machineNames[at] ?? ''}
      </RecordLink>
    </span>
  ))
}

type SomePeopleProps = { title: string; session: SessionRow; people: readonly EnrolmentRow[] }

function SomePeople({ title, session, people }: SomePeopleProps) {
  if (people.length === 0) return null
  return (
    <Section title={title} count={people.length}>
      <People session={session} people={people} />
    </Section>
  )
}

function Section({ title, count, children }: { title: string; count: number; children: ReactNode }) {
  const format = useFormat()
  return (
    <Stack gap={4}>
      <Title order={2} size="h5">
        {title} {count > 0 ? `(${format.number(count)})` : ''}
      </Title>
      {children}
    </Stack>
  )
}

/** `onChange`: undefined if the user may not change the session, or nobody any more. */
function Actions({ session: shown, onChange }: { session: SessionRow; onChange: (() => void) | undefined }) {
  const say = useWords(sessionWords)
  const { record: session, refusal, asking, ask, close, act } = useActOn('session', shown)
  const cancel = useCommand('sessions.cancel')
  const { id, title, taken, waiting } = session
  const people = taken + waiting
  return (
    <>
      <Group gap="xs" {...OFFERED}>
        {onChange ? (
          <Button variant="default" onClick={onChange}>
            {say('change')}
          </Button>
        ) : null}
        <Button
          variant="default"
          leftSection={<IconPrinter size={16} aria-hidden />}
          onClick={() => window.print()}
        >
          {say('print')}
        </Button>
        {onChange ? (
          <Button {...DESTRUCTIVE} onClick={() => ask('sessions.cancel')}>
            {say('cancel')}
          </Button>
        ) : null}
      </Group>
      {refusal && !asking ? <RefusalPanel refusal={refusal} /> : null}
      <ConfirmWithReason
        opened={asking === 'sessions.cancel'}
        about={`cancel-session.${id}`}
        title={say('cancelTitle', { title })}
        explain={people > 0 ? say('cancelExplain', { count: people }) : say('cancelExplainNobody')}
        confirmLabel={say('cancel')}
        keepLabel={say('keep')}
        dangerous
        busy={cancel.busy}
        refusal={refusal}
        onConfirm={reason =>
          act(
            now => cancel.run({ sessionId: now.id, version: now.version, reason }),
            now => say('cancelledDone', { title: now.title }),
          )
        }
        onClose={close}
        onOpenAgain={() => ask('sessions.cancel')}
      />
    </>
  )
}
