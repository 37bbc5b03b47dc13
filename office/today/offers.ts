import type { OfferLine } from '#calls/today'
import type { ReadDb } from '#db/file'
import { readNamedWaiting, readRunningOffers } from '#db/read/waiting'
import { shownOffer } from '../waiting/record.ts'
import type { Machines } from './day-list.ts'

/** The offers that are running, those that end first before others, and how many there are. */
export function runningOffers(
  db: ReadDb,
  machines: Machines,
  limit: number,
): { offers: OfferLine[]; count: number } {
  const running = [...readRunningOffers(db)].sort((a, b) => a.untilMs - b.untilMs)
  const offers = running.slice(0, limit).flatMap(stored => {
    const waiting = readNamedWaiting(db, stored.waitingId)
    if (!waiting) return []
    const { memberId, memberName, memberPhone, memberBarangay } = waiting
    const who = { memberId, memberName, memberPhone, memberBarangay }
    const type = machines.get(stored.machineId)?.type ?? ''
    return [{ ...shownOffer(db, stored), type, units: stored.units, ...who }]
  })
  return { offers, count: running.length }
}
