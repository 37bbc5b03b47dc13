import { Group } from '@mantine/core'
import { partWords } from '../../words/parts/parts.ts'
import { useWords } from '../../words/words.ts'
import { DayField } from './day-field.tsx'

export type DayRangeValue = { from: string; to: string }

type DayRangeProps = { value: DayRangeValue; onChange: (value: Partial<DayRangeValue>) => void }

/** A filter for the days from one to another, which stay in one line; '' means no limit. */
export function DayRange({ value, onChange }: DayRangeProps) {
  const say = useWords(partWords)
  return (
    <Group gap="xs" wrap="nowrap" align="flex-start" style={{ flex: '0 1 336px' }}>
      <DayField label={say('from')} day={value.from} onChange={from => onChange({ from })} />
      <DayField label={say('to')} day={value.to} onChange={to => onChange({ to })} />
    </Group>
  )
}
