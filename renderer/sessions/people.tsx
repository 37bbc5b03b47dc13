import { Anchor, Button, Checkbox, Group, Stack, Text } from '@mantine/core'
import type { EnrolmentRow, SessionRow } from '#calls/sessions'
import { useActOn } from '../commands/use-act-on.ts'
import { useCommand } from '../commands/use-command.ts'
import { RecordLink } from '../parts/lists/record-link.tsx'
import { RefusalPanel } from '../parts/refusals/refusal-panel.tsx'
import { useFormat } from '../words/format.ts'
import { sessionWords } from '../words/sessions/screen.ts'
import { useWords } from '../words/words.ts'
import './sessions.css'

type PeopleProps = { session: SessionRow; people: readonly EnrolmentRow[] }

/** Those of a session, one line each. From the day of the session on, a press marks who came. */
export function People({ session, people }: PeopleProps) {
  const format = useFormat()
  const { state, startMs } = session
  const isHeld =
    state !== 'cancelled' && Date.now() >= format.calendar.startOfDay(format.calendar.dayOf(startMs))
  const isComing = state === 'open' || state === 'full'
  return (
    <Stack gap="xs">
      <ul className="araro-people">
        {people.map(person => (
          <Line key={person.id} person={person} marks={isHeld} leaves={isComing} />
        ))}
      </ul>
      {isHeld && !isComing ? <TheOthers people={people} /> : null}
    </Stack>
  )
}

/** Marks everybody of whom nothing was said as not having come. */
function TheOthers({ people }: { people: readonly EnrolmentRow[] }) {
  const say = useWords(sessionWords)
  const attended = useCommand('sessions.attended')
  const others = people.filter(one => one.status === 'active' && one.came === null)
  const isBegun = people.some(one => one.came !== null)
  if (others.length === 0 || !isBegun) return null
  async function mark() {
    for (const { id, version } of others) await attended.run({ enrolmentId: id, version, came: false })
  }
  return (
    <div>
      <Button size="xs" variant="default" loading={attended.busy} onClick={() => void mark()}>
        {say('othersDidNot', { count: others.length })}
      </Button>
    </div>
  )
}

type LineProps = { person: EnrolmentRow; marks: boolean; leaves: boolean }

function Line({ person: shown, marks, leaves }: LineProps) {
  const say = useWords(sessionWords)
  const { record: person, refusal, act } = useActOn('enrolment', shown)
  const leave = useCommand('sessions.cancelEnrolment')
  const attended = useCommand('sessions.attended')
  const { name, status, came, sessionTitle: title } = person
  const isIn = status !== 'cancelled'
  function mark(next: boolean | null) {
    const said = next === null ? 'unmarked' : 'markedCame'
    void act(
      ({ id, version }) => attended.run({ enrolmentId: id, version, came: next }),
      () => say(said, { name }),
    )
  }
  return (
    <li>
      <Who person={person} />
      <Group gap="sm" wrap="nowrap">
        {marks && status === 'active' ? (
          <>
            {came === false ? (
              <Text size="xs" c="dimmed">
                {say('didNotCome')}
              </Text>
            ) : null}
            <Checkbox
              label={say('came')}
              aria-label={say('cameOf', { name })}
              checked={came === true}
              disabled={attended.busy}
              onChange={event => mark(event.currentTarget.checked ? true : null)}
            />
          </>
        ) : null}
        {leaves && isIn ? (
          <Button
            size="xs"
            variant="default"
            aria-label={say('takeOutOf', { name })}
            loading={leave.busy}
            onClick={() =>
              void act(
                ({ id, version }) => leave.run({ enrolmentId: id, version }),
                () => say('tookOut', { name, title }),
              )
            }
          >
            {say('takeOut')}
          </Button>
        ) : null}
      </Group>
      {refusal ? <RefusalPanel refusal={refusal} /> : null}
    </li>
  )
}

function Who({ person }: { person: EnrolmentRow }) {
  const say = useWords(sessionWords)
  const { name, memberId, memberNumber, memberPhone: phone, memberBarangay } = person
  const more = [memberNumber, memberBarangay].filter(Boolean).join(' · ')
  return (
    <div>
      {memberId ? (
        <RecordLink entity="member" id={memberId}>
          {name}
        </RecordLink>
      ) : (
        <Text size="sm" span>
          {name}
        </Text>
      )}{' '}
      <Text size="sm" c="dimmed" span>
        {person.isGuest ? say('guestNote') : more}
      </Text>{' '}
      {phone ? (
        <Anchor size="sm" href={`tel:${phone.replaceAll(' ', '')}`}>
          {phone}
        </Anchor>
      ) : null}
    </div>
  )
}
