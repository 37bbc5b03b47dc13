import { measuredPrice, type Rate, type Work } from '#booking/money/price'
import type { OfficeCalendar } from '#booking/time/calendar'
import type { ReadDb } from '#db/file'
import type { StoredBooking } from '#db/read/bookings'
import type { NewFact } from '#db/write/booking-facts'
import { rateOf } from './price.ts'

/**
 * Measured work as the columns of a return, with its price at the rate of the booking. Without a price where the rate is
 * by another unit: the quote of the booking then applies.
 * @param agreed the rate of the return that is being corrected, if work was measured there
 */
export function pricedWork(
  { tx, calendar }: { readonly tx: ReadDb; readonly calendar: OfficeCalendar },
  stored: StoredBooking,
  work: Work | null | undefined,
  agreed?: Rate | null,
): Pick<NewFact, 'workQuantity' | 'workPer' | 'rateCentavos' | 'priceCentavos'> {
  if (!work) return {}
  const rate = agreed ?? rateOf(tx, stored, calendar)
  const price = rate ? measuredPrice(rate, work) : null
  return {
    workQuantity: work.quantity,
    workPer: work.per,
    rateCentavos: price?.rate.centavos ?? null,
    priceCentavos: price?.centavos ?? null,
  }
}
