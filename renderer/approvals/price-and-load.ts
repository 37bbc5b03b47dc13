import type { WaitingRow } from '#calls/bookings'
import { approvalWords } from '../words/bookings/approvals.ts'
import { useFormat } from '../words/format.ts'
import { countedUnit, rateUnitWords } from '../words/money/rate-units.ts'
import { useWords } from '../words/words.ts'

/** What the office answered about the price and the load, in words; '' for what does not apply. */
export function usePriceAndLoad({ booking, price, ifApproved }: WaitingRow) {
  const say = useWords(approvalWords)
  const unitName = useWords(rateUnitWords)
  const format = useFormat()
  return {
    price: !price
      ? ''
      : price.kind === 'total'
        ? format.money(price.centavos)
        : say('perUnit', { rate: format.money(price.rate.centavos), unit: unitName(price.rate.per) }),
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
