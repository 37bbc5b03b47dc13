import { closesNext, type OpenCalendar } from '../hours/opening-hours.ts'
import { type Decision, refuse } from '../refusal.ts'
import type { OfficeCalendar } from '../time/calendar.ts'
import { addDays, DAY_MS, daysBetween } from '../time/day.ts'

// A machine that is out past its end, and a repair that lasts until it is finished, have no known end. They keep the
// machine's time until they are expected to end, and that rolls forward while they last. Nothing ends by a date.

/**
 * When something without a known end is expected to end: at the instant that somebody entered, and otherwise, or once
 * that is over, at the end of the office's day: when the cooperative's office closes next.
 */
export function lastsUntilMs(enteredMs: number | null, nowMs: number, calendar: OpenCalendar): number {
  return isExpected(enteredMs, nowMs) ? enteredMs : closesNext(nowMs, calendar)
}

/** Whether somebody said when it ends, and that is still to come. */
export function isExpected(enteredMs: number | null, nowMs: number): enteredMs is number {
  return enteredMs !== null && enteredMs > nowMs
}

/** The file keeps time shut for at most ten years: what lasts longer was forgotten. */
export const LONGEST_OPEN_MS = 3650 * DAY_MS

/** How far ahead an end may be expected. A later date is a typing error. */
const EXPECTED_WITHIN_DAYS = 365

/** Whether somebody may expect an end at that instant: it is still to come, and not years away. */
export function decideExpectedEnd(endMs: number, nowMs: number, calendar: OfficeCalendar): Decision {
  if (endMs <= nowMs) return refuse({ reason: 'in-the-past' })
  const today = calendar.dayOf(nowMs)
  if (daysBetween(today, calendar.dayOf(endMs)) <= EXPECTED_WITHIN_DAYS) return { ok: true }
  const horizonDays = EXPECTED_WITHIN_DAYS
  return refuse({ reason: 'too-far-ahead', horizonDays, latestDay: addDays(today, horizonDays) })
}
