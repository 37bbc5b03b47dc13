import { type Quote, quote } from '#booking/money/price'
import type { OfficeCalendar } from '#booking/time/calendar'
import { periodOf } from '#db/period-columns'
import type { StoredBooking } from '#db/read/bookings'
import type { StoredMachine } from '#db/read/machines'

/** The price of a booking at its machine's rate, as it is now; null if the machine has none. */
export function priceOf(
  stored: StoredBooking,
  { rateCentavos, ratePer }: StoredMachine,
  calendar: OfficeCalendar,
): Quote | null {
  if (rateCentavos === null || ratePer === null) return null
  return quote({ centavos: rateCentavos, per: ratePer }, periodOf(stored), stored.units, calendar)
}
