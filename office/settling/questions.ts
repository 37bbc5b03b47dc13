import type { OpenCalendar } from '#booking/hours/opening-hours'
import { intervalOf } from '#booking/time/period'
import type { OutputOf } from '#calls/contract'
import type { ReadDb } from '#db/file'
import { readShownBooking } from '#db/read/bookings'
import { listBookings } from '#db/read/list-bookings'
import { readMachinesThatMayLast } from '#db/read/open-blocks'
import { reading } from '#db/transaction'
import { findAlternatives } from '../availability/alternatives.ts'
import { askedBy } from '../availability/asked.ts'
import { hitsOn } from '../bookings/hits.ts'
import { displaced, hit } from '../bookings/settling.ts'
import type { Actor } from '../law/command.ts'
import type { Office } from '../office.ts'
import type { InConflict } from '../scan/newest-scan.ts'
import { conflictsToSettle } from './conflicts.ts'
import type { ToSettle } from './to-settle.ts'

type Now = { readonly nowMs: number; readonly calendar: OpenCalendar }

/** How many are listed. A window that settled some of them reads the next. */
const MOST_LISTED = 50
/** More than that are only counted so far. */
const MOST_DISPLACED = 500

/** The promises that cannot be kept for now, each with what is free instead for the person who asks. */
export function toSettle(office: Office, user: Actor): OutputOf<'settle.list'> {
  return reading(office.file.db, () => {
    const { db } = office.file
    const { settings, asked } = askedBy(office, user)
    const all = everythingToSettle(db, asked, office.newestScan.inConflict())
    const items = all.slice(0, MOST_LISTED).map(({ booking, settling }) => {
      const { id: bookingId, machineId, period, units } = booking
      const slot = { machineId, period, units, except: { bookingId } }
      const found = findAlternatives(db, settings, slot, 'overdue', asked)
      const alternatives = found.filter(one => intervalOf(one.period, asked.calendar).endMs > asked.nowMs)
      return { ...settling, booking, alternatives }
    })
    return { items, count: all.length }
  })
}

/** How many they are. */
export function countToSettle(office: Office, user: Actor): OutputOf<'settle.count'> {
  return reading(office.file.db, () => {
    const found = office.newestScan.inConflict()
    const all = everythingToSettle(office.file.db, askedBy(office, user).asked, found)
    return { count: all.length, untold: all.filter(({ settling }) => !settling.told).length }
  })
}

function everythingToSettle(db: ReadDb, now: Now, found: readonly InConflict[]): ToSettle[] {
  const hits = readMachinesThatMayLast(db).flatMap(machineId =>
    hitsOn(db, machineId, now).flatMap(({ booking: { bookingId }, by }) => {
      const booking = readShownBooking(db, bookingId, now.nowMs)
      return booking ? [{ booking, settling: hit(db, bookingId, by) }] : []
    }),
  )
  const lost = listBookings(db, { status: ['displaced'], order: 'oldest', limit: MOST_DISPLACED }, now.nowMs)
  return [
    ...hits,
    ...lost.map(booking => ({ booking, settling: displaced(db, booking) })),
    ...conflictsToSettle(db, found, now),
  ].sort((a, b) => a.booking.startMs - b.booking.startMs)
}
