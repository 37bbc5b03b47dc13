import { Group, Select, TextInput } from '@mantine/core'
import type { OfficeCalendar } from '#booking/time/calendar'
import { type BookingMode, endsAfterItStarts, type Period } from '#booking/time/period'
import { REASON_LENGTH } from '#calls/limits'
import { useCommand } from '../commands/use-command.ts'
import { inOtherMode, periodFrom, type TypedPeriod } from '../parts/fields/period-input.tsx'
import { SegmentedField } from '../parts/fields/segmented-field.tsx'
import { WhenField } from '../parts/fields/when-field.tsx'
import { textField } from '../parts/form/fields.ts'
import { FormFrame } from '../parts/form/form-frame.tsx'
import { reader } from '../parts/form/reading.ts'
import { useForm } from '../parts/form/use-form.ts'
import { useCall } from '../service/use-call.ts'
import { useFormat } from '../words/format.ts'
import { hoursWords } from '../words/hours/screen.ts'
import { useWords } from '../words/words.ts'
import { type Reach, Reached } from './reached.tsx'

const NEW = {
  what: '',
  mode: 'days' as BookingMode,
  from: '',
  fromUnread: '',
  to: '',
  toUnread: '',
  reason: '',
}
type Typed = typeof NEW
const OF_TYPE = 'type '
/** The clock times of a day, once whole days become clock times. */
const WORKING_DAY: TypedPeriod = { from: '08:00', to: '17:00' }
const [MORNING, EVENING] = [8 * 60, 17 * 60]

type BlackoutFormProps = { keptAs: string; autoFocus: boolean; onLeave: () => void }

/** A stop of bookings, by whole days or by clock time. Says whom it reaches before it is saved. */
export function BlackoutForm({ keptAs, autoFocus, onLeave }: BlackoutFormProps) {
  const say = useWords(hoursWords)
  const { calendar } = useFormat()
  const add = useCommand('blackouts.add')
  const machines = useCall('machines.list', {}).data ?? []
  const types = useCall('machines.types', {}).data ?? []
  const form = useForm({
    say,
    keptAs,
    record: null,
    typedFrom: (): Typed => NEW,
    read: typed => readBlackout(typed, calendar),
    send: fields => add.run(fields),
    saved: yes => say('stopSaved', { reason: yes.blackout.reason }),
    onSaved: onLeave,
    labels: {
      what: 'what',
      mode: 'stopLasts',
      from: 'firstDay',
      fromUnread: 'firstDay',
      to: 'lastDay',
      toUnread: 'lastDay',
      reason: 'reason',
    },
    lengths: { what: 200, from: 16, fromUnread: 100, to: 16, toUnread: 100, reason: REASON_LENGTH },
  })
  const { typed } = form
  const { mode } = typed
  const byDays = mode === 'days'
  const asked = reachOf(typed, calendar)
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
      <div style={{ maxWidth: 420 }}>
        <SegmentedField
          label={form.labelOf('mode')}
          value={mode}
          onChange={to => {
            const { from, to: until } = inOtherMode(typed, to, WORKING_DAY)
            form.type({ mode: to, from, to: until })
          }}
          data={[
            { value: 'days', label: say('byDays') },
            { value: 'time', label: say('byTime') },
          ]}
        />
      </div>
      <Group align="flex-start">
        <WhenField
          label={byDays ? form.labelOf('from') : say('stopBegins')}
          mode={mode}
          value={typed.from}
          unread={typed.fromUnread}
          onChange={(from, _, fromUnread) => form.type({ from, fromUnread })}
          atMinutes={MORNING}
          error={form.wrongAt('from')}
          withPicker
        />
        <WhenField
          label={byDays ? form.labelOf('to') : say('stopEnds')}
          mode={mode}
          value={typed.to}
          unread={typed.toUnread}
          onChange={(to, _, toUnread) => form.type({ to, toUnread })}
          from={typed.from}
          atMinutes={EVENING}
          error={form.wrongAt('to')}
          withPicker
        />
      </Group>
      <TextInput {...textField(form, 'reason')} maw={420} />
      {asked ? <Reached of={asked} /> : null}
    </FormFrame>
  )
}

function whichOf(what: string): Pick<Reach, 'machineId' | 'typeId'> {
  const typeId = what.startsWith(OF_TYPE) ? what.slice(OF_TYPE.length) : null
  return { typeId, machineId: what === '' || typeId ? null : what }
}

/** Which machines, and when, once both ends can be read. */
function reachOf({ what, mode, from, to }: Typed, calendar: OfficeCalendar): Reach | null {
  const period = periodFrom(mode, { from, to }, calendar)
  return period && endsAfterItStarts(period) ? { ...whichOf(what), period } : null
}

type Problem = 'dayNeeded' | 'lastBeforeFirst' | 'instantNeeded' | 'endsBeforeItBegins' | 'reasonNeeded'

function readBlackout(typed: Typed, calendar: OfficeCalendar) {
  const read = reader<Typed, Problem>(typed)
  const { mode, from, to } = typed
  const byDays = mode === 'days'
  for (const end of ['from', 'to'] as const) {
    const one = periodFrom(mode, { from: typed[end], to: typed[end] }, calendar)
    if (!one || typed[`${end}Unread`].trim() !== '') read.wrong(end, byDays ? 'dayNeeded' : 'instantNeeded')
  }
  const period = periodFrom(mode, { from, to }, calendar)
  if (period && !endsAfterItStarts(period))
    read.wrong('to', byDays ? 'lastBeforeFirst' : 'endsBeforeItBegins')
  const reason = read.needed('reason', 'reasonNeeded').trim()
  const { machineId, typeId } = whichOf(typed.what)
  return read.as({
    ...(machineId !== null && { machineId }),
    ...(typeId !== null && { typeId }),
    // Without a period there is a problem at one of its ends, and nothing is sent.
    period: period as Period,
    reason,
  })
}
