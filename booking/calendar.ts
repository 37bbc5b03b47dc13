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
      // Two rounds: the offset at the first guess may be the one before a change of clocks that night.
      const guess = utcMidnight - offsetMinutesAt(utcMidnight) * MINUTE_MS
      return utcMidnight - offsetMinutesAt(guess) * MINUTE_MS
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
