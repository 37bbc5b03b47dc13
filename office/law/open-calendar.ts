import {
  type Blackout,
  EVERY_DAY,
  type OfficeDay,
  type OpenCalendar,
  type Opening,
  officeDay,
  usualHours,
} from '#booking/hours/opening-hours'
import type { LocalDay } from '#booking/time/day'
import type { ReadDb } from '#db/file'
import { readBlackouts, readDecided, readPublicHoliday } from '#db/read/holidays'
import type { OfficeSettings } from '#db/read/settings'
import { calendarOf } from './time-zone.ts'

/**
 * The office's calendar with the days and hours at which the cooperative's office is open, as the file says now. Made for
 * one question or one command: what it has read, it keeps.
 * @throws RangeError for a time zone that nobody knows
 */
export function openCalendar(db: ReadDb, settings: OfficeSettings): OpenCalendar {
  return { ...calendarOf(settings.office.timeZone), opening: openingOf(db, settings) }
}

function openingOf(db: ReadDb, { hours }: OfficeSettings): Opening {
  const { week, seasons, publicHolidays, closed } = hours
  const isSet = week !== null
  const days = new Map<LocalDay, OfficeDay>()
  let read: { fromMs: number; blackouts: Blackout[] } | undefined

  function look(day: LocalDay): OfficeDay {
    const usual = usualHours(day, week ?? EVERY_DAY, isSet ? seasons : [])
    return officeDay(usual, {
      decided: readDecided(db, day),
      publicHoliday: isSet && publicHolidays ? readPublicHoliday(db, day) : undefined,
    })
  }
  return {
    isSet,
    rules: closed,
    on(day) {
      const known = days.get(day)
      if (known) return known
      const found = look(day)
      days.set(day, found)
      return found
    },
    blackouts(fromMs) {
      if (!read || read.fromMs > fromMs) read = { fromMs, blackouts: readBlackouts(db, fromMs) }
      return read.blackouts
    },
  }
}
