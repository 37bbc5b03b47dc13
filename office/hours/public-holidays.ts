import type { LocalDay } from '#booking/time/day'
import { listPublicHolidays } from '#db/read/holidays'
import { insertChange } from '#db/write/history'
import { keepPublicHoliday } from '#db/write/holidays'
import { calendarOf } from '../law/time-zone.ts'
import { type Office, settingsNow } from '../office.ts'

/** Araro's cooperatives are in the Philippines. Other days are added, and these struck out, by hand. */
const COUNTRY = 'PH'
/** Regular holidays, and special ones on which people do not work either. Others are only observed. */
const CLOSES: ReadonlySet<string> = new Set(['public', 'optional'])
/** This year and those in which a booking may begin. */
const YEARS_AHEAD = 3

/**
 * Keeps the public holidays of the years in which bookings may be, so that no rule needs the calendar of a country. The
 * package is loaded only when a year is missing: once a year.
 * @returns how many it added
 */
export async function fillPublicHolidays(office: Office): Promise<number> {
  const { db } = office.file
  const calendar = calendarOf(settingsNow(db).office.timeZone)
  const thisYear = Number(calendar.dayOf(office.clock.nowMs()).slice(0, 4))
  const years = Array.from({ length: YEARS_AHEAD + 1 }, (_, ahead) => thisYear + ahead)
  const missing = years.filter(year => listPublicHolidays(db, year).length === 0)
  if (missing.length === 0) return 0
  const found = (await Promise.all(missing.map(publicHolidaysOf))).flat()
  await office.queue.write(tx => {
    for (const { day, name } of found) {
      keepPublicHoliday(tx, day, name)
      insertChange(tx, 'holiday', day, 1)
    }
  })
  return found.length
}

/** The public holidays of a year, by day, as the calendar of the country has them. Works without a network. */
export async function publicHolidaysOf(year: number): Promise<{ day: LocalDay; name: string }[]> {
  const { default: Holidays } = await import('date-holidays')
  const names = new Map<LocalDay, string[]>()
  for (const { date, type, name } of new Holidays(COUNTRY).getHolidays(year)) {
    if (!CLOSES.has(type)) continue
    const day = date.slice(0, 10)
    names.set(day, [...(names.get(day) ?? []), name])
  }
  return [...names]
    .map(([day, all]) => ({ day, name: all.join(' · ') }))
    .sort((a, b) => (a.day < b.day ? -1 : 1))
}
