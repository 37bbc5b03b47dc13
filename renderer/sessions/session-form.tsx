import { Pill, Select, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { OPEN_TO, type OpenTo, SESSION_LIMITS } from '#booking/sessions/state'
import type { OfficeCalendar } from '#booking/time/calendar'
import { may } from '#booking/users/roles'
import { SESSION_LENGTHS } from '#calls/limits'
import type { SessionRow } from '#calls/sessions'
import { MachinePicker } from '../parts/fields/machine-picker.tsx'
import { NumberField } from '../parts/fields/number-field.tsx'
import {
  NO_PERIOD,
  PeriodInput,
  periodFrom,
  type TypedPeriod,
  typedFrom as typedPeriod,
} from '../parts/fields/period-input.tsx'
import type { NumberTyped } from '../parts/fields/read-number.ts'
import { useAddOrChange } from '../parts/form/add-or-change.ts'
import { choiceField, numberField, textField } from '../parts/form/fields.ts'
import { FormFrame } from '../parts/form/form-frame.tsx'
import { reader } from '../parts/form/reading.ts'
import { useForm } from '../parts/form/use-form.ts'
import { useUser } from '../service/sign-in.ts'
import { useCall } from '../service/use-call.ts'
import { useFormat } from '../words/format.ts'
import { refusalSentence } from '../words/refusals/sentence.ts'
import { sessionWords } from '../words/sessions/screen.ts'
import { openToWords } from '../words/sessions/states.ts'
import { useWords } from '../words/words.ts'

type SessionFormProps = {
  /** Null for a new one. */
  session: SessionRow | null
  onSaved: (session: SessionRow) => void
  onLeave: () => void
}

/** Adds or changes a session. */
export function SessionForm({ session, onSaved, onLeave }: SessionFormProps) {
  const say = useWords(sessionWords)
  const named = useWords(openToWords)
  const format = useFormat()
  const { calendar } = format
  const user = useUser()
  const keepsAll = may(user.role, 'keep-all-sessions')
  const machines = useCall('sessions.machines', {}).data ?? []
  const organizers = useCall('sessions.organizers', {}).data ?? []
  const send = useAddOrChange('sessions.add', 'sessions.change', 'sessionId')
  const form = useForm({
    keptAs: `session.${session?.id ?? 'new'}`,
    record: session,
    typedFrom: row => typedSession(row, user.id, calendar),
    read: typed => readSession(typed, calendar),
    send,
    saved: yes => say('saved', { title: yes.session.title }),
    onSaved: yes => onSaved(yes.session),
    // What is wrong with the time is said there.
    refusedAt: refusal =>
      AT_THE_TIME.has(refusal.reason) ? { when: refusalSentence(refusal, format) } : null,
    say,
    labels: {
      title: 'sessionTitle',
      when: 'period',
      place: 'where',
      capacity: 'capacity',
      open: 'open',
      machineIds: 'machine',
      machineText: 'machine',
      organizerId: 'organizer',
      description: 'description',
    },
    lengths: {
      title: SESSION_LENGTHS.title,
      place: SESSION_LENGTHS.place,
      description: SESSION_LENGTHS.description,
    },
  })
  const { when, machineIds, machineText, organizerId } = form.typed
  const whenWrong = form.wrongAt('when')
  return (
    <FormFrame form={form} save={say('save')} onLeave={onLeave}>
      <TextInput {...textField(form, 'title')} data-autofocus />
      <PeriodInput
        mode="time"
        typed={when}
        onType={typed => form.type({ when: typed })}
        withPicker
        error={whenWrong !== null}
      />
      {typeof whenWrong === 'string' ? (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {whenWrong}
        </Text>
      ) : null}
      <TextInput {...textField(form, 'place')} />
      <NumberField
        {...numberField(form, 'capacity', SESSION_LIMITS.capacity)}
        description={say('capacityHint')}
      />
      <Select
        {...choiceField(form, 'open')}
        data={OPEN_TO.map(value => ({ value, label: named(value) }))}
        allowDeselect={false}
      />
      <Stack gap={4}>
        <MachinePicker
          machines={machines.filter(one => !machineIds.includes(one.id))}
          machineId={null}
          onPick={picked => form.type({ machineIds: [...machineIds, picked.id], machineText: null })}
          typed={machineText}
          onType={text => form.type({ machineText: text })}
          placeholder={say('machineHint')}
          error={form.wrongAt('machineText')}
        />
        {machineIds.length > 0 ? (
          <Pill.Group>
            {machineIds.map(id => {
              const machine = machines.find(one => one.id === id)?.name ?? '…'
              return (
                <Pill
                  key={id}
                  withRemoveButton
                  size="md"
                  removeButtonProps={{ 'aria-label': say('withoutMachine', { machine }), tabIndex: 0 }}
                  onRemove={() => form.type({ machineIds: machineIds.filter(one => one !== id) })}
                >
                  {machine}
                </Pill>
              )
            })}
          </Pill.Group>
        ) : null}
      </Stack>
      {keepsAll ? (
        <Select
          label={form.labelOf('organizerId')}
          value={organizerId}
          onChange={value => value && form.type({ organizerId: value })}
          data={organizers.map(one => ({ value: one.id, label: one.name }))}
          allowDeselect={false}
          error={form.wrongAt('organizerId')}
        />
      ) : null}
      <Textarea {...textField(form, 'description')} rows={3} />
    </FormFrame>
  )
}

const AT_THE_TIME = new Set<string>([
  'in-the-past',
  'ends-before-it-starts',
  'too-far-ahead',
  'too-long',
  'session-machine-taken',
])

type Typed = {
  title: string
  when: TypedPeriod
  place: string
  capacity: NumberTyped
  open: OpenTo
  machineIds: readonly string[]
  /** What is typed in the field "Machine" and is no machine yet. */
  machineText: string | null
  organizerId: string | null
  description: string
}

function typedSession(session: SessionRow | null, userId: string, calendar: OfficeCalendar): Typed {
  if (!session) {
    return {
      title: '',
      when: NO_PERIOD,
      place: '',
      capacity: '',
      open: 'members',
      machineIds: [],
      machineText: null,
      organizerId: userId,
      description: '',
    }
  }
  const { title, place, capacity, open, machineIds, description, startMs, endMs } = session
  const when = typedPeriod({ kind: 'time', startMs, endMs }, calendar)
  const organizerId = session.organizer.id
  return { title, when, place, capacity, open, machineIds, machineText: null, organizerId, description }
}

function readSession(typed: Typed, calendar: OfficeCalendar) {
  const { place, open, machineIds, organizerId, description } = typed
  const read = reader<Typed, 'titleNeeded' | 'periodNeeded'>(typed)
  const title = read.needed('title', 'titleNeeded')
  const period = read.given('when', periodFrom('time', typed.when, calendar), 'periodNeeded')
  const capacity = read.number('capacity', SESSION_LIMITS.capacity)
  if (typed.machineText?.trim()) read.wrong('machineText', true)
  const { startMs, endMs } = period?.kind === 'time' ? period : { startMs: 0, endMs: 0 }
  return read.as({
    title,
    startMs,
    endMs,
    place,
    capacity,
    open,
    machineIds: [...machineIds],
    description,
    ...(organizerId === null ? {} : { organizerId }),
  })
}
