import { calendarFrom, type OfficeCalendar } from '#booking/time/calendar'
import { MINUTE_MS } from '#booking/time/day'

const calendars = new Map<string, OfficeCalendar>()

/** Converts between local days and instants in a time zone, with the browser's zone database. */
export function officeCalendar(timeZone: string): OfficeCalendar {
  const known = calendars.get(timeZone)
  if (known) return known
  const calendar = calendarFrom(remembered(offsetReader(timeZone)))
  calendars.set(timeZone, calendar)
  return calendar
}

/** Clocks change at a full quarter of an hour. */
const QUARTER_MS = 15 * MINUTE_MS
const MOST_REMEMBERED = 20_000

/** The zone database is slow, and a screen asks it for hundreds of instants. */
function remembered(offsetAt: (instantMs: number) => number): (instantMs: number) => number {
  const offsets = new Map<number, number>()
  return instantMs => {
    const quarter = Math.floor(instantMs / QUARTER_MS)
    const known = offsets.get(quarter)
    if (known !== undefined) return known
    if (offsets.size >= MOST_REMEMBERED) offsets.clear()
    const offset = offsetAt(quarter * QUARTER_MS)
    offsets.set(quarter, offset)
    return offset
  }
}

function offsetReader(timeZone: string): (instantMs: number) => number {
  const clock = new Intl.DateTimeFormat('en-US', {
    timeZone: knownZone(timeZone),
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  return instantMs => {
    const part: Record<string, number> = {}
    for (const { type, value } of clock.formatToParts(instantMs)) part[type] = Number(value)
    const wallMs = Date.UTC(part.year!, part.month! - 1, part.day!, part.hour!, part.minute!, part.second!)
    return Math.round((wallMs - Math.floor(instantMs / 1000) * 1000) / MINUTE_MS)
  }
}

function knownZone(timeZone: string): string {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone })
    return timeZone
  } catch {
    return 'Asia/Manila'
  }
}
