import {
  NOT_SET,
  type OfficeDay,
  type OpenCalendar,
  type Opening,
  weekdayOf,
} from '#booking/hours/opening-hours'
import type { ReadDb } from '#db/file'
import type { OfficeSettings } from '#db/read/settings'
import { calendarOf } from './time-zone.ts'

/**
 * The office's calendar with the days and hours at which the cooperative's office is open, as the file says now. Made for
 * one question or one command.
 * @throws RangeError for a time zone that nobody knows
 */
export function openCalendar(_db: ReadDb, settings: OfficeSettings): OpenCalendar {
  return { ...calendarOf(settings.office.timeZone), opening: openingOf(settings) }
}

function openingOf({ hours: { week } }: OfficeSettings): Opening {
  if (week === null) return NOT_SET
  return { isSet: true, on: (day): OfficeDay => ({ hours: week[weekdayOf(day)] ?? [] }) }
}
