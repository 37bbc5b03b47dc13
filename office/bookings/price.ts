import { type Quote, quote } from '#booking/money/price'
import type { OfficeCalendar } from '#booking/time/calendar'
import { periodOf } from '#db/period-columns'
import type { StoredBooking } from '#db/read/bookings'
import { rateOf, type StoredMachine } from '#db/read/machines'

/** The price of a booking at its machine's rate, as it is now; null if the machine has no rate that can be read. */
export function priceOf(
  stored: StoredBooking,
  machine: StoredMachine,
  calendar: OfficeCalendar,
): Quote | null {
  const rate = rateOf(machine)
  return rate ? quote(rate, periodOf(stored), stored.units, calendar) : null
}
