import type { Block } from '#booking/availability/block'
import type { OpenCalendar } from '#booking/hours/opening-hours'
import { refuse } from '#booking/refusal'
import type { Settling } from '#calls/booking-rows'
import type { ReadDb } from '#db/file'
import { instantOr } from '#db/odd-values'
import type { StoredBooking } from '#db/read/bookings'
import { readRepair } from '#db/read/maintenance'
import { type Settling as Known, readSettling } from '#db/read/settling'
import { updateBooking } from '#db/write/bookings'
import { insertSettling, noteTold } from '#db/write/settling'
import { changeRecord } from '../law/change-record.ts'
import { commandOn } from '../law/command.ts'
import { causeOf, hitsOn } from './hits.ts'
import { bookingRecord } from './record.ts'

type Now = { readonly nowMs: number; readonly calendar: OpenCalendar }
type Stored = Pick<StoredBooking, 'id' | 'machineId' | 'status' | 'startMs'>

/** Why a booking's promise cannot be kept for now; null if it can. */
export function settlingOf(db: ReadDb, stored: Stored, now: Now): Settling | null {
  if (stored.status === 'displaced') return displaced(db, stored)
  if (stored.status !== 'pending' && stored.status !== 'approved') return null
  const found = hitsOn(db, stored.machineId, now).find(({ booking }) => booking.bookingId === stored.id)
  return found ? hit(db, stored.id, found.by) : null
}

/** Of a booking that something without a known end reaches. */
export function hit(db: ReadDb, bookingId: string, by: Block): Settling {
  const cause = causeOf(by)
  const known = readSettling(db, bookingId).find(one => one.byKind === cause.kind && one.byId === cause.id)
  return {
    why: 'hit',
    by: by.what,
    expectedEndMs: by.overdue?.expectedBackMs ?? by.endMs,
    sinceMs: instantOr(known?.sinceMs ?? by.startMs, 0),
    told: toldOf(known),
  }
}

/** Of a booking that lost its time to a repair. */
export function displaced(db: ReadDb, stored: Pick<Stored, 'id' | 'startMs'>): Settling {
  const [known] = readSettling(db, stored.id)
  const repair = known?.byKind === 'maintenance' ? readRepair(db, known.byId) : undefined
  return {
    why: 'displaced',
    by: repair?.what ?? null,
    expectedEndMs: repair?.lasts ? repair.what.endMs : null,
    sinceMs: instantOr(known?.sinceMs ?? stored.startMs, 0),
    told: toldOf(known),
  }
}

function toldOf(known: Known | undefined): Settling['told'] {
  if (!known || known.toldMs === null) return null
  return { note: known.toldNote ?? '', byName: known.toldBy ?? 'system', atMs: instantOr(known.toldMs, 0) }
}

/** Stands for what displaced a booking where another program did. */
const BY_ANOTHER_PROGRAM = { kind: 'maintenance', id: 'unknown' } as const

/** The member was told and waits. The promise stays to be settled, and is listed as told. */
export const settle = commandOn('bookings.settle', bookingRecord, (context, stored, { note }) => {
  const { tx, nowMs, actor } = context
  const settling = settlingOf(tx, stored, context)
  if (!settling) return refuse({ reason: 'nothing-to-settle' })
  const causes = hitsOn(tx, stored.machineId, context)
    .filter(({ booking }) => booking.bookingId === stored.id)
    .map(({ by }) => causeOf(by))
  const isKnown = causes.length > 0 || readSettling(tx, stored.id).length > 0
  for (const cause of isKnown ? causes : [BY_ANOTHER_PROGRAM]) insertSettling(tx, stored.id, cause, nowMs)
  noteTold(tx, stored.id, { atMs: nowMs, userId: actor.id || null, note })
  return changeRecord(context, bookingRecord, stored.id, () => updateBooking(tx, stored.id, {}), {
    told: note,
  })
})
