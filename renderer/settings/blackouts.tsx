import { Button, Group, Select, Stack, Text, TextInput, Title } from '@mantine/core'
import { isLocalDay } from '#booking/time/day'
import type { BlackoutRow } from '#calls/holidays'
import { REASON_LENGTH } from '#calls/limits'
import { useActOn } from '../commands/use-act-on.ts'
import { useCommand } from '../commands/use-command.ts'
import { WhenField } from '../parts/fields/when-field.tsx'
import { textField } from '../parts/form/fields.ts'
import { FormFrame } from '../parts/form/form-frame.tsx'
import { reader } from '../parts/form/reading.ts'
import { useForm } from '../parts/form/use-form.ts'
import { useInnerForms } from '../parts/form/use-inner-forms.ts'
import { Answered } from '../parts/lists/list-states.tsx'
import { PhoneLink } from '../parts/lists/phone-link.tsx'
import { RecordLink } from '../parts/lists/record-link.tsx'
import { Cell, RecordTable } from '../parts/lists/record-table.tsx'
import { RefusalPanel } from '../parts/refusals/refusal-panel.tsx'
import { useCall } from '../service/use-call.ts'
import { useFormat } from '../words/format.ts'
import { hoursWords } from '../words/hours/screen.ts'
import { useWords } from '../words/words.ts'

/** Times in which machines are not booked, and whom each of them reaches (B3). */
export function Blackouts({ mayChange }: { mayChange: boolean }) {
  const say = useWords(hoursWords)
  const answer = useCall('blackouts.list', {})
  return (
    <Stack gap="sm" component="section" aria-label={say('stops')}>
      <Title order={2} size="h5">
        {say('stops')}
      </Title>
      <Text size="sm" c="dimmed">
        {say('stopsExplain')}
      </Text>
      <Answered answer={answer}>
        {({ blackouts }) =>
          blackouts.length === 0 ? (
            <Text size="sm">{say('noStops')}</Text>
          ) : (
            <RecordTable caption={say('stops')} heads={[say('what'), say('when'), say('reason'), '']}>
              {blackouts.map(row => (
                <BlackoutLine key={row.id} shown={row} mayChange={mayChange} />
              ))}
            </RecordTable>
          )
        }
      </Answered>
      {mayChange ? <AddBlackout /> : null}
    </Stack>
  )
}

function BlackoutLine({ shown, mayChange }: { shown: BlackoutRow; mayChange: boolean }) {
  const say = useWords(hoursWords)
  const format = useFormat()
  const on = useActOn('blackout', shown)
  const remove = useCommand('blackouts.remove')
  const { id: blackoutId, what, period, reason } = shown
  const takeBack = () =>
    on.act(
      ({ version }) => remove.run({ blackoutId, version }),
      () => say('takenBack', { reason }),
    )
  return (
    <tr>
      <Cell label={say('what')} shape="name">
        {what || say('everything')}
      </Cell>
      <Cell label={say('when')} shape="fixed">
        {format.period(period)}
      </Cell>
      <Cell label={say('reason')} shape="sentence">
        {reason}
        <Reached of={shown} />
        {on.refusal ? <RefusalPanel refusal={on.refusal} /> : null}
      </Cell>
      <Cell>
        {mayChange ? (
          <Button
            size="xs"
            variant="default"
            loading={remove.busy}
            aria-label={say('takeBackOf', { reason })}
            onClick={() => void takeBack()}
          >
            {say('takeBack')}
          </Button>
        ) : null}
      </Cell>
    </tr>
  )
}

type Reach = Pick<BlackoutRow, 'machineId' | 'typeId' | 'period'>

/** The bookings that it reaches, with whom to call. Nothing if there are none. */
function Reached({ of: { machineId, typeId, period } }: { of: Reach }) {
  const say = useWords(hoursWords)
  const format = useFormat()
  const which = { ...(machineId && { machineId }), ...(typeId && { typeId }) }
  const { data } = useCall('blackouts.reach', { ...which, period })
  if (!data || data.count === 0) return null
  return (
    <div role="status">
      <Text size="sm">{say('reaches', { count: data.count })}</Text>
      <ul style={{ margin: 0 }}>
        {data.reached.map(one => (
          <li key={one.bookingId}>
            <RecordLink entity="booking" id={one.bookingId}>
              {`${one.machineName} · ${one.memberName}`}
            </RecordLink>{' '}
            · {format.period(one.period)} <PhoneLink phone={one.memberPhone} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function AddBlackout() {
  const say = useWords(hoursWords)
  const { open, left, pressed, press, leave } = useInnerForms([KEPT_AS])
  if (open === KEPT_AS) return <BlackoutForm autoFocus={pressed} onLeave={leave} />
  return (
    <div>
      <Button variant="default" autoFocus={left === KEPT_AS} onClick={() => press(KEPT_AS)}>
        {say('addStop')}
      </Button>
    </div>
  )
}

const NEW = { what: '', from: '', fromUnread: '', to: '', toUnread: '', reason: '' }
type Typed = typeof NEW
const KEPT_AS = 'settings.hours.stop'
const OF_TYPE = 'type '

function BlackoutForm({ autoFocus, onLeave }: { autoFocus: boolean; onLeave: () => void }) {
  const say = useWords(hoursWords)
  const add = useCommand('blackouts.add')
  const machines = useCall('machines.list', {}).data ?? []
  const types = useCall('machines.types', {}).data ?? []
  const form = useForm({
    say,
    keptAs: KEPT_AS,
    record: null,
    typedFrom: (): Typed => NEW,
    read: readBlackout,
    send: fields => add.run(fields),
    saved: yes => say('stopSaved', { reason: yes.blackout.reason }),
    onSaved: onLeave,
    labels: {
      what: 'what',
      from: 'firstDay',
      fromUnread: 'firstDay',
      to: 'lastDay',
      toUnread: 'lastDay',
      reason: 'reason',
    },
    lengths: { what: 200, from: 10, fromUnread: 100, to: 10, toUnread: 100, reason: REASON_LENGTH },
  })
  const { typed } = form
  const asked = daysOf(typed)
  return (
    <FormFrame form={form} save={say('saveStop')} onLeave={onLeave}>
      <Select
        label={form.labelOf('what')}
        maw={420}
        searchable
        autoFocus={autoFocus}
        value={typed.what}
        onChange={what => form.type({ what: what ?? '' })}
        data={[
          { value: '', label: say('everything') },
          ...types.map(one => ({ value: `${OF_TYPE}${one.id}`, label: one.name })),
          ...machines.map(one => ({ value: one.id, label: one.name })),
        ]}
      />
      <Group align="flex-start">
        <WhenField
          label={form.labelOf('from')}
          mode="days"
          value={typed.from}
          unread={typed.fromUnread}
          onChange={(from, _, fromUnread) => form.type({ from, fromUnread })}
          error={form.wrongAt('from')}
          withPicker
        />
        <WhenField
          label={form.labelOf('to')}
          mode="days"
          value={typed.to}
          unread={typed.toUnread}
          onChange={(to, _, toUnread) => form.type({ to, toUnread })}
          error={form.wrongAt('to')}
          withPicker
        />
      </Group>
      <TextInput {...textField(form, 'reason')} maw={420} />
      {asked ? <Reached of={asked} /> : null}
    </FormFrame>
  )
}

/** Which machines, and when, once both days can be read. */
function daysOf({ what, from, to }: Typed): Reach | null {
  if (!isLocalDay(from) || !isLocalDay(to) || to < from) return null
  const typeId = what.startsWith(OF_TYPE) ? what.slice(OF_TYPE.length) : null
  return { typeId, machineId: what === '' || typeId ? null : what, period: { kind: 'days', from, to } }
}

function readBlackout(typed: Typed) {
  const read = reader<Typed, 'dayNeeded' | 'lastBeforeFirst' | 'reasonNeeded'>(typed)
  const isDay = (day: string, unread: string) => isLocalDay(day) && unread.trim() === ''
  const from = read.given('from', isDay(typed.from, typed.fromUnread) ? typed.from : null, 'dayNeeded')
  const to = read.given('to', isDay(typed.to, typed.toUnread) ? typed.to : null, 'dayNeeded')
  if (from && to && to < from) read.wrong('to', 'lastBeforeFirst')
  const reason = read.needed('reason', 'reasonNeeded').trim()
  const { machineId = null, typeId = null } = daysOf(typed) ?? {}
  return read.as({
    ...(machineId !== null && { machineId }),
    ...(typeId !== null && { typeId }),
    period: { kind: 'days' as const, from, to },
    reason,
  })
}
