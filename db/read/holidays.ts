import type { Blackout } from '#booking/hours/opening-hours'
import type { LocalDay } from '#booking/time/day'
import { preparedSql, type ReadDb } from '../file.ts'
import { careful, instantOr, isInstant, LAST_MS } from '../odd-values.ts'
import { isReadablePeriod, periodOf } from '../period-columns.ts'
import { readingById } from '../rows.ts'
import { blackouts, holidays } from '../tables/holidays.ts'

export type StoredHoliday = typeof holidays.$inferSelect
export type StoredBlackout = typeof blackouts.$inferSelect

export const readHoliday = readingById(holidays)
export const readBlackout = readingById(blackouts)

type Decided = { name: string; closed: number }
const decided = preparedSql<{ day: string }, Decided>('SELECT name, closed FROM holidays WHERE id = @day')
const known = preparedSql<{ day: string }, { name: string }>(
  'SELECT name FROM public_holidays WHERE day = @day',
)

/** What the cooperative decided about a day; undefined if nothing. */
export function readDecided(db: ReadDb, day: LocalDay): { name: string; closed: boolean } | undefined {
  const row = decided(db).get({ day })
  // Doubt means closed: only an honest 0 opens the office.
  return row && { name: String(row.name), closed: row.closed !== 0 }
}

/** The name of the public holiday on a day. */
export function readPublicHoliday(db: ReadDb, day: LocalDay): string | undefined {
  return known(db).get({ day })?.name
}

type InYear = { from: string; to: string }
const decidedIn = preparedSql<InYear, Decided & { day: string; version: number }>(
  'SELECT id AS day, version, name, closed FROM holidays WHERE id BETWEEN @from AND @to ORDER BY id',
)

/** What the cooperative decided about the days of a year. */
export function listDecided(db: ReadDb, year: number) {
  return decidedIn(db)
    .all(daysOf(year))
    .map(row => ({ ...row, name: String(row.name), closed: row.closed !== 0 }))
}

const knownIn = preparedSql<InYear, { day: string; name: string }>(
  'SELECT day, name FROM public_holidays WHERE day BETWEEN @from AND @to ORDER BY day',
)

export function listPublicHolidays(db: ReadDb, year: number) {
  return knownIn(db).all(daysOf(year))
}

function daysOf(year: number): InYear {
  const said = String(year).padStart(4, '0')
  return { from: `${said}-01-01`, to: `${said}-12-31` }
}

type BlackoutColumns = Omit<StoredBlackout, 'removed'>
const COLUMNS = `
  SELECT id, version, machine_id AS machineId, type_id AS typeId, start_ms AS startMs, end_ms AS endMs,
    from_day AS fromDay, to_day AS toDay, reason
  FROM blackouts`
const lasting = preparedSql<{ fromMs: number }, BlackoutColumns>(
  `${COLUMNS} WHERE removed = 0 AND end_ms > @fromMs ORDER BY start_ms, id`,
)
const some = preparedSql<{ nowMs: number; limit: number }, BlackoutColumns>(
  `${COLUMNS} WHERE removed = 0 AND end_ms > @nowMs ORDER BY start_ms, id LIMIT @limit`,
)

/** The blackouts that end after an instant. Doubt means closed: one whose times cannot be read has no end on that side. */
export function readBlackouts(db: ReadDb, fromMs: number): Blackout[] {
  return lasting(db)
    .all({ fromMs })
    .map(row => ({
      ...row,
      startMs: instantOr(row.startMs, 0),
      endMs: instantOr(row.endMs, LAST_MS),
    }))
}

/** The same as they are listed. `limit`: the most. */
export function listBlackouts(db: ReadDb, nowMs: number, limit: number) {
  return some(db).all({ nowMs, limit }).map(shownColumns)
}

/** A stored blackout with stand-ins for what cannot be read. */
export function shownColumns({ startMs, endMs, fromDay, toDay, ...row }: BlackoutColumns) {
  const read = careful()
  const when = { startMs, endMs, fromDay, toDay }
  return {
    id: row.id,
    version: row.version,
    machineId: row.machineId,
    typeId: row.typeId,
    period: read.take('period', isReadablePeriod(when), periodOf(when), periodOf(when)),
    startMs: instantOr(startMs, 0),
    endMs: read.take('endMs', isInstant(endMs), endMs, 0),
    reason: String(row.reason),
    ...read.marked(),
  }
}
