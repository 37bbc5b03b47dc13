import { ActionIcon, Button, Group, Select, Text } from '@mantine/core'
import { IconChevronLeft, IconChevronRight, IconPrinter } from '@tabler/icons-react'
import { addDays, type LocalDay } from '#booking/time/day'
import type { DayAnswer } from '#calls/today'
import { printAndNote } from '../service/print.ts'
import { useFormat } from '../words/format.ts'
import { todayWords } from '../words/today/screen.ts'
import { useWords } from '../words/words.ts'
import { barangaysOf } from './from-barangay.ts'

type TodayHeadProps = {
  shown: DayAnswer
  /** Null: today, also after midnight. */
  onDay: (day: LocalDay | null) => void
  barangay: string | null
  onBarangay: (barangay: string | null) => void
}

/** The day, its neighbours, the filter and the day sheet, in the line of the screen's title. */
export function TodayHead({ shown, onDay, barangay, onBarangay }: TodayHeadProps) {
  const say = useWords(todayWords)
  const format = useFormat()
  const { day, today } = shown
  const barangays = barangaysOf(shown)
  const go = (days: number) => {
    const to = addDays(day, days)
    onDay(to === today ? null : to)
  }
  return (
    <div className="araro-today-head">
      <Group gap={4} wrap="nowrap">
        <ActionIcon variant="default" size="lg" aria-label={say('dayBefore')} onClick={() => go(-1)}>
          <IconChevronLeft size={16} />
        </ActionIcon>
        <Text fw={600} className="araro-today-day" aria-live="polite">
          {format.day(day)}
        </Text>
        <ActionIcon variant="default" size="lg" aria-label={say('dayAfter')} onClick={() => go(1)}>
          <IconChevronRight size={16} />
        </ActionIcon>
        {day === today ? null : (
          <Button variant="default" onClick={() => onDay(null)}>
            {say('backToToday')}
          </Button>
        )}
      </Group>
      {barangays.length > 1 || barangay !== null ? (
        <Select
          aria-label={say('barangays')}
          data={[
            { value: ALL, label: say('allBarangays') },
            ...barangays.map(one => ({ value: ONLY + one, label: one || say('noBarangay') })),
          ]}
          value={barangay === null ? ALL : ONLY + barangay}
          onChange={value => onBarangay(value?.startsWith(ONLY) ? value.slice(ONLY.length) : null)}
          allowDeselect={false}
          w={190}
        />
      ) : null}
      <Button
        variant="default"
        className="araro-today-print"
        leftSection={<IconPrinter size={16} aria-hidden />}
        onClick={() => printAndNote({ kind: 'day-sheet', day })}
      >
        {say('print')}
      </Button>
    </div>
  )
}

/** The values of the filter: every barangay, or one, whatever its name. */
const ALL = 'all'
const ONLY = '='
