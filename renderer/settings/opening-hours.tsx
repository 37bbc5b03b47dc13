import { Alert, Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core'
import type { ClosedRules, Week } from '#booking/hours/opening-hours'
import { CLOCK_LENGTH } from '#calls/limits'
import type { SettingsRow } from '#calls/settings'
import { useCommand } from '../commands/use-command.ts'
import { FormFrame } from '../parts/form/form-frame.tsx'
import type { Reading } from '../parts/form/reading.ts'
import { useForm } from '../parts/form/use-form.ts'
import { Cell, Fact, Facts, RecordTable } from '../parts/lists/record-table.tsx'
import { useFormat } from '../words/format.ts'
import { clockInWords, hoursInWords, weekdayNames } from '../words/hours/in-words.ts'
import { hoursWords } from '../words/hours/screen.ts'
import { useWords } from '../words/words.ts'
import { Blackouts } from './blackouts.tsx'
import { Holidays } from './holidays.tsx'
import {
  type ClockField,
  type DayTyped,
  readClock,
  readDay as readDayTyped,
  readWeek,
  typedWeek,
} from './week-typed.ts'
import './opening-hours.css'

type OpeningHoursProps = { settings: SettingsRow; mayChange: boolean }

/** When the cooperative's office is open on each day of the week (B3). */
export function OpeningHours({ settings, mayChange }: OpeningHoursProps) {
  const say = useWords(hoursWords)
  const format = useFormat()
  const { week } = settings.hours
  return (
    <Stack gap="md" maw={860}>
      <Text size="sm" c="dimmed">
        {say(mayChange ? 'explain' : 'readOnly')}
      </Text>
      {week === null ? <Alert variant="light">{say('notSet')}</Alert> : null}
      {mayChange ? (
        <WeekForm settings={settings} />
      ) : (
        <Facts>
          {weekdayNames(format).map((name, day) => (
            <Fact key={name} label={name}>
              {hoursInWords(week?.[day] ?? [], format)}
            </Fact>
          ))}
        </Facts>
      )}
      <Holidays mayChange={mayChange} isSet={week !== null} />
      <Blackouts mayChange={mayChange} />
    </Stack>
  )
}

type Typed = { days: DayTyped[]; publicHolidays: boolean } & ClosedRules

function WeekForm({ settings }: { settings: SettingsRow }) {
  const say = useWords(hoursWords)
  const format = useFormat()
  const set = useCommand('hours.set')
  const form = useForm({
    say,
    keptAs: 'settings.hours',
    record: settings,
    typedFrom: (record: SettingsRow): Typed => ({
      days: typedWeek(record, format),
      publicHolidays: record.hours.publicHolidays,
      ...record.hours.closed,
    }),
    read: readTyped,
    send: ({ week, ...rest }: Read, { version }: SettingsRow) =>
      set.run({ version, week: week.map(hours => [...hours]), ...rest }),
    saved: () => say('saved'),
    onSaved: (yes, beginAt) => beginAt(yes.settings),
    labels: { days: 'weekly', publicHolidays: 'publicHolidays', ...CLOSED },
    lengths: {},
  })
  const { days } = form.typed
  const wrong = form.wrongAt('days')
  const type = (day: number, part: Partial<DayTyped>) =>
    form.type({ days: days.map((one, index) => (index === day ? { ...one, ...part } : one)) })
  const first = days.find(one => one.open)
  const copy = () => form.type({ days: days.map(one => (one.open && first ? { ...first } : one)) })
  return (
    <FormFrame form={form} save={say('save')} saveProps={{ style: { alignSelf: 'flex-start' } }}>
      <div className="araro-week">
        <RecordTable
          caption={say('weekly')}
          heads={[say('day'), say('open'), say('from'), say('breakFrom'), say('breakTo'), say('to')]}
        >
          {weekdayNames(format).map((name, day) => {
            const typed = days[day]
            return typed ? (
              <DayRow
                key={name}
                name={name}
                typed={typed}
                asked={wrong !== null}
                onType={part => type(day, part)}
              />
            ) : null
          })}
        </RecordTable>
      </div>
      {typeof wrong === 'string' ? (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {wrong}
        </Text>
      ) : null}
      <Group gap="xs">
        <Button variant="default" size="xs" onClick={copy} disabled={!first}>
          {say('asAbove')}
        </Button>
        <Text size="xs" c="dimmed">
          {say('asAboveHint')}
        </Text>
      </Group>
      <Stack gap="xs">
        {(['publicHolidays', 'span', 'startOrEnd', 'withinHours'] as const).map(rule => (
          <Checkbox
            key={rule}
            label={form.labelOf(rule)}
            checked={form.typed[rule]}
            onChange={event => form.type({ [rule]: event.currentTarget.checked })}
          />
        ))}
      </Stack>
    </FormFrame>
  )
}

type DayRowProps = {
  name: string
  typed: DayTyped
  asked: boolean
  onType: (part: Partial<DayTyped>) => void
}

function DayRow({ name, typed, asked, onType }: DayRowProps) {
  const say = useWords(hoursWords)
  const format = useFormat()
  const read = readDayTyped(typed)
  const problems = asked && 'problems' in read ? read.problems : {}
  function clock(field: ClockField, label: 'fromOn' | 'toOn' | 'breakFromOn' | 'breakToOn') {
    const problem = problems[field]
    return (
      <TextInput
        aria-label={say(label, { day: name })}
        value={typed.open ? typed[field] : ''}
        disabled={!typed.open}
        maxLength={CLOCK_LENGTH}
        autoComplete="off"
        onChange={event => onType({ [field]: event.currentTarget.value })}
        onBlur={() => {
          const minutes = readClock(typed[field])
          if (minutes !== null && typed.open) onType({ [field]: clockInWords(minutes, format) })
        }}
        error={problem ? say(problem) : null}
      />
    )
  }
  return (
    <tr>
      <Cell label={say('day')} shape="fixed">
        {name}
      </Cell>
      <Cell label={say('open')} shape="fixed">
        <Checkbox
          aria-label={say('openOn', { day: name })}
          checked={typed.open}
          onChange={event => onType({ open: event.currentTarget.checked })}
        />
      </Cell>
      <Cell label={say('from')}>{clock('from', 'fromOn')}</Cell>
      <Cell label={say('breakFrom')}>{clock('breakFrom', 'breakFromOn')}</Cell>
      <Cell label={say('breakTo')}>{clock('breakTo', 'breakToOn')}</Cell>
      <Cell label={say('to')}>{clock('to', 'toOn')}</Cell>
    </tr>
  )
}

type Read = { week: Week; publicHolidays: boolean; closed: ClosedRules }

const CLOSED = { span: 'span', startOrEnd: 'startOrEnd', withinHours: 'withinHours' } as const

function readTyped({ days, publicHolidays, ...closed }: Typed): Reading<Typed, Read, 'neverOpen'> {
  if (!days.some(day => day.open)) return { problems: { days: 'neverOpen' } }
  const week = readWeek(days)
  return week ? { fields: { week, publicHolidays, closed } } : { problems: { days: true } }
}
