import { isOverdue } from '../availability/block.ts'
import { endOfDay, type OfficeCalendar } from '../time/calendar.ts'
import { addDays, DAY_MS } from '../time/day.ts'
import type { Interval } from '../time/interval.ts'

/** What upkeep reminds people of (H1): of a booking that is out, and of a machine. */
export const REMINDERS = [
  'due-tomorrow',
  'overdue',
  'maintenance-due',
  'paper-expiring',
  'paper-expired',
] as const
export type ReminderKind = (typeof REMINDERS)[number]

/** A reminder that is due, and the instant since which it may have been given already. */
export type Reminder<Kind extends ReminderKind = ReminderKind> = {
  readonly kind: Kind
  readonly sinceMs: number
}

/**
 * What to remind people of about a machine that is out: once on the day before its end, and once when it is late. It
 * depends on the clock alone, so a PC that slept a week reminds of what is so now, and not of days that are over.
 */
export function reminderOfOut(
  out: Interval,
  nowMs: number,
  calendar: OfficeCalendar,
): Reminder<'due-tomorrow' | 'overdue'> | null {
  if (isOverdue(out, nowMs)) return { kind: 'overdue', sinceMs: out.endMs }
  const today = calendar.dayOf(nowMs)
  const isTomorrow = calendar.dayOf(out.endMs - 1) === addDays(today, 1)
  return isTomorrow ? { kind: 'due-tomorrow', sinceMs: calendar.startOfDay(today) } : null
}

/** Of a paper: once before it expires, and once when it has. Another one takes its place. */
export function reminderOfPaper(expired: boolean): Reminder<'paper-expiring' | 'paper-expired'> {
  return { kind: expired ? 'paper-expired' : 'paper-expiring', sinceMs: 0 }
}

/** How long nobody is reminded again of a machine that needs maintenance. */
const AGAIN_AFTER_DAYS = 30

/** Of a machine that needs maintenance: once, and again after a month in which nobody planned it. */
export function reminderOfMaintenance(nowMs: number, calendar: OfficeCalendar): Reminder<'maintenance-due'> {
  const today = endOfDay(calendar, calendar.dayOf(nowMs))
  return { kind: 'maintenance-due', sinceMs: today - AGAIN_AFTER_DAYS * DAY_MS }
}
