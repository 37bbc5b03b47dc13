import { addDays, DAY_MS, daysBetween } from '#booking/time/day'
import type { Period } from '#booking/time/period'
import type { BookingRow } from '#calls/booking-rows'
import type { DayAnswer, FreeMachine } from '#calls/today'
import { lastDay, useFormat } from '../words/format.ts'
import { todayWords } from '../words/today/screen.ts'
import { useWords } from '../words/words.ts'

/** The times on a day's list, in words. */
export function useDayInWords({ day, today, nowMs }: Pick<DayAnswer, 'day' | 'today' | 'nowMs'>) {
  const say = useWords(todayWords)
  const format = useFormat()
  const { calendar } = format

  function dayInWords(of: string): string {
    if (of === today) return say('today')
    return of === addDays(today, 1) ? say('tomorrowAt') : format.day(of)
  }
  return {
    /** When it goes out, and for how long: "7:00 AM – 9:00 AM", "1 day", "until Thu 5 Aug". */
    goesOut({ period }: Pick<BookingRow, 'period'>): string {
      if (period.kind === 'time') return hours(period)
      if (period.from < day) return say('sinceDay', { day: format.day(period.from) })
      return period.to === day ? format.duration(DAY_MS) : say('untilDay', { day: format.day(period.to) })
    },
    /** Whether it should have gone out before now. */
    isLateOut: ({ period, startMs }: BookingRow) =>
      day === today && (period.kind === 'time' ? startMs <= nowMs : period.from < today),
    /** When it comes back on that day: "5:00 PM". */
    comesBack: ({ period, endMs }: BookingRow) =>
      period.kind === 'time' ? format.time(endMs) : say('endOfDay'),
    /** When it should have come back. */
    wasDue: ({ period }: BookingRow) =>
      period.kind === 'time' ? format.instant(period.endMs) : format.day(period.to),
    /** For how long it is overdue: whole days of a booking by days, otherwise hours. */
    lateBy({ period, endMs }: BookingRow): string {
      const lateMs = period.kind === 'days' ? daysBetween(period.to, today) * DAY_MS : nowMs - endMs
      return say('lateBy', { length: format.duration(lateMs) })
    },
    /** "tomorrow", "Thu 5 Aug, 7:00 AM". */
    begins(period: Period): string {
      if (period.kind === 'days') return dayInWords(period.from < today ? today : period.from)
      return say('at', {
        day: dayInWords(calendar.dayOf(period.startMs)),
        time: format.time(period.startMs),
      })
    },
    /** "5:00 PM" if it is today, otherwise with its day. */
    onDay: (atMs: number) => (calendar.dayOf(atMs) === today ? format.time(atMs) : format.instant(atMs)),
    /** "until Thu 5 Aug", "today only", "until 5:00 PM"; '' if the end is far off. */
    freeUntil({ bookingMode, untilMs }: FreeMachine): string {
      if (untilMs === null) return ''
      const last = lastDay(untilMs, calendar)
      if (bookingMode === 'days') {
        return last === today ? say('todayOnly') : say('freeUntil', { when: format.shortDay(last) })
      }
      const time = format.time(untilMs)
      const when = last === today ? time : say('at', { day: format.shortDay(last), time })
      return say('freeUntil', { when })
    },
  }

  function hours(period: Extract<Period, { kind: 'time' }>): string {
    const [from, to] = [calendar.dayOf(period.startMs), lastDay(period.endMs, calendar)]
    if (from === day && to === day) return `${format.time(period.startMs)} – ${format.time(period.endMs)}`
    if (from === day) return `${format.time(period.startMs)} – ${format.instant(period.endMs)}`
    return say('sinceDay', { day: format.instant(period.startMs) })
  }
}
export type DayInWords = ReturnType<typeof useDayInWords>
