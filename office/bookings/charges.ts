import { dueOf, stageOf } from '#booking/money/due'
import { type Quote, quote } from '#booking/money/price'
import { rateOn } from '#booking/money/rates'
import type { OfficeCalendar } from '#booking/time/calendar'
import { firstDay } from '#booking/time/period'
import type { ReadDb } from '#db/file'
import { periodOf } from '#db/period-columns'
import { readBooking, type StoredBooking } from '#db/read/bookings'
import { readStoredMachine, readType } from '#db/read/machines'
import { readCharge, readPromisedCharge } from '#db/read/payments'
import { rateIn, readMemberKind, readRatesOfMachine } from '#db/read/rates'
import { insertCharge } from '#db/write/payments'
import type { Keeping } from '../law/record.ts'
import { priceOf, rateOf } from './price.ts'

/**
 * Keeps what a booking costs, as a fact of its own, whenever that changes (E2): what it was promised at, what was measured,
 * and what is due. Called whenever a booking is added or changed.
 */
export function keepCharge(keeping: Keeping, bookingId: string): void {
  const { tx, nowMs, actor, ids } = keeping
  const stored = readBooking(tx, bookingId)
  if (!stored) return
  const stage = stageOf(stored.status)
  const last = readCharge(tx, bookingId)
  // Nothing was ever promised, so nothing can have been paid.
  if (!last && stage === 'off') return
  const depositCentavos = last?.stage === 'promised' ? last.depositCentavos : depositAsked(tx, stored)
  const price = stage === 'off' ? null : costOf(tx, stored, keeping.calendar)
  const priceCentavos = price && price.kind !== 'measured-later' ? price.centavos : null
  const charge = {
    stage,
    dueCentavos: dueOf({ stage, depositCentavos, priceCentavos }),
    priceCentavos,
    depositCentavos: stage === 'promised' ? depositCentavos : null,
    how: price ? JSON.stringify(price) : null,
    sinceMs: sinceWhen(stored, last?.stage === stage ? last.sinceMs : nowMs, nowMs),
  }
  const same =
    last && Object.entries(charge).every(([column, value]) => last[column as keyof typeof charge] === value)
  if (same) return
  const nth = (last?.nth ?? 0) + 1
  insertCharge(tx, {
    id: ids.newId(),
    bookingId,
    nth,
    ...charge,
    enteredBy: actor.id || null,
    enteredMs: nowMs,
  })
}

function costOf(db: ReadDb, stored: StoredBooking, calendar: OfficeCalendar): Quote | null {
  return stored.status === 'completed' ? priceOf(db, stored, calendar) : quoteOf(db, stored, calendar)
}

/** The quote of a booking, whatever was measured. */
export function quoteOf(db: ReadDb, stored: StoredBooking, calendar: OfficeCalendar): Quote | null {
  const rate = rateOf(db, stored, calendar)
  return rate ? quote(rate, periodOf(stored), stored.units, calendar) : null
}

/** What the booking was promised at; null if it never was, or if the price was not known. */
export function promisedPriceOf(db: ReadDb, bookingId: string): Quote | null {
  const how = readPromisedCharge(db, bookingId)?.how
  return how ? (JSON.parse(how) as Quote) : null
}

/** What somebody could know at the request: the quote by the rates that had been set until then. */
export function quotedAtRequest(db: ReadDb, stored: StoredBooking, calendar: OfficeCalendar): Quote | null {
  const period = periodOf(stored)
  const known = readRatesOfMachine(db, stored.machineId).filter(rate => rate.setMs <= stored.requestedMs)
  const holds = rateOn(firstDay(period, calendar), known)
  const rate = holds && rateIn(holds, stored.memberKind ?? readMemberKind(db, stored.memberId))
  return rate ? quote(rate, period, stored.units, calendar) : null
}

function depositAsked(db: ReadDb, { machineId }: StoredBooking): number | null {
  const machine = readStoredMachine(db, machineId)
  return (machine && readType(db, machine.typeId)?.depositCentavos) ?? null
}

/** What is due at the return is due since then, also when it is entered later. */
function sinceWhen({ status, returnedMs }: StoredBooking, sinceMs: number, nowMs: number): number {
  return status === 'completed' && returnedMs !== null ? Math.min(returnedMs, nowMs) : sinceMs
}
