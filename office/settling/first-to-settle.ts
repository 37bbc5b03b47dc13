import type { OpenCalendar } from '#booking/hours/opening-hours'
import type { ReadDb } from '#db/file'
import { readShownBooking } from '#db/read/bookings'
import { listBookings } from '#db/read/list-bookings'
import { readMachinesThatMayLast } from '#db/read/open-blocks'
import { countDisplaced } from '#db/read/today'
import { hitsOn } from '../bookings/hits.ts'
import { displaced, hit } from '../bookings/settling.ts'
import { conflictsToSettle } from '../scan/conflicts.ts'
import type { InConflict } from '../scan/newest-scan.ts'
import type { ToSettle } from '../scan/to-settle.ts'

type Now = { readonly nowMs: number; readonly calendar: OpenCalendar }

/**
 * The promises that cannot be kept for now and begin first, and how many there are in all. Inside a read transaction.
 * @param found where the newest scan found conflicts
 */
export function firstToSettle(
  db: ReadDb,
  now: Now,
  limit: number,
  found: readonly InConflict[],
): { first: ToSettle[]; count: number } {
  const conflicts = conflictsToSettle(db, found, now)
  const hits = readMachinesThatMayLast(db).flatMap(machineId => hitsOn(db, machineId, now))
  const lost = listBookings(db, { status: ['displaced'], order: 'oldest', limit }, now.nowMs)
  const starts = [
    ...hits.map(({ promise, booking: { bookingId }, by }) => ({
      startMs: promise.startMs,
      read: () => shownHit(db, now, bookingId, by),
    })),
    ...conflicts.map(item => ({ startMs: item.booking.startMs, read: () => item })),
    ...lost.map(booking => ({
      startMs: booking.startMs,
      read: (): ToSettle => ({ booking, settling: displaced(db, booking) }),
    })),
  ].sort((a, b) => a.startMs - b.startMs)
  return {
    first: starts.slice(0, limit).map(one => one.read()),
    count: hits.length + countDisplaced(db) + conflicts.length,
  }
}

function shownHit(db: ReadDb, { nowMs }: Now, bookingId: string, by: Parameters<typeof hit>[2]): ToSettle {
  const booking = readShownBooking(db, bookingId, nowMs)
  if (!booking) throw new Error(`booking ${bookingId} is hit but is not there`)
  return { booking, settling: hit(db, bookingId, by) }
}
