import { Alert, Checkbox, Stack, Text } from '@mantine/core'
import type { ClosedRules, Week } from '#booking/hours/opening-hours'
import type { SettingsRow } from '#calls/settings'
import { useCommand } from '../commands/use-command.ts'
import { FormFrame } from '../parts/form/form-frame.tsx'
import type { Reading } from '../parts/form/reading.ts'
import { useForm } from '../parts/form/use-form.ts'
import { Fact, Facts } from '../parts/lists/record-table.tsx'
import { useFormat } from '../words/format.ts'
import { hoursInWords, weekdayNames } from '../words/hours/in-words.ts'
import { hoursWords } from '../words/hours/screen.ts'
import { useWords } from '../words/words.ts'
import { Blackouts } from './blackouts.tsx'
import { Holidays } from './holidays.tsx'
import { Seasons } from './seasons.tsx'
import { WeekFields } from './week-fields.tsx'
import { type DayTyped, readWeek, typedWeek } from './week-typed.ts'

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
      <Seasons settings={settings} mayChange={mayChange} />
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
      days: typedWeek(record.hours.week, format),
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
  return (
    <FormFrame form={form} save={say('save')} saveProps={{ style: { alignSelf: 'flex-start' } }}>
      <WeekFields form={form} caption={say('weekly')} />
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

type Read = { week: Week; publicHolidays: boolean; closed: ClosedRules }

const CLOSED = { span: 'span', startOrEnd: 'startOrEnd', withinHours: 'withinHours' } as const

function readTyped({ days, publicHolidays, ...closed }: Typed): Reading<Typed, Read, 'neverOpen'> {
  if (!days.some(day => day.open)) return { problems: { days: 'neverOpen' } }
  const week = readWeek(days)
  return week ? { fields: { week, publicHolidays, closed } } : { problems: { days: true } }
}
