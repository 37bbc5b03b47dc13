import { CLOCK_TOLERANCE_MS } from '#booking/bookings/decide-life'
import { decideFuel, decideReading, type ReadAt } from '#booking/machines/readings'
import type { Decision } from '#booking/refusal'
import type { InputOf } from '#calls/contract'
import { readReadingsBeside } from '#db/read/booking-facts'
import { readStoredMachine, readType } from '#db/read/machines'
import type { NewFact } from '#db/write/booking-facts'
import type { CommandContext } from '../law/command.ts'

type Read = Pick<InputOf<'bookings.handOver'>, 'atMs' | 'reading'> & {
  readAt: ReadAt
  /** The fact that is being corrected. */
  exceptId?: string
}
type ReadingColumns = Pick<NewFact, 'meterHours' | 'fuel' | 'fuelIn' | 'readingReason'>

/** Lets the rules decide about what was read at a machine, and gives it as the columns of a fact. */
export function decideRead(
  context: CommandContext,
  machineId: string,
  { atMs, reading = {}, readAt, exceptId }: Read,
): Decision<{ columns: ReadingColumns }> {
  const { tx, nowMs } = context
  const { meterHours = null, reason = '', confirmed = false } = reading
  const fuel = reading.fuel === undefined ? null : decideFuel(reading.fuel, fuelReadIn(context, machineId))
  if (fuel && !fuel.ok) return fuel
  const read = { meterHours, fuel: fuel?.fuel ?? null }
  const at = { atMs, lastMs: nowMs + CLOCK_TOLERANCE_MS }
  const beside = readReadingsBeside(tx, machineId, at, exceptId)
  const decision = decideReading(read, { atMs, readAt, ...beside, reason, confirmed })
  if (!decision.ok) return decision
  const columns = {
    meterHours,
    fuel: read.fuel?.amount ?? null,
    fuelIn: read.fuel?.in ?? null,
    readingReason: reason,
  }
  return { ok: true, columns }
}

function fuelReadIn({ tx }: CommandContext, machineId: string) {
  const machine = readStoredMachine(tx, machineId)
  return (machine && readType(tx, machine.typeId)?.fuel) ?? 'none'
}
