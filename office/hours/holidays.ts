import { refuse } from '#booking/refusal'
import { addDays, type LocalDay } from '#booking/time/day'
import type { CallArgs } from '#calls/contract'
import type { HolidayInHistory, HolidayRow } from '#calls/holidays'
import { MOST_DAYS_ASKED } from '#calls/limits'
import type { ReadDb } from '#db/file'
import {
  listDecided,
  listPublicHolidays,
  readHoliday,
  readPublicHoliday,
  type StoredHoliday,
} from '#db/read/holidays'
import { holidays } from '#db/tables/holidays'
import { insertHoliday, updateHoliday } from '#db/write/holidays'
import { keepAllOpenBlocks } from '../bookings/open-blocks.ts'
import { addRecord, changeRecord } from '../law/change-record.ts'
import { type CommandContext, command } from '../law/command.ts'
import { openCalendar } from '../law/open-calendar.ts'
import type { RecordKind } from '../law/record.ts'
import { type Office, settingsNow } from '../office.ts'
import { freesTime } from '../waiting/frees-time.ts'
import { publicHolidaysOf } from './public-holidays.ts'

/** What was decided about a day. The day is its id. */
export const holidayRecord = {
  entity: 'holiday',
  key: 'holiday',
  table: holidays,
  stored: readHoliday,
  shown({ db }, id) {
    const stored = readHoliday(db, id)
    if (!stored) return undefined
    return { ...stored, day: id, isPublic: readPublicHoliday(db, id) !== undefined }
  },
  title: ({ name }) => name,
  said: ({ day, name, closed }) => ({ day, name, closed }),
} satisfies RecordKind<'holiday', StoredHoliday, HolidayRow, HolidayInHistory>

/** Decides about a day, whether or not anything was decided about it before. */
function decide(context: CommandContext, day: LocalDay, to: { name: string; closed: boolean }) {
  const { tx } = context
  return readHoliday(tx, day)
    ? changeRecord(context, holidayRecord, day, () => updateHoliday(tx, day, to))
    : addRecord(context, holidayRecord, day, () => insertHoliday(tx, { id: day, ...to }))
}

/** Closes the office on a day, perhaps instead of another day (B3). */
export const addHoliday = freesTime(
  command('holidays.add', (context, { day, name, insteadOf }) => {
    if (insteadOf !== undefined && insteadOf !== day) {
      const from = nameOf(context.tx, insteadOf)
      if (from === undefined) return refuse({ reason: 'no-holiday', day: insteadOf })
      decide(context, insteadOf, { name: from, closed: false })
    }
    const added = decide(context, day, { name, closed: true })
    keepAllOpenBlocks(context)
    return added
  }),
)

/** Strikes out a holiday: the office keeps its usual hours on that day. */
export const removeHoliday = {
  ...freesTime(
    command('holidays.remove', (context, { holidayId: day }) => {
      const name = nameOf(context.tx, day)
      if (name === undefined) return refuse({ reason: 'no-holiday', day })
      const removed = decide(context, day, { name, closed: false })
      keepAllOpenBlocks(context)
      return removed
    }),
  ),
  on: holidayRecord,
}

/** The name of what is a holiday now on that day; undefined if nothing is. */
function nameOf(db: ReadDb, day: LocalDay): string | undefined {
  const decided = readHoliday(db, day)
  if (decided) return decided.closed ? decided.name : undefined
  return readPublicHoliday(db, day)
}

/** The holidays of a year, by day. */
export async function holidaysOf(office: Office, year: number): Promise<HolidayRow[]> {
  const { db } = office.file
  const stored = listPublicHolidays(db, year)
  // Years in which nothing can be booked yet are not kept.
  const known = stored.length > 0 ? stored : await publicHolidaysOf(year)
  const decided = new Map(listDecided(db, year).map(row => [row.day, row]))
  const isPublic = new Set(known.map(({ day }) => day))
  const rows = known
    .filter(({ day }) => !decided.has(day))
    .map(({ day, name }) => ({ id: day, day, version: 0, name, closed: true, isPublic: true }))
  const own = [...decided.values()].map(row => ({ ...row, id: row.day, isPublic: isPublic.has(row.day) }))
  return [...rows, ...own].sort((a, b) => (a.day < b.day ? -1 : 1))
}

/** The closed days among the days, with the holiday that each is, if it is one. */
export function closedDays(office: Office, { from, to }: CallArgs['hours']['closed']) {
  const { db } = office.file
  const { opening } = openCalendar(db, settingsNow(db))
  const closed: { day: LocalDay; holiday: string | null }[] = []
  const last = addDays(from, MOST_DAYS_ASKED - 1)
  for (let day = from; day <= to && day <= last; day = addDays(day, 1)) {
    const { hours, holiday } = opening.on(day)
    if (hours.length === 0) closed.push({ day, holiday: holiday ?? null })
  }
  return { days: closed }
}
