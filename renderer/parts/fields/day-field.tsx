import { isLocalDay } from '#booking/time/day'
import { WhenField } from './when-field.tsx'

type DayFieldProps = { label: string; day: string; onChange: (day: string) => void }

/** One day to narrow a list by; '' is none. */
export function DayField({ label, day, onChange }: DayFieldProps) {
  return (
    <WhenField
      label={label}
      mode="days"
      value={day}
      onChange={onChange}
      withPicker
      style={{ flex: '0 1 164px', minWidth: 0 }}
    />
  )
}

/** A year that is still being typed begins with zeros. */
export function isWholeDay(day: string): boolean {
  return isLocalDay(day) && day >= '1900'
}
