import { Button, Checkbox, Group, Text, TextInput } from '@mantine/core'
import { CLOCK_LENGTH } from '#calls/limits'
import type { FieldsOf } from '../parts/form/use-form.ts'
import { Cell, RecordTable } from '../parts/lists/record-table.tsx'
import { useFormat } from '../words/format.ts'
import { clockInWords, weekdayNames } from '../words/hours/in-words.ts'
import { hoursWords } from '../words/hours/screen.ts'
import { useWords } from '../words/words.ts'
import { type ClockField, type DayTyped, readClock, readDay as readDayTyped } from './week-typed.ts'
import './opening-hours.css'

/** The hours of each day of a week, as a form has them in `days`. */
export function WeekFields({ form, caption }: { form: FieldsOf<{ days: DayTyped[] }>; caption: string }) {
  const say = useWords(hoursWords)
  const format = useFormat()
  const { days } = form.typed
  const wrong = form.wrongAt('days')
  const type = (day: number, part: Partial<DayTyped>) =>
    form.type({ days: days.map((one, index) => (index === day ? { ...one, ...part } : one)) })
  const first = days.find(one => one.open)
  const copy = () => form.type({ days: days.map(one => (one.open && first ? { ...first } : one)) })
  return (
    <>
      <div className="araro-week">
        <RecordTable
          caption={caption}
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
    </>
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
