import type { WaitingRow } from '#calls/booking-rows'
import { approvalWords } from '../words/bookings/approvals.ts'
import { useFormat } from '../words/format.ts'
import { priceInShort } from '../words/money/price.ts'
import { countedUnit } from '../words/money/rate-units.ts'
import { useWords } from '../words/words.ts'

/** What the office answered about the price and the load, in words; '' for what does not apply. */
export function usePriceAndLoad({ booking, price, ifApproved }: WaitingRow) {
  const say = useWords(approvalWords)
  const format = useFormat()
  return {
    price: price ? priceInShort(price, format) : '',
    load: !ifApproved
      ? ''
      : say('ifApproved', {
          own: format.number(booking.units),
          unit: countedUnit(ifApproved.unitName, booking.units, format.language),
          units: format.number(ifApproved.units),
          capacity: format.number(ifApproved.capacity),
        }),
  }
}
