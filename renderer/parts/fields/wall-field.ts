import type { OfficeCalendar } from '#booking/time/calendar'
import { isLocalDay, MINUTE_MS } from '#booking/time/day'
import { instantOfWallClock, wallClock } from '../../words/format.ts'

/** Converts between an instant and `2026-12-01T08:00` in the cooperative's time zone, for fields with a clock time. */
export function instantFrom(field: string, calendar: OfficeCalendar): number | null {
  const parts = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})/.exec(field)
  if (!parts || !isLocalDay(parts[1]!)) return null
  return instantOfWallClock(parts[1]!, Number(parts[2]) * 60 + Number(parts[3]), calendar)
}

export function fieldFrom(ms: number, calendar: OfficeCalendar): string {
  const { day, minutes } = wallClock(Math.floor(ms / MINUTE_MS) * MINUTE_MS, calendar)
  const pad = (value: number) => String(value).padStart(2, '0')
  return `${day}T${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`
}

/** `07:30` as minutes after midnight. */
export function minutesOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))
}
