import { Group, Stack, Text, TextInput, Title } from '@mantine/core'
import { may } from '#booking/users/roles'
import { MEMBER_LENGTHS, SESSION_LENGTHS } from '#calls/limits'
import type { EnrolmentRow, SessionRow } from '#calls/sessions'
import { useCommand } from '../commands/use-command.ts'
import { MemberPicker, type PickedMember } from '../parts/fields/member-picker.tsx'
import { SegmentedField } from '../parts/fields/segmented-field.tsx'
import { textField } from '../parts/form/fields.ts'
import { FormFrame } from '../parts/form/form-frame.tsx'
import { type Reading, reader } from '../parts/form/reading.ts'
import { useForm } from '../parts/form/use-form.ts'
import { useUser } from '../service/sign-in.ts'
import { sessionWords } from '../words/sessions/screen.ts'
import { useWords } from '../words/words.ts'

/**
 * Gives somebody a place, or a turn on the waiting list of a full session. Who does not see the members, such as an
 * organizer, names a member by the exact number.
 */
export function EnrolForm({ session }: { session: SessionRow }) {
  const say = useWords(sessionWords)
  const seesMembers = may(useUser().role, 'see-office')
  const enrol = useCommand('sessions.enrol')
  const isFull = session.placesLeft === 0
  const form = useForm({
    keptAs: `enrol.${session.id}`,
    record: null,
    typedFrom: () => EMPTY,
    read: typed => readPerson(typed, seesMembers),
    send: person => enrol.run({ sessionId: session.id, ...person, ...(isFull ? { wait: true } : {}) }),
    saved: ({ enrolment }) => say(saidOf(enrolment), { name: enrolment.name, title: session.title }),
    onSaved: (_, beginAt) => beginAt(null),
    say,
    labels: { as: 'as', member: 'member', memberText: 'member', number: 'memberNumber', guest: 'guest' },
    lengths: { number: MEMBER_LENGTHS.number, guest: SESSION_LENGTHS.guest },
  })
  const { as, member, memberText } = form.typed
  return (
    <Stack gap={4}>
      <Title order={2} size="h5">
        {say('enrolTitle')}
      </Title>
      {isFull ? <Text size="sm">{say('fullExplain')}</Text> : null}
      <FormFrame
        form={form}
        save={say(isFull ? 'wait' : 'enrol')}
        saveProps={{ style: { alignSelf: 'flex-start' } }}
      >
        <Group gap="sm" align="flex-start">
          {session.open === 'anybody' ? (
            <SegmentedField
              label={form.labelOf('as')}
              value={as}
              onChange={to => form.type({ as: to })}
              data={[
                { value: 'member', label: say('asMember') },
                { value: 'guest', label: say('asGuest') },
              ]}
            />
          ) : null}
          {as === 'guest' ? (
            <TextInput {...textField(form, 'guest')} style={WIDE} />
          ) : seesMembers ? (
            <MemberPicker
              member={member}
              onPick={({ id, name, number, barangay }) =>
                form.type({ member: { id, name, number, barangay }, memberText: null })
              }
              typed={memberText}
              onType={text => form.type({ memberText: text })}
              error={form.wrongAt('member')}
              style={WIDE}
            />
          ) : (
            <TextInput {...textField(form, 'number')} description={say('memberNumberHint')} style={WIDE} />
          )}
        </Group>
      </FormFrame>
    </Stack>
  )
}

const WIDE = { flex: '1 1 220px' }

type Typed = {
  as: 'member' | 'guest'
  member: PickedMember | null
  memberText: string | null
  number: string
  guest: string
}
const EMPTY: Typed = { as: 'member', member: null, memberText: null, number: '', guest: '' }

function saidOf({ status }: EnrolmentRow) {
  return status === 'waiting' ? 'waiting' : 'enrolled'
}

type Why = 'memberNeeded' | 'numberNeeded' | 'guestNeeded'
type Person = { memberId?: string; memberNumber?: string; guest?: string }

function readPerson(typed: Typed, seesMembers: boolean): Reading<Typed, Person, Why> {
  const read = reader<Typed, Why>(typed)
  if (typed.as === 'guest') return read.as({ guest: read.needed('guest', 'guestNeeded') })
  if (!seesMembers) return read.as({ memberNumber: read.needed('number', 'numberNeeded') })
  if (typed.memberText?.trim()) read.wrong('member', true)
  return read.as({ memberId: read.given('member', typed.member?.id, 'memberNeeded') })
}
