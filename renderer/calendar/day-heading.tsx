import type { MachineRow } from '#calls/machines'
import { calendarWords } from '../words/calendar/screen.ts'
import { useFormat, weekdayNames } from '../words/format.ts'
import { useWords } from '../words/words.ts'
import { wallDay } from './calendar-view.ts'
import { LoadBar } from './load-bar.tsx'
import type { DayLoads } from './use-day-loads.ts'

type DayHeadingProps = {
  info: { view: { type: string }; date: Date; inPopover: boolean }
  narrow: boolean
  machine: MachineRow
  loads: DayLoads
}

/**
 * The heading of a column: the weekday in a month, otherwise the day and how full the machine is. In a phone's week it is
 * as short as possible.
 */
export function DayHeading({ info, narrow, machine, loads }: DayHeadingProps) {
  const format = useFormat()
  const { date } = info
  const weekday = weekdayNames(format.language)[date.getUTCDay()]
  if (info.view.type === 'dayGridMonth' && !info.inPopover) return weekday
  const day = wallDay(date)
  const short = narrow && info.view.type.endsWith('Week') && !info.inPopover
  return (
    <span className="araro-day-heading" data-short={short || undefined}>
      {short ? (
        <span className="araro-narrow-day">
          {weekday}
          <br />
          {date.getUTCDate()}
        </span>
      ) : (
        <span>{format.shortDay(day)}</span>
      )}
      {machine.capacity > 1 ? (
        <LoadBar machine={machine} units={loads.get(day)?.units} />
      ) : (
        <Free machine={machine} day={day} loads={loads} />
      )}
    </span>
  )
}

/** On a machine booked by days, the days that can still be booked say so: a week without bookings is no empty sheet. */
function Free({ machine, day, loads }: { machine: MachineRow; day: string; loads: DayLoads }) {
  const say = useWords(calendarWords)
  if (machine.bookingMode === 'time' || !loads.get(day)?.free) return null
  return <span className="araro-day-free">{say('free')}</span>
}
