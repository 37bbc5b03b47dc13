import type { Beside } from '#booking/machines/readings'
import type { MaintenanceStatus, MaintenanceStep } from '#booking/maintenance/kinds'
import { preparedSql, type ReadDb } from '../file.ts'
import { idOrNull, instantOr } from '../odd-values.ts'
import { readingById } from '../rows.ts'
import { maintenanceCosts, maintenanceFacts } from '../tables/maintenance.ts'
import { readReadingsBeside } from './booking-facts.ts'
import { NOBODY } from './bookings.ts'

export type StoredMaintenanceFact = typeof maintenanceFacts.$inferSelect

const readFact = readingById(maintenanceFacts)
export const readCost = readingById(maintenanceCosts)

const last = preparedSql<{ id: string; kind: MaintenanceStep }, { id: string }>(
  'SELECT id FROM last_maintenance_facts WHERE maintenance_id = @id AND kind = @kind',
)

/** The fact of its kind that no other corrects; undefined if there is none. It may say that it did not happen. */
export function readLastMaintenanceFact(db: ReadDb, id: string, kind: MaintenanceStep) {
  const found = last(db).get({ id, kind })
  return found && readFact(db, found.id)
}

/** An answer shows at most this many facts, and this many costs, of a maintenance: the newest ones. */
const MOST_SHOWN = 300

type Line = { id: string; standing: number; userName: string | null }
const linesOf = (table: string) =>
  preparedSql<{ id: string; limit: number }, Line>(`
    SELECT f.id, NOT EXISTS (SELECT 1 FROM ${table} c WHERE c.corrects = f.id) AS standing, u.name AS userName
    FROM ${table} f LEFT JOIN users u ON u.id = f.entered_by
    WHERE f.maintenance_id = @id ORDER BY f.entered_ms DESC, f.corrects IS NOT NULL DESC, f.id DESC LIMIT @limit`)
const factLines = linesOf('maintenance_facts')
const costLines = linesOf('maintenance_costs')

/** What was recorded of the work, in the order in which it was entered. */
export function readShownMaintenanceFacts(db: ReadDb, id: string) {
  return shownLines(factLines(db).all({ id, limit: MOST_SHOWN }), lineId => readFact(db, lineId)).map(
    ({ maintenanceId: _, corrects: _c, meterHours, ...fact }) => ({
      ...fact,
      meterHours: meterHours !== null && Number.isFinite(meterHours) ? meterHours : null,
      atMs: instantOr(fact.atMs, 0),
    }),
  )
}

/** Its parts and labour, in the order in which they were entered. */
export function readShownCosts(db: ReadDb, id: string) {
  return shownLines(costLines(db).all({ id, limit: MOST_SHOWN }), lineId => readCost(db, lineId)).map(
    ({ maintenanceId: _, thousandths, corrects, ...cost }) => ({
      ...cost,
      quantity: thousandths / 1000,
      corrects: idOrNull(corrects),
    }),
  )
}

function shownLines<Row extends { enteredBy: string | null; enteredMs: number }>(
  lines: Line[],
  read: (id: string) => Row | undefined,
) {
  return lines.reverse().flatMap(({ id, standing, userName }) => {
    const row = read(id)
    if (!row) return []
    const enteredBy = { id: idOrNull(row.enteredBy) ?? NOBODY, name: userName ?? 'system' }
    return [{ ...row, enteredBy, enteredMs: instantOr(row.enteredMs, 0), standing: standing === 1 }]
  })
}

const standingCosts = preparedSql<{ id: string }, { count: number }>(`
  SELECT count(*) AS count FROM maintenance_costs c
  WHERE c.maintenance_id = @id AND c.thousandths > 0 AND NOT EXISTS (SELECT 1 FROM maintenance_costs d WHERE d.corrects = c.id)`)
const corrected = preparedSql<{ id: string }, { one: number }>(
  'SELECT 1 AS one FROM maintenance_costs WHERE corrects = @id',
)

export function countCosts(db: ReadDb, id: string): number {
  return standingCosts(db).get({ id })?.count ?? 0
}

export function isCostCorrected(db: ReadDb, id: string): boolean {
  return corrected(db).get({ id }) !== undefined
}

type Around = { machineId: string; atMs: number; lastMs: number; exceptId: string }
type Read = { meterHours: number; atMs: number }
const READ = `
  SELECT f.meter_hours AS meterHours, f.at_ms AS atMs
  FROM last_maintenance_facts f JOIN maintenance m ON m.id = f.maintenance_id
  WHERE m.machine_id = @machineId AND f.happened = 1 AND f.meter_hours IS NOT NULL AND f.id <> @exceptId`
const readBefore = preparedSql<Around, Read>(
  `${READ} AND f.at_ms <= @atMs ORDER BY f.at_ms DESC, f.entered_ms DESC LIMIT 1`,
)
const readAfter = preparedSql<Around, Read>(
  `${READ} AND f.at_ms > @atMs AND f.at_ms <= @lastMs ORDER BY f.at_ms, f.entered_ms LIMIT 1`,
)

/** What the meter showed nearest to an instant, before and after it: at a booking or at the work of a maintenance. */
export function readMeterBeside(
  db: ReadDb,
  machineId: string,
  at: { atMs: number; lastMs: number },
  exceptId = '',
): Beside<number> {
  const { meter } = readReadingsBeside(db, machineId, at)
  const around = { machineId, ...at, atMs: Math.min(at.atMs, at.lastMs), exceptId }
  const before = knownOf(readBefore(db).get(around), meter.before, (one, other) => one > other)
  const after = knownOf(readAfter(db).get(around), meter.after, (one, other) => one < other)
  return { before, after }
}

function knownOf(
  own: Read | undefined,
  booked: Beside<number>['before'],
  isNearer: (one: number, other: number) => boolean,
): Beside<number>['before'] {
  if (!own || !Number.isFinite(own.meterHours) || (booked && !isNearer(own.atMs, booked.atMs))) return booked
  return { value: own.meterHours, atMs: own.atMs, readAt: 'return' }
}

type KeptRow = {
  status: MaintenanceStatus
  startMs: number
  endMs: number
  startedMs: number | null
  finishedMs: number | null
  openEnded: number
  costCentavos: number
}
const kept = preparedSql<{ machineId: string; sinceMs: number }, KeptRow>(`
  SELECT m.status, m.start_ms AS startMs, m.end_ms AS endMs, m.started_ms AS startedMs, m.finished_ms AS finishedMs,
    m.open_ended AS openEnded, (
      SELECT coalesce(sum(c.centavos), 0) FROM maintenance_costs c
      WHERE c.maintenance_id = m.id AND NOT EXISTS (SELECT 1 FROM maintenance_costs d WHERE d.corrects = c.id)
    ) AS costCentavos
  FROM maintenance m
  WHERE m.machine_id = @machineId AND m.status <> 'cancelled' AND max(m.end_ms, coalesce(m.finished_ms, 0)) >= @sinceMs`)

/** The maintenance of a machine that was planned or done since an instant, with what it cost. */
export function readKept(db: ReadDb, machineId: string, sinceMs: number): KeptRow[] {
  return kept(db).all({ machineId, sinceMs })
}

const firstKnown = preparedSql<{ machineId: string }, { ms: number | null }>(`
  SELECT min(ms) AS ms FROM (
    SELECT min(at_ms) AS ms FROM standing_facts WHERE machine_id = @machineId
    UNION ALL
    SELECT min(start_ms) FROM maintenance WHERE machine_id = @machineId AND status <> 'cancelled')`)

/** Since when anything is on record of a machine's use or its maintenance; null if nothing is. */
export function readFirstKnown(db: ReadDb, machineId: string): number | null {
  return firstKnown(db).get({ machineId })?.ms ?? null
}

const lastTechnician = preparedSql<{ machineId: string }, { technician: string }>(`
  SELECT f.technician FROM last_maintenance_facts f JOIN maintenance m ON m.id = f.maintenance_id
  WHERE m.machine_id = @machineId AND m.kind = 'preventive' AND f.happened = 1 AND f.technician <> ''
  ORDER BY f.at_ms DESC LIMIT 1`)

/** Who did the last preventive maintenance of a machine; '' if nobody said. */
export function readLastTechnician(db: ReadDb, machineId: string): string {
  return lastTechnician(db).get({ machineId })?.technician ?? ''
}
