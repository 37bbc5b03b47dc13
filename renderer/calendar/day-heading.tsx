import { useFormat, weekdayNames } from '../words/format.ts'
import { wallDay } from './calendar-view.ts'

/** The heading of a column: the weekday in a month, otherwise the day. In a phone's week it is as short as possible. */
export function DayHeading({ type, date, narrow }: { type: string; date: Date; narrow: boolean }) {
  const format = useFormat()
  const weekday = weekdayNames(format.language)[date.getUTCDay()]
  if (type === 'dayGridMonth') return weekday
  if (!narrow || !type.endsWith('Week')) return format.shortDay(wallDay(date))
  return (
    <span className="araro-narrow-day">
      {weekday}
      <br />
      {date.getUTCDate()}
    </span>
  )
}
