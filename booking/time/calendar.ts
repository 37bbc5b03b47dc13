import { DAY_MS, dayOfUtcMs, type LocalDay, MINUTE_MS, utcMsOfDay } from './day.ts'

/**
 * Converts between local days and instants in the office's time zone. The rules have no time zone database; the
 * caller passes this in.
 */
export type OfficeCalendar = {
  /** The instant at which the local day begins. */
  startOfDay(day: LocalDay): number
  /** The local day in which the instant lies. */
  dayOf(instantMs: number): LocalDay
  /** Minutes ahead of UTC at the instant (Asia/Manila: 480). */
  offsetMinutesAt(instantMs: number): number
}

/**
 * Builds a calendar from a zone's offsets.
 * @param offsetMinutesAt minutes ahead of UTC at an instant
 */
export function calendarFrom(offsetMinutesAt: (instantMs: number) => number): OfficeCalendar {
  return {
    offsetMinutesAt,
    startOfDay(day) {
      const utcMidnight = utcMsOfDay(day)
      // Clocks may change that night, so midnight is computed with the offsets of the day before and the day after.
      const before = utcMidnight - offsetMinutesAt(utcMidnight - DAY_MS) * MINUTE_MS
      const after = utcMidnight - offsetMinutesAt(utcMidnight + DAY_MS) * MINUTE_MS
      if (before === after) return before
      const isMidnight = (at: number) => at + offsetMinutesAt(at) * MINUTE_MS === utcMidnight
      // If clocks go back over midnight, it occurs twice and the first one counts. If they go forward over it, it does
      // not occur and the day begins with the change.
      return [Math.min(before, after), Math.max(before, after)].find(isMidnight) ?? before
    },
    dayOf(instantMs) {
      return dayOfUtcMs(instantMs + offsetMinutesAt(instantMs) * MINUTE_MS)
    },
  }
}

/** The instant at which the office's clock shows so many minutes after midnight on a local day. */
export function atClock(calendar: OfficeCalendar, day: LocalDay, minutes: number): number {
  const wallMs = utcMsOfDay(day) + minutes * MINUTE_MS
  const guess = wallMs - calendar.offsetMinutesAt(wallMs) * MINUTE_MS
  return wallMs - calendar.offsetMinutesAt(guess) * MINUTE_MS
}

/** The instant at which the local day ends and the next one begins. */
export function endOfDay(calendar: OfficeCalendar, day: LocalDay): number {
  return calendar.startOfDay(dayOfUtcMs(utcMsOfDay(day) + DAY_MS))
}
