import type { Block } from '../availability/block.ts'
import { loadsWithoutRoom } from '../availability/load.ts'
import { BLOCKING, type InTheWay } from '../in-the-way.ts'

/**
 * Who was promised the machine between `atMs`, when it leaves before its booked start, and that start, so that this
 * booking does not fit beside them: they must wait until it is back. A form that is being filled was promised nothing.
 * @param blocks what blocks that time, the booking itself left out
 */
export function promisedBefore(
  booking: { readonly startMs: number; readonly units: number },
  atMs: number,
  capacity: number,
  blocks: readonly Block[],
): InTheWay[] {
  if (atMs >= booking.startMs) return []
  const early = { startMs: atMs, endMs: booking.startMs }
  const promises = blocks.filter(block => BLOCKING[block.what.kind].promised)
  return loadsWithoutRoom(early, booking.units, capacity, promises).map(block => block.what)
}
