import { DatePicker } from '@mantine/dates'
import { useMonthLooks } from './month-looks.ts'

/** A month in which to pick one day. Its code is loaded when it is first opened. */
export function DayPicker({ day, onPick }: { day: string; onPick: (day: string) => void }) {
  const looks = useMonthLooks()
  return (
    <DatePicker
      {...looks}
      value={day || null}
      {...(day ? { defaultDate: day } : {})}
      onChange={picked => picked && onPick(picked.slice(0, 10))}
    />
  )
}
