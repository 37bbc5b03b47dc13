import type { Block } from '../availability/block.ts'
import { type Load, loadsWithoutRoom, peakLoad } from '../availability/load.ts'
import { BLOCKING } from '../in-the-way.ts'
import { type Buffers, type Interval, withBuffers } from '../time/interval.ts'

/** A booking that waits for a decision. */
type Waiting = Interval & Buffers & { readonly units: number }

/**
 * How many units are promised at the fullest instant of the booking's time once it is approved, itself included. A
 * form that is being filled was promised nothing.
 * @param blocks what blocks that time, the booking itself left out
 * @returns null if something takes the whole machine, such as maintenance
 */
export function unitsIfApproved(booking: Waiting, blocks: readonly Block[]): number | null {
  const units = booking.units + peakLoad(withBuffers(booking, booking), promisesOf(blocks))
  return Number.isFinite(units) ? units : null
}

/**
 * The other bookings that wait for the same time and cannot all be approved beside this one. Only where waiting
 * bookings do not block can there be any.
 * @param others bookings that wait and do not block, with their buffers
 */
export function rivalsOf<Other extends Load>(
  booking: Waiting,
  capacity: number,
  blocks: readonly Block[],
  others: readonly Other[],
): Other[] {
  const all = [...promisesOf(blocks), ...others]
  const tight: ReadonlySet<Load> = new Set(
    loadsWithoutRoom<Load>(withBuffers(booking, booking), booking.units, capacity, all),
  )
  return others.filter(other => tight.has(other))
}

function promisesOf(blocks: readonly Block[]): Block[] {
  return blocks.filter(block => BLOCKING[block.what.kind].promised)
}
