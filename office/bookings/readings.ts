import { CLOCK_TOLERANCE_MS } from '#booking/bookings/decide-life'
import type { Fuel } from '#booking/machines/fuel'
import { decideFuel, decideReading, type ReadAt, type Reading } from '#booking/machines/readings'
import type { Decision } from '#booking/refusal'
import type { InputOf } from '#calls/contract'
import type { ReadDb } from '#db/file'
import { readReadingsBeside } from '#db/read/booking-facts'
import { readStoredMachine, readType } from '#db/read/machines'
import type { NewFact } from '#db/write/booking-facts'
import type { CommandContext } from '../law/command.ts'

type Read = Pick<InputOf<'bookings.return'>, 'atMs' | 'reading'> & { readAt: ReadAt }
type ReadingColumns = Pick<NewFact, 'meterHours' | 'fuel' | 'fuelIn' | 'readingReason'>

/** Lets the rules decide about what was read at a machine, and gives it as the columns of a fact. */
export function decideRead(
  context: CommandContext,
  machineId: string,
  { atMs, reading = {}, readAt }: Read,
): Decision<{ columns: ReadingColumns }> {
  const { meterHours = null, reason = '', confirmed = false } = reading
  const measured = decideMeasured(context.tx, machineId, reading.fuel ?? null)
  if (!measured.ok) return measured
  const read = { meterHours, fuel: measured.fuel }
  return decideReadNumbers(context, machineId, { atMs, readAt, read, reason, confirmed })
}

/** An amount of fuel as it is measured at the machine; null if none was read. */
export function decideMeasured(
  db: ReadDb,
  machineId: string,
  amount: number | null,
): Decision<{ fuel: Fuel | null }> {
  if (amount === null) return { ok: true, fuel: null }
  const machine = readStoredMachine(db, machineId)
  return decideFuel(amount, (machine && readType(db, machine.typeId)?.fuel) ?? 'none')
}

type Numbers = {
  atMs: number
  readAt: ReadAt
  read: Reading
  reason: string
  confirmed: boolean
  /** The fact that is being corrected. */
  exceptId?: string
}

export function decideReadNumbers(
  { tx, nowMs }: CommandContext,
  machineId: string,
  { atMs, readAt, read, reason, confirmed, exceptId }: Numbers,
): Decision<{ columns: ReadingColumns }> {
  const at = { atMs, lastMs: nowMs + CLOCK_TOLERANCE_MS }
  const beside = readReadingsBeside(tx, machineId, at, exceptId)
  const decision = decideReading(read, { atMs, readAt, ...beside, reason, confirmed })
  if (!decision.ok) return decision
  const { meterHours, fuel } = read
  const columns = {
    meterHours,
    fuel: fuel?.amount ?? null,
    fuelIn: fuel?.in ?? null,
    readingReason: reason,
  }
  return { ok: true, columns }
}
