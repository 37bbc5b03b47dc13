import { TextInput } from '@mantine/core'
import { isLocalDay } from '#booking/day'

type DayFieldProps = { label: string; day: string; onChange: (day: string) => void }

/** One day to narrow a list by; '' is none. */
export function DayField({ label, day, onChange }: DayFieldProps) {
  return (
    <TextInput
      label={label}
      type="date"
      max="9999-12-31"
      value={day}
      onChange={event => onChange(event.currentTarget.value)}
      style={{ flex: '0 1 145px' }}
    />
  )
}

/** A year that is still being typed begins with zeros. */
export function isWholeDay(day: string): boolean {
  return isLocalDay(day) && day >= '1900'
}
