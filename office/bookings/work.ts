import { measuredPrice, type Rate, type Work } from '#booking/money/price'
import type { ReadDb } from '#db/file'
import { rateOf, readStoredMachine } from '#db/read/machines'
import type { NewFact } from '#db/write/booking-facts'

/**
 * Measured work as the columns of a return, with its price at the machine's rate. Without a price where the rate is by
 * another unit: the quote of the booking then applies.
 * @param agreed the rate of the return that is being corrected, if work was measured there
 */
export function pricedWork(
  db: ReadDb,
  machineId: string,
  work: Work | null | undefined,
  agreed?: Rate | null,
): Pick<NewFact, 'workQuantity' | 'workPer' | 'rateCentavos' | 'priceCentavos'> {
  if (!work) return {}
  const machine = readStoredMachine(db, machineId)
  const rate = agreed ?? (machine ? rateOf(machine) : null)
  const price = rate ? measuredPrice(rate, work) : null
  return {
    workQuantity: work.quantity,
    workPer: work.per,
    rateCentavos: price?.rate.centavos ?? null,
    priceCentavos: price?.centavos ?? null,
  }
}
