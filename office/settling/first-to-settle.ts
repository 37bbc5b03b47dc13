import type { OpenCalendar } from '#booking/hours/opening-hours'
import type { Settling } from '#calls/bookings'
import type { ReadDb } from '#db/file'
import { readShownBooking, type ShownBooking } from '#db/read/bookings'
import { listBookings } from '#db/read/list-bookings'
import { readMachinesThatMayLast } from '#db/read/open-blocks'
import { countDisplaced } from '#db/read/today'
import { hitsOn } from '../bookings/hits.ts'
import { displaced, hit } from '../bookings/settling.ts'

type Now = { readonly nowMs: number; readonly calendar: OpenCalendar }
export type ToSettle = { readonly booking: ShownBooking; readonly settling: Settling }

/** The promises that cannot be kept for now and begin first, and how many there are in all. Inside a read transaction. */
export function firstToSettle(db: ReadDb, now: Now, limit: number): { first: ToSettle[]; count: number } {
  const hits = readMachinesThatMayLast(db).flatMap(machineId => hitsOn(db, machineId, now))
  const lost = listBookings(db, { status: ['displaced'], order: 'oldest', limit }, now.nowMs)
  const starts = [
    ...hits.map(({ promise, booking: { bookingId }, by }) => ({
      startMs: promise.startMs,
      read: () => shownHit(db, now, bookingId, by),
    })),
    ...lost.map(booking => ({
      startMs: booking.startMs,
      read: (): ToSettle => ({ booking, settling: displaced(db, booking) }),
    })),
  ].sort((a, b) => a.startMs - b.startMs)
  return {
    first: starts.slice(0, limit).map(one => one.read()),
    count: hits.length + countDisplaced(db),
  }
}

function shownHit(db: ReadDb, { nowMs }: Now, bookingId: string, by: Parameters<typeof hit>[2]): ToSettle {
  const booking = readShownBooking(db, bookingId, nowMs)
  if (!booking) throw new Error(`booking ${bookingId} is hit but is not there`)
  return { booking, settling: hit(db, bookingId, by) }
}
