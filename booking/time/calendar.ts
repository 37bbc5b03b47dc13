import { DAY_MS, dayOfUtcMs, type LocalDay, MINUTE_MS, utcMsOfDay } from './day.ts'

/** Local day ↔ instant in the office's time zone. The rules know no zone database: whoever asks brings one. */
export type OfficeCalendar = {
  /** The instant at which the local day begins. */
  startOfDay(day: LocalDay): number
  /** The local day in which the instant lies. */
  dayOf(instantMs: number): LocalDay
  /** Minutes that the zone is ahead of UTC at the instant (Asia/Manila: 480). */
  offsetMinutesAt(instantMs: number): number
}

/**
 * Builds the calendar from the one question that a zone database answers.
 * @param offsetMinutesAt minutes ahead of UTC at an instant
 */
export function calendarFrom(offsetMinutesAt: (instantMs: number) => number): OfficeCalendar {
  return {
    offsetMinutesAt,
    startOfDay(day) {
      const utcMidnight = utcMsOfDay(day)
      // Clocks may change that night: midnight is reckoned with the offset of the day before and of the day after.
      const before = utcMidnight - offsetMinutesAt(utcMidnight - DAY_MS) * MINUTE_MS
      const after = utcMidnight - offsetMinutesAt(utcMidnight + DAY_MS) * MINUTE_MS
      if (before === after) return before
      const isMidnight = (at: number) => at + offsetMinutesAt(at) * MINUTE_MS === utcMidnight
      // Where clocks go back over midnight it comes twice, and the first counts. Where they go forward over it, it
      // never comes, and the day begins with the change: where midnight would have been.
      return [Math.min(before, after), Math.max(before, after)].find(isMidnight) ?? before
    },
    dayOf(instantMs) {
      return dayOfUtcMs(instantMs + offsetMinutesAt(instantMs) * MINUTE_MS)
    },
  }
}

/** The instant at which the local day ends, which is where the next one begins. */
export function endOfDay(calendar: OfficeCalendar, day: LocalDay): number {
  return calendar.startOfDay(dayOfUtcMs(utcMsOfDay(day) + DAY_MS))
}
