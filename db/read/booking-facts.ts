import { FACT_KINDS, type FactKind } from '#booking/bookings/facts'
import { FUEL_MEASURES, type Fuel } from '#booking/machines/fuel'
import type { Beside, Known } from '#booking/machines/readings'
import { type Quote, WORK_UNITS } from '#booking/money/price'
import { preparedSql, type ReadDb } from '../file.ts'
import { careful, idOrNull, instantOr, isInstant, isOneOf } from '../odd-values.ts'
import { readingById } from '../rows.ts'
import { bookingFacts } from '../tables/booking-facts.ts'
import { NOT_SEEN } from '../tables/condition-list.ts'
import { NOT_A_LIST } from '../tables/text-list.ts'
import { NOBODY } from './bookings.ts'

export type StoredFact = typeof bookingFacts.$inferSelect
const readFact = readingById(bookingFacts)

/** An answer shows at most this many facts of a booking, the newest ones. */
const MOST_FACTS = 100

const idsOfBooking = preparedSql<
  { bookingId: string; limit: number },
  { id: string; standing: number; userName: string | null }
>(`
  SELECT f.id, NOT EXISTS (SELECT 1 FROM booking_facts c WHERE c.corrects = f.id) AS standing, u.name AS userName
  FROM booking_facts f LEFT JOIN users u ON u.id = f.entered_by
  WHERE f.booking_id = @bookingId ORDER BY f.entered_ms DESC, f.kind DESC, f.corrects IS NOT NULL DESC, f.id DESC LIMIT @limit`)

/** What is recorded of a booking's use, in the order in which it was entered. */
export function readShownFacts(db: ReadDb, bookingId: string) {
  const rows = idsOfBooking(db).all({ bookingId, limit: MOST_FACTS })
  return rows.reverse().map(({ id, standing, userName }) => {
    const stored = readFact(db, id)
    if (!stored) throw new Error(`fact ${id} is listed but is not there`)
    return shownFact(stored, standing === 1, userName)
  })
}

function shownFact(stored: StoredFact, standing: boolean, userName: string | null) {
  const { take, marked } = careful()
  const { workQuantity, workPer } = stored
  const isUnit = workQuantity === null ? workPer === null : isOneOf(WORK_UNITS, workPer)
  const isWork = isUnit && isNumber(workQuantity)
  const work =
    isWork && workQuantity !== null && workPer !== null ? { quantity: workQuantity, per: workPer } : null
  const fuel = fuelOf(stored)
  return {
    id: stored.id,
    kind: take('kind', isOneOf(FACT_KINDS, stored.kind), stored.kind, 'hand-over' as const),
    atMs: take('atMs', isInstant(stored.atMs), stored.atMs, 0),
    meterHours: take('meterHours', isNumber(stored.meterHours), stored.meterHours, null),
    fuel: take('fuel', (fuel === null) === (stored.fuel === null && stored.fuelIn === null), fuel, null),
    implements: take('implements', stored.implements !== NOT_A_LIST, stored.implements, []),
    slip: stored.slip,
    note: stored.note,
    work: take('work', isWork, work, null),
    condition: take('condition', stored.condition !== NOT_SEEN, stored.condition, []),
    photos: take('photos', stored.photos !== NOT_A_LIST, stored.photos, []),
    price: priceIn(stored),
    readingReason: stored.readingReason,
    reason: stored.reason,
    enteredBy: { id: idOrNull(stored.enteredBy) ?? NOBODY, name: userName ?? 'system' },
    enteredMs: instantOr(stored.enteredMs, 0),
    corrects: idOrNull(stored.corrects),
    standing,
    ...marked(),
  }
}

/** What was in the tank, as it was measured; null if nobody looked. */
export function fuelOf({ fuel, fuelIn }: Pick<StoredFact, 'fuel' | 'fuelIn'>): Fuel | null {
  return fuel !== null && isNumber(fuel) && isOneOf(FUEL_MEASURES, fuelIn)
    ? { amount: fuel, in: fuelIn }
    : null
}

/** A column of decimals can hold what is no number of any length. */
function isNumber(value: number | null): boolean {
  return value === null || Number.isFinite(value)
}

/** The price of the work that was measured at a return; null if only the quote applies. */
function priceIn({ workQuantity, workPer, rateCentavos, priceCentavos }: StoredFact): Quote | null {
  if (workQuantity === null || rateCentavos === null || priceCentavos === null) return null
  if (!isOneOf(WORK_UNITS, workPer) || !isNumber(workQuantity)) return null
  if (!Number.isSafeInteger(rateCentavos) || !Number.isSafeInteger(priceCentavos)) return null
  const rate = { centavos: rateCentavos, per: workPer }
  return { kind: 'measured', centavos: priceCentavos, quantity: workQuantity, rate }
}

const standing = preparedSql<{ bookingId: string; kind: FactKind }, { id: string }>(
  'SELECT id FROM standing_facts WHERE booking_id = @bookingId AND kind = @kind',
)

/** The hand-over or the return of a booking as it holds now; undefined if there is none. */
export function readStandingFact(db: ReadDb, bookingId: string, kind: FactKind): StoredFact | undefined {
  const found = standing(db).get({ bookingId, kind })
  return found && readFact(db, found.id)
}

/** The price of a booking's measured work; null if none was measured. */
export function readMeasuredPrice(db: ReadDb, bookingId: string): Quote | null {
  const back = readStandingFact(db, bookingId, 'return')
  return back ? priceIn(back) : null
}

type Around = { machineId: string; atMs: number; lastMs: number; exceptId: string }
type ReadingRow = Pick<StoredFact, 'meterHours' | 'fuel' | 'fuelIn' | 'atMs' | 'kind'>
const READ = `
  SELECT meter_hours AS meterHours, fuel, fuel_in AS fuelIn, at_ms AS atMs, kind FROM standing_facts
  WHERE machine_id = @machineId AND id <> @exceptId`
const BEFORE = 'AND at_ms <= @atMs ORDER BY at_ms DESC, entered_ms DESC, id DESC LIMIT 1'
const AFTER = 'AND at_ms > @atMs AND at_ms <= @lastMs ORDER BY at_ms, entered_ms, id LIMIT 1'
const nearest = (read: string, side: string) => preparedSql<Around, ReadingRow>(`${READ} AND ${read} ${side}`)
const meterBefore = nearest('meter_hours IS NOT NULL', BEFORE)
const meterAfter = nearest('meter_hours IS NOT NULL', AFTER)
const fuelBefore = nearest('fuel IS NOT NULL', BEFORE)
const fuelAfter = nearest('fuel IS NOT NULL', AFTER)

/**
 * What was read at a machine nearest to an instant, before and after it.
 * @param at `lastMs`: what was recorded for a later instant was entered by a clock that was ahead, and is passed over
 * @param exceptId the fact that is being corrected
 */
export function readReadingsBeside(
  db: ReadDb,
  machineId: string,
  at: { atMs: number; lastMs: number },
  exceptId = '',
): { meter: Beside<number>; fuel: Beside<Fuel> } {
  const around = { machineId, ...at, atMs: Math.min(at.atMs, at.lastMs), exceptId }
  return {
    meter: { before: meterIn(meterBefore(db).get(around)), after: meterIn(meterAfter(db).get(around)) },
    fuel: { before: fuelIn(fuelBefore(db).get(around)), after: fuelIn(fuelAfter(db).get(around)) },
  }
}

function meterIn(row: ReadingRow | undefined): Known<number> | null {
  if (!row || row.meterHours === null) return null
  return { value: row.meterHours, atMs: row.atMs, readAt: row.kind }
}

function fuelIn(row: ReadingRow | undefined): Known<Fuel> | null {
  const fuel = row ? fuelOf(row) : null
  return row && fuel ? { value: fuel, atMs: row.atMs, readAt: row.kind } : null
}

const lastBack = preparedSql<{ machineId: string; lastMs: number }, { id: string; memberName: string }>(`
  SELECT f.id, m.name AS memberName
  FROM standing_facts f JOIN bookings b ON b.id = f.booking_id JOIN members m ON m.id = b.member_id
  WHERE f.machine_id = @machineId AND f.at_ms <= @lastMs AND f.kind = 'return' AND f.condition <> '[]'
  ORDER BY f.at_ms DESC, f.entered_ms DESC, f.id DESC LIMIT 1`)

/** The last return of a machine at which its condition was looked at, and whose it was. */
export function readLastCondition(db: ReadDb, machineId: string, lastMs: number) {
  const found = lastBack(db).get({ machineId, lastMs })
  const stored = found && readFact(db, found.id)
  return stored ? { ...stored, memberName: found.memberName } : undefined
}
