import { calendarFrom, type OfficeCalendar } from '#booking/time/calendar'
import { HOUR_MS, type LocalDay, MINUTE_MS } from '#booking/time/day'

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
const QUARTER_MS = 15 * MINUTE_MS
const OFFSETS_KEPT = 50_000

function offsetsOf(timeZone: string): (instantMs: number) => number {
  const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' })
  // Zones change their offset on a full quarter of an hour (Lord Howe Island by half an hour), so one lookup per quarter
  // is kept in memory.
  const byQuarter = new Map<number, number>()
  return instantMs => {
    // Before 1970, zones could have offsets with seconds. Nothing is booked that early.
    const quarter = Math.floor(Math.max(instantMs, FAR_PAST_MS) / QUARTER_MS)
    const known = byQuarter.get(quarter)
    if (known !== undefined) return known
    const minutes = offsetFrom(format.format(quarter * QUARTER_MS))
    if (byQuarter.size >= OFFSETS_KEPT) byQuarter.clear()
    byQuarter.set(quarter, minutes)
    return minutes
  }
}

/** The local day in which an instant lies, by the cooperative's settings. */
export function dayIn({ office }: { office: { timeZone: string } }, instantMs: number): LocalDay {
  return calendarOf(office.timeZone).dayOf(instantMs)
}

/** `…, GMT+08:00` → 480. */
function offsetFrom(formatted: string): number {
  const parts = /GMT(?:([+-])(\d{2}):(\d{2}))?/.exec(formatted)
  if (!parts?.[1]) return 0
  const minutes = (Number(parts[2]) * HOUR_MS + Number(parts[3]) * MINUTE_MS) / MINUTE_MS
  return parts[1] === '-' ? -minutes : minutes
}
