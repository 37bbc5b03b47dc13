import { type Load, peakLoad } from '../availability/load.ts'
import { BLOCKING, type InTheWay } from '../in-the-way.ts'
import { type Decision, refuse } from '../refusal.ts'
import { DAY_MS } from '../time/day.ts'
import { ALL_TIME } from '../time/interval.ts'
import type { BookingMode } from '../time/period.ts'

/** How many of those who were promised a machine a refusal or an answer names. */
export const MOST_PROMISED = 20

type Retiring = { readonly id: string; readonly name: string; readonly retiredMs: number | null }

/**
 * A machine leaves service for good, once, and only while nobody has it or was promised it.
 * @param promised everything that blocks its time, earliest first
 */
export function decideRetirement(machine: Retiring, promised: readonly InTheWay[]): Decision {
  if (machine.retiredMs !== null) {
    return refuse({ reason: 'machine-out-of-service', machineId: machine.id, machineName: machine.name })
  }
  if (promised.length > 0) return refuse({ reason: 'still-promised', by: promised.slice(0, MOST_PROMISED) })
  return { ok: true }
}

type Promises = {
  readonly loads: readonly Load[]
  /** The units that are out now, each also beyond its promise. */
  readonly unitsOut: readonly number[]
  readonly promised: readonly InTheWay[]
}

/**
 * A smaller capacity must still fit every promise, and all that is out (A10). What takes the machine whole, such as
 * maintenance, fits any capacity.
 * @param machine as it is, before the change
 */
export function decideCapacity(
  machine: { readonly capacity: number },
  capacity: number,
  { loads, unitsOut, promised }: Promises,
): Decision {
  if (capacity >= machine.capacity) return { ok: true }
  const counted = loads.filter(load => !load.whole)
  const out = unitsOut.reduce((sum, units) => sum + units, 0)
  const needed = Math.max(peakLoad(ALL_TIME, counted), out)
  if (needed <= capacity) return { ok: true }
  const by = promised.filter(what => !BLOCKING[what.kind].whole).slice(0, MOST_PROMISED)
  return refuse({ reason: 'capacity-in-use', capacity, needed, by })
}

type Buffered = {
  readonly bookingMode: BookingMode
  readonly bufferBeforeMs: number
  readonly bufferAfterMs: number
}

/** Around whole days only whole days can be kept free. */
export function decideBuffers({ bookingMode, bufferBeforeMs, bufferAfterMs }: Buffered): Decision {
  const wholeDays = bufferBeforeMs % DAY_MS === 0 && bufferAfterMs % DAY_MS === 0
  if (bookingMode === 'days' && !wholeDays) return refuse({ reason: 'buffers-not-whole-days' })
  return { ok: true }
}
