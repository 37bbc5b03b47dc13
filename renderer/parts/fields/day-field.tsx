import { isLocalDay } from '#booking/time/day'
import { WhenField } from './when-field.tsx'

type DayFieldProps = { label: string; day: string; onChange: (day: string) => void }

/** A filter for one day; '' means no filter. */
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

/** While a year is being typed, the field's value starts with zeros. */
export function isWholeDay(day: string): boolean {
  return isLocalDay(day) && day >= '1900'
}
