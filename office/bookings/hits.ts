import type { Block } from '#booking/availability/block'
import { type Hit, hitsOf } from '#booking/bookings/hits'
import type { OpenCalendar } from '#booking/hours/opening-hours'
import type { BookingInTheWay } from '#booking/in-the-way'
import type { HitBy } from '#calls/booking-rows'
import type { ReadDb } from '#db/file'
import { readBlocks } from '#db/read/availability'
import { readShownBooking } from '#db/read/bookings'
import { readStoredMachine } from '#db/read/machines'
import { type Cause, readSettling } from '#db/read/settling'
import { insertSettling } from '#db/write/settling'
import { beyondPromises } from '../availability/slots.ts'
import type { CommandContext } from '../law/command.ts'
import { tell } from '../notices/tell.ts'
import { bookingRecord } from './record.ts'

type Now = { readonly nowMs: number; readonly calendar: OpenCalendar }
export type BookingHit = Hit & { readonly booking: BookingInTheWay }

/** The bookings of a machine that something without a known end reaches now. */
export function hitsOn(db: ReadDb, machineId: string, now: Now): BookingHit[] {
  const machine = readStoredMachine(db, machineId)
  const open = beyondPromises(db, machineId, {}, now).filter(hasNoKnownEnd)
  if (!machine || open.length === 0) return []
  const startMs = Math.min(...open.map(block => block.startMs))
  const endMs = Math.max(...open.map(block => block.endMs))
  const promises = readBlocks(db, machineId, { startMs, endMs })
  return hitsOf(machine.capacity, open, promises).flatMap(hit =>
    hit.promise.what.kind === 'booking' ? [{ ...hit, booking: hit.promise.what }] : [],
  )
}

/** A machine that left early has its known end; one that is late, or under repair, has none. */
export function hasNoKnownEnd({ what, overdue }: Block): boolean {
  return overdue !== undefined || what.kind === 'maintenance'
}

/** Those of them that nobody was told about. */
export function newHitsOn(db: ReadDb, machineId: string, now: Now): BookingHit[] {
  return hitsOn(db, machineId, now).filter(({ booking, by }) => {
    const cause = causeOf(by)
    return !readSettling(db, booking.bookingId).some(
      known => known.byKind === cause.kind && known.byId === cause.id,
    )
  })
}

/** Tells whoever entered a booking, once, that it is hit, and says so in its history. */
export function tellHits(context: CommandContext, machineId: string): void {
  const { tx, nowMs } = context
  for (const { booking, by } of newHitsOn(tx, machineId, context)) {
    const { bookingId } = booking
    insertSettling(tx, bookingId, causeOf(by), nowMs)
    const shown = readShownBooking(tx, bookingId, nowMs)
    if (!shown) throw new Error(`booking ${bookingId} is hit but is not there`)
    const said = { entity: bookingRecord.entity, entityId: bookingId, title: bookingRecord.title(shown) }
    context.record({ ...said, version: shown.version, before: {}, after: { hitBy: hitByOf(by) } })
    tell(context, bookingRecord, bookingId, { kind: 'hit', forUser: shown.requestedBy.id })
  }
}

export function causeOf({ what }: Block): Cause {
  if (what.kind === 'hold' || what.kind === 'session') throw new Error(`a ${what.kind} has an end`)
  if (what.kind === 'batch') return { kind: 'batch', id: what.batchId }
  return what.kind === 'booking'
    ? { kind: 'booking', id: what.bookingId }
    : { kind: 'maintenance', id: what.maintenanceId }
}

function hitByOf({ what }: Block): HitBy {
  if (what.kind === 'hold' || what.kind === 'session') throw new Error(`a ${what.kind} has an end`)
  if (what.kind === 'batch') return { batchSacks: what.sacks }
  return what.kind === 'booking' ? { memberName: what.memberName } : { maintenanceKind: what.maintenanceKind }
}
