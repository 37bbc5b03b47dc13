import type { LocalDay } from '#booking/time/day'
import type { MachineRow } from '#calls/machines'
import { useFormat, weekdayNames } from '../words/format.ts'
import { BookDay } from './book-day.tsx'
import { wallDay } from './calendar-view.ts'
import { LoadBar } from './load-bar.tsx'
import type { DayLoads } from './use-day-loads.ts'

type DayHeadingProps = {
  info: { view: { type: string }; date: Date; inPopover: boolean }
  /** Seven columns have no room for whole days. */
  tight: boolean
  machine: MachineRow
  loads: DayLoads
  onBook: (day: LocalDay) => void
}

/**
 * The heading of a column: the weekday in a month, otherwise the day and how full the machine is, or a button if it is
 * booked by days and free. In a tight week, such as on a phone, it is as short as possible.
 */
export function DayHeading({ info, tight, machine, loads, onBook }: DayHeadingProps) {
  const byDays = machine.bookingMode === 'days'
  const format = useFormat()
  const { date } = info
  const weekday = weekdayNames(format.language)[date.getUTCDay()]
  if (info.view.type === 'dayGridMonth' && !info.inPopover) return weekday
  const day = wallDay(date)
  const short = tight && info.view.type.endsWith('Week') && !info.inPopover
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
        byDays &&
        loads.get(day)?.free &&
        !info.inPopover && <BookDay day={day} onBook={onBook} short={short} />
      )}
    </span>
  )
}

type ListDayRoomProps = {
  machine: MachineRow
  load: { day: LocalDay; units: number; free: boolean } | undefined
  onBook: (day: LocalDay) => void
}

/** Beside a day of the list: how full a shared machine is, and a button if there is room beside what is booked. */
export function ListDayRoom({ machine, load, onBook }: ListDayRoomProps) {
  if (!load) return null
  const hasRoom = load.free && load.units > 0
  return (
    <span className="araro-list-room">
      <LoadBar machine={machine} units={load.units} />
      {hasRoom ? <BookDay day={load.day} onBook={onBook} /> : null}
    </span>
  )
}
