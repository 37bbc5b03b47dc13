import { ActionIcon, Button, Group, Select, Stack, Text, TextInput, Title } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useState } from 'react'
import { isLocalDay, type LocalDay } from '#booking/time/day'
import type { HolidayRow } from '#calls/holidays'
import { HOLIDAY_LENGTHS, YEARS } from '#calls/limits'
import { tellDone } from '../commands/tell-done.tsx'
import { useCommand } from '../commands/use-command.ts'
import { WhenField } from '../parts/fields/when-field.tsx'
import { textField } from '../parts/form/fields.ts'
import { FormFrame } from '../parts/form/form-frame.tsx'
import { reader } from '../parts/form/reading.ts'
import { useForm } from '../parts/form/use-form.ts'
import { useInnerForms } from '../parts/form/use-inner-forms.ts'
import { Answered } from '../parts/lists/list-states.tsx'
import { Cell, RecordTable } from '../parts/lists/record-table.tsx'
import { useCall } from '../service/use-call.ts'
import { todayIn, useFormat } from '../words/format.ts'
import { hoursWords } from '../words/hours/screen.ts'
import { useWords } from '../words/words.ts'

/** The holidays of a year: struck out, closed again, and added by hand (B3). `isSet`: opening hours are set. */
export function Holidays({ mayChange, isSet }: { mayChange: boolean; isSet: boolean }) {
  const say = useWords(hoursWords)
  const format = useFormat()
  const [year, setYear] = useState(() => Number(todayIn(format.calendar).slice(0, 4)))
  const answer = useCall('holidays.list', { year })
  return (
    <Stack gap="sm" component="section" aria-label={say('holidays')}>
      <Title order={2} size="h5">
        {say('holidays')}
      </Title>
      <Text size="sm" c="dimmed">
        {say('holidaysExplain')}
      </Text>
      {isSet ? null : <Text size="sm">{say('holidaysNotYet')}</Text>}
      <Group gap="xs" role="group" aria-label={say('year')}>
        <ActionIcon
          variant="default"
          aria-label={say('earlier')}
          disabled={year <= YEARS.min}
          onClick={() => setYear(year - 1)}
        >
          <IconChevronLeft size={16} aria-hidden />
        </ActionIcon>
        <Text fw={600}>{String(year)}</Text>
        <ActionIcon
          variant="default"
          aria-label={say('later')}
          disabled={year >= YEARS.max}
          onClick={() => setYear(year + 1)}
        >
          <IconChevronRight size={16} aria-hidden />
        </ActionIcon>
      </Group>
      <Answered answer={answer} rows={6}>
        {({ holidays }) => (
          <>
            {holidays.length === 0 ? (
              <Text size="sm">{say('noHolidays', { year: String(year) })}</Text>
            ) : (
              <RecordTable caption={say('holidays')} heads={[say('day'), say('holiday'), '']}>
                {holidays.map(row => (
                  <HolidayLine key={row.day} row={row} mayChange={mayChange} />
                ))}
              </RecordTable>
            )}
            {mayChange ? (
              <AddHoliday holidays={holidays} onSaved={day => setYear(Number(day.slice(0, 4)))} />
            ) : null}
          </>
        )}
      </Answered>
    </Stack>
  )
}

function HolidayLine({ row, mayChange }: { row: HolidayRow; mayChange: boolean }) {
  const say = useWords(hoursWords)
  const format = useFormat()
  const remove = useCommand('holidays.remove')
  const add = useCommand('holidays.add')
  const { day, name, closed, isPublic } = row
  async function press() {
    const answer = closed ? await remove.run({ holidayId: day }) : await add.run({ day, name })
    if (answer?.ok) tellDone(say(closed ? 'struckOutDone' : 'holidaySaved', { name }), answer)
  }
  return (
    <tr>
      <Cell label={say('day')} shape="fixed">
        {format.fullDay(day)}
      </Cell>
      <Cell label={say('holiday')} shape="sentence">
        {closed ? name : <s>{name}</s>}
        {closed && isPublic ? null : (
          <Text span size="xs" c="dimmed">
            {' '}
            · {say(closed ? 'addedByHand' : 'struckOut')}
          </Text>
        )}
      </Cell>
      <Cell>
        {mayChange ? (
          <Button
            size="xs"
            variant="default"
            loading={remove.busy || add.busy}
            aria-label={say(closed ? 'strikeOutOf' : 'closeAgainOf', { name })}
            onClick={() => void press()}
          >
            {say(closed ? 'strikeOut' : 'closeAgain')}
          </Button>
        ) : null}
      </Cell>
    </tr>
  )
}

const NEW = { name: '', day: '', dayUnread: '', insteadOf: '' }
type Typed = typeof NEW
const KEPT_AS = 'settings.hours.holiday'

type AddHolidayProps = { holidays: readonly HolidayRow[]; onSaved: (day: LocalDay) => void }

function AddHoliday({ holidays, onSaved }: AddHolidayProps) {
  const say = useWords(hoursWords)
  const { open, left, pressed, press, leave } = useInnerForms([KEPT_AS])
  if (open === KEPT_AS)
    return <HolidayForm holidays={holidays} onSaved={onSaved} autoFocus={pressed} onLeave={leave} />
  return (
    <div>
      <Button variant="default" autoFocus={left === KEPT_AS} onClick={() => press(KEPT_AS)}>
        {say('addHoliday')}
      </Button>
    </div>
  )
}

type HolidayFormProps = AddHolidayProps & {
  holidays: readonly HolidayRow[]
  autoFocus: boolean
  onLeave: () => void
}

function HolidayForm({ holidays, onSaved, autoFocus, onLeave }: HolidayFormProps) {
  const say = useWords(hoursWords)
  const format = useFormat()
  const add = useCommand('holidays.add')
  const form = useForm({
    say,
    keptAs: KEPT_AS,
    record: null,
    typedFrom: (): Typed => NEW,
    read: readHoliday,
    send: fields => add.run(fields),
    saved: yes => say('holidaySaved', { name: yes.holiday.name }),
    onSaved(yes) {
      onLeave()
      // It is in the list of its year.
      onSaved(yes.holiday.day)
    },
    labels: {
      name: 'holidayName',
      day: 'holidayDay',
      dayUnread: 'holidayDay',
      insteadOf: 'insteadOf',
    },
    lengths: { ...HOLIDAY_LENGTHS, day: 10, dayUnread: 100, insteadOf: 10 },
  })
  return (
    <FormFrame form={form} save={say('saveHoliday')} onLeave={onLeave}>
      <TextInput {...textField(form, 'name')} autoFocus={autoFocus} maw={420} />
      <WhenField
        label={form.labelOf('day')}
        mode="days"
        value={form.typed.day}
        unread={form.typed.dayUnread}
        onChange={(day, _, dayUnread) => form.type({ day, dayUnread })}
        error={form.wrongAt('day')}
        withPicker
        style={{ maxWidth: 220 }}
      />
      <Select
        label={form.labelOf('insteadOf')}
        maw={420}
        value={form.typed.insteadOf}
        onChange={insteadOf => form.type({ insteadOf: insteadOf ?? '' })}
        data={[
          { value: '', label: say('notMoved') },
          ...holidays
            .filter(one => one.closed)
            .map(one => ({ value: one.day, label: `${one.name} · ${format.day(one.day)}` })),
        ]}
      />
    </FormFrame>
  )
}

function readHoliday(typed: Typed) {
  const read = reader<Typed, 'nameNeeded' | 'dayNeeded'>(typed)
  const isDay = isLocalDay(typed.day) && typed.dayUnread.trim() === ''
  const day = read.given('day', isDay ? (typed.day as LocalDay) : null, 'dayNeeded')
  const name = read.needed('name', 'nameNeeded').trim()
  return read.as({ day, name, ...(typed.insteadOf && { insteadOf: typed.insteadOf }) })
}
