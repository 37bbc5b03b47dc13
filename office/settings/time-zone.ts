import { calendarFrom, type OfficeCalendar } from '#booking/time/calendar'
import { HOUR_MS, MINUTE_MS } from '#booking/time/day'

/** Whether the time zone database knows the name, such as `Asia/Manila`. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

const calendars = new Map<string, OfficeCalendar>()

/** The calendar of a time zone, by the zone database that comes with Node. @throws RangeError for an unknown zone */
export function calendarOf(timeZone: string): OfficeCalendar {
  const known = calendars.get(timeZone)
  if (known) return known
  const calendar = calendarFrom(offsetsOf(timeZone))
  calendars.set(timeZone, calendar)
  return calendar
}

const FAR_PAST_MS = Date.UTC(1970, 0, 1)
const OFFSETS_KEPT = 50_000

function offsetsOf(timeZone: string): (instantMs: number) => number {
  const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' })
  // Offsets are looked up once per hour and kept in memory.
  const byHour = new Map<number, number>()
  return instantMs => {
    // Before 1970, zones could have offsets with seconds. Nothing is booked that early.
    const hour = Math.floor(Math.max(instantMs, FAR_PAST_MS) / HOUR_MS)
    const known = byHour.get(hour)
    if (known !== undefined) return known
    const minutes = offsetFrom(format.format(hour * HOUR_MS))
    if (byHour.size >= OFFSETS_KEPT) byHour.clear()
    byHour.set(hour, minutes)
    return minutes
  }
}

/** `…, GMT+08:00` → 480. */
function offsetFrom(formatted: string): number {
  const parts = /GMT(?:([+-])(\d{2}):(\d{2}))?/.exec(formatted)
  if (!parts?.[1]) return 0
  const minutes = (Number(parts[2]) * HOUR_MS + Number(parts[3]) * MINUTE_MS) / MINUTE_MS
  return parts[1] === '-' ? -minutes : minutes
}
