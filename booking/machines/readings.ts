import { type Decision, refuse } from '../refusal.ts'
import { HOUR_MS } from '../time/day.ts'
import { EIGHTHS, type Fuel, type FuelMeasure, type FuelReadIn } from './fuel.ts'

/** What is read at a machine that goes out or comes back; null for what was not read. */
export type Reading = { readonly meterHours: number | null; readonly fuel: Fuel | null }

/** Whether a machine was read as it went out, or as it came back. */
export type ReadAt = 'hand-over' | 'return'
/** One value that was read before or after, and when. */
export type Known<Value> = { readonly value: Value; readonly atMs: number; readonly readAt: ReadAt }
/** The nearest values on record before and after an instant; null where there is none. */
export type Beside<Value> = { readonly before: Known<Value> | null; readonly after: Known<Value> | null }

export type ReadingFacts = {
  readonly atMs: number
  readonly readAt: ReadAt
  /** The other readings of the same machine, the one that is being corrected left out. */
  readonly meter: Beside<number>
  readonly fuel: Beside<Fuel>
  /** Why a reading goes backward; empty if nobody said so. */
  readonly reason: string
  /** The user was asked about a jump, and says that it was read so. */
  readonly confirmed: boolean
}

/**
 * A meter may run a little more than the clock between two readings: they are rounded, and entered with the minute at
 * which somebody looked up.
 */
export const METER_SLACK_HOURS = 1

/**
 * Whether a reading can be kept (C4). An hour meter never runs backward, and never more hours than have passed. Fuel is
 * used up while a machine is out; in the yard, between a return and the next hand-over, it never gets less. What goes
 * backward all the same needs a reason, which is kept with it; a jump is asked about once.
 */
export function decideReading(reading: Reading, facts: ReadingFacts): Decision {
  const { meterHours, fuel } = reading
  const backward =
    (meterHours === null ? null : meterBackward(meterHours, facts)) ??
    (fuel === null ? null : fuelBackward(fuel, facts))
  if (backward && facts.reason === '') return refuse({ reason: 'goes-backward', ...backward })
  if (meterHours === null || facts.confirmed) return { ok: true }
  const jump = meterJump(meterHours, facts)
  return jump ? refuse({ reason: 'jumps-ahead', ...jump }) : { ok: true }
}

type Backward = {
  what: 'meter' | 'fuel'
  given: number
  known: number
  knownMs: number
  /** The fuel's measure. */
  in?: FuelMeasure
}

function meterBackward(given: number, { meter: { before, after } }: ReadingFacts): Backward | null {
  if (before && given < before.value) return backward(before)
  if (after && given > after.value) return backward(after)
  return null
  function backward({ value, atMs }: Known<number>): Backward {
    return { what: 'meter', given, known: value, knownMs: atMs }
  }
}

function fuelBackward(fuel: Fuel, { readAt, fuel: { before, after } }: ReadingFacts): Backward | null {
  const inTheYard =
    readAt === 'hand-over'
      ? before?.readAt === 'return' &&
        before.value.in === fuel.in &&
        fuel.amount < before.value.amount &&
        before
      : after?.readAt === 'hand-over' &&
        after.value.in === fuel.in &&
        fuel.amount > after.value.amount &&
        after
  if (!inTheYard) return null
  const { value, atMs: knownMs } = inTheYard
  return { what: 'fuel', given: fuel.amount, known: value.amount, knownMs, in: fuel.in }
}

/** The first reading from which the meter would have run more hours than passed. */
function meterJump(given: number, { atMs, meter: { before, after } }: ReadingFacts) {
  for (const known of [before, after]) {
    if (!known) continue
    const ran = known === before ? given - known.value : known.value - given
    const passed = Math.abs(atMs - known.atMs) / HOUR_MS
    if (ran > passed + METER_SLACK_HOURS)
      return { given, known: known.value, knownMs: known.atMs, hoursPassed: Math.floor(passed * 10) / 10 }
  }
  return null
}

/** Whether the fuel is read in this way at a type's machines, and can be so much. */
export function decideFuel(amount: number, readIn: FuelReadIn): Decision<{ fuel: Fuel }> {
  if (readIn === 'none') return refuse({ reason: 'fuel-not-so', readIn })
  const isEighths = Number.isInteger(amount) && amount <= EIGHTHS
  if (readIn === 'eighths' && !isEighths) return refuse({ reason: 'fuel-not-so', readIn })
  return { ok: true, fuel: { amount, in: readIn } }
}
