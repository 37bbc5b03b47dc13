import { type Quote, quote, type Rate } from '#booking/money/price'
import { keepsItsRate, rateOn } from '#booking/money/rates'
import type { OfficeCalendar } from '#booking/time/calendar'
import { firstDay, type Period } from '#booking/time/period'
import type { ReadDb } from '#db/file'
import { periodOf } from '#db/period-columns'
import { readMeasuredPrice } from '#db/read/booking-facts'
import type { StoredBooking } from '#db/read/bookings'
import { rateIn, readMemberKind, readRate, readRatesOfMachine } from '#db/read/rates'
import type { BookingChange } from '#db/write/bookings'

/**
 * What a booking costs (E1). Of measured work, what was measured. Otherwise by its rate: the one that it was promised at,
 * or before the promise, the one that is valid on its first day. Null without a rate that can be read.
 */
export function priceOf(db: ReadDb, stored: StoredBooking, calendar: OfficeCalendar): Quote | null {
  const measured = readMeasuredPrice(db, stored.id)
  if (measured) return measured
  const rate = rateOf(db, stored, calendar)
  return rate ? quote(rate, periodOf(stored), stored.units, calendar) : null
}

/** The rate of a booking: the one that it was promised at, otherwise the one that is valid on its first day. */
export function rateOf(db: ReadDb, stored: StoredBooking, calendar: OfficeCalendar): Rate | null {
  const { machineId, memberId, rateId } = stored
  const kind = stored.memberKind ?? readMemberKind(db, memberId)
  const promised = rateId === null ? undefined : readRate(db, rateId)
  const holds = promised ?? rateOfPeriod(db, machineId, periodOf(stored), calendar)
  return holds ? (rateIn(holds, kind) ?? null) : null
}

/** The row of a machine's rates, or its type's, that is valid on the first day of a period. */
export function rateOfPeriod(db: ReadDb, machineId: string, period: Period, calendar: OfficeCalendar) {
  return rateOn(firstDay(period, calendar), readRatesOfMachine(db, machineId))
}

type Becomes = Pick<StoredBooking, 'machineId' | 'memberId'> & { readonly period: Period }

/**
 * What a booking is promised at, as columns: the rate of its first day, and whether its member is one. What was promised
 * stays as long as the machine and the member do.
 */
export function promisedAt(
  db: ReadDb,
  calendar: OfficeCalendar,
  was: StoredBooking,
  becomes: Becomes = { ...was, period: periodOf(was) },
): Pick<BookingChange, 'rateId' | 'memberKind'> {
  if (keepsItsRate(was, becomes)) return {}
  const { machineId, memberId, period } = becomes
  return {
    rateId: rateOfPeriod(db, machineId, period, calendar)?.id ?? null,
    memberKind: readMemberKind(db, memberId),
  }
}

/** The same for a booking that changes before it is promised again: what belongs to another machine or member goes. */
export function promisedBefore(
  was: StoredBooking,
  becomes: Omit<Becomes, 'period'>,
): Pick<BookingChange, 'rateId' | 'memberKind'> {
  return was.memberKind === null || keepsItsRate(was, becomes) ? {} : { rateId: null, memberKind: null }
}
