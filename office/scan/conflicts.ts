import type { InTheWay } from '#booking/in-the-way'
import { tooMuchOf } from '#booking/scan/too-much'
import { whoGivesWay } from '#booking/scan/who-gives-way'
import type { ReadDb } from '#db/file'
import { readShownBooking, type ShownBooking } from '#db/read/bookings'
import { readStoredMachine } from '#db/read/machines'
import { readRepair } from '#db/read/maintenance'
import { readOut, readSourcesOf, type ScannedLoad } from '#db/read/scan'
import type { InConflict } from './newest-scan.ts'
import type { ToSettle } from './to-settle.ts'

/** The most instants of one machine at which too much of it is promised. */
const MOST_OF_ONE = 20

/**
 * What the newest scan found of machines that were promised beyond their capacity or are out twice, as it is now: with the
 * booking that is asked to give way, and who keeps the time. A machine whose conflict was settled has none.
 */
export function conflictsToSettle(
  db: ReadDb,
  found: readonly InConflict[],
  { nowMs }: { readonly nowMs: number },
): ToSettle[] {
  return found.flatMap(({ machineId, sinceMs }) => {
    const machine = readStoredMachine(db, machineId)
    if (!machine) return []
    const { capacity, retiredMs } = machine
    const loads = readSourcesOf(db, machineId)
    const tooMuch = tooMuchOf(retiredMs === null ? capacity : 0, loads, MOST_OF_ONE)
    const together = [
      ...tooMuch.map(({ load, beside }) => [...beside, load]),
      outTwice(db, machineId, capacity),
    ]
    const items = new Map<string, ToSettle>()
    for (const one of together) {
      const item = toSettle(db, one, { nowMs, sinceMs })
      if (item && !items.has(item.booking.id)) items.set(item.booking.id, item)
    }
    return [...items.values()]
  })
}

type Together = Pick<ScannedLoad, 'kind' | 'id'>

function outTwice(db: ReadDb, machineId: string, capacity: number): Together[] {
  const out = readOut(db).filter(one => one.machineId === machineId)
  const units = out.reduce((sum, one) => sum + one.units, 0)
  return units > capacity ? out.map(({ id }) => ({ kind: 'booking', id })) : []
}

function toSettle(
  db: ReadDb,
  together: readonly Together[],
  { nowMs, sinceMs }: { nowMs: number; sinceMs: number },
): ToSettle | null {
  const bookings = together.flatMap(({ kind, id }) => {
    const booking = kind === 'booking' ? readShownBooking(db, id, nowMs) : undefined
    return booking ? [{ ...booking, requestedMs: booking.requestedMs ?? 0 }] : []
  })
  const who = whoGivesWay(bookings)
  if (!who) return null
  const repair = together.find(({ kind }) => kind === 'maintenance')
  const by = who.keeps ? inTheWay(who.keeps) : repair ? (readRepair(db, repair.id)?.what ?? null) : null
  return { booking: who.gives, settling: { why: 'overlap', by, expectedEndMs: null, sinceMs, told: null } }
}

function inTheWay(booking: ShownBooking): InTheWay<'booking'> {
  const { id, status, memberId, memberName, memberPhone, units, period, startMs, endMs, requestedBy } =
    booking
  const who = { memberId, memberName, memberPhone, enteredBy: requestedBy.name }
  return { kind: 'booking', bookingId: id, status, ...who, units, period, startMs, endMs }
}
