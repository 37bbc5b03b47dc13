import { intervalOf } from '#booking/time/period'
import type { OutputOf } from '#calls/contract'
import { reading } from '#db/transaction'
import { findAlternatives } from '../availability/alternatives.ts'
import { askedBy } from '../availability/asked.ts'
import type { Actor } from '../law/command.ts'
import type { Office } from '../office.ts'
import { firstToSettle } from './first-to-settle.ts'

/** How many are listed. A window that settled some of them reads the next. */
const MOST_LISTED = 50

/** The promises that cannot be kept for now, each with what is free instead for the person who asks. */
export function toSettle(office: Office, user: Actor): OutputOf<'settle.list'> {
  return reading(office.file.db, () => {
    const { db } = office.file
    const { settings, asked } = askedBy(office, user)
    const { first, count } = firstToSettle(db, asked, MOST_LISTED, office.newestScan.inConflict())
    const items = first.map(({ booking, settling }) => {
      const { id: bookingId, machineId, period, units } = booking
      const slot = { machineId, period, units, except: { bookingId } }
      const found = findAlternatives(db, settings, slot, 'overdue', asked)
      const stillToCome = found.filter(one => intervalOf(one.period, asked.calendar).endMs > asked.nowMs)
      // The promised days on another machine come before other days on one that may not be back by then.
      const alternatives = [
        ...stillToCome.filter(one => one.machineId !== machineId),
        ...stillToCome.filter(one => one.machineId === machineId),
      ]
      return { ...settling, booking, alternatives }
    })
    return { items, count }
  })
}

/** How many they are: the number that Today says, and the list. */
export function countToSettle(office: Office, user: Actor): OutputOf<'settle.count'> {
  return reading(office.file.db, () => {
    const { db } = office.file
    const { count } = firstToSettle(db, askedBy(office, user).asked, 0, office.newestScan.inConflict())
    return { count }
  })
}
