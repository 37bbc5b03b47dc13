import { FUEL_MEASURES } from '#booking/machines/fuel'
import { WORK_UNITS } from '#booking/money/price'
import type { BookingInHistory } from '#calls/booking-rows'
import { isOneOf } from '#db/odd-values'
import type { NewFact } from '#db/write/booking-facts'

type SaidOfFact = Pick<
  BookingInHistory,
  | 'meterHours'
  | 'fuel'
  | 'implements'
  | 'slip'
  | 'note'
  | 'work'
  | 'priceCentavos'
  | 'readingReason'
  | 'condition'
  | 'photos'
>

/** What the history says of a fact, beside the booking's status and times: whatever was entered. */
export function factInHistory(fact: NewFact): SaidOfFact {
  const { meterHours, fuel, fuelIn, slip, note, workQuantity, workPer, priceCentavos, readingReason } = fact
  return {
    ...given('meterHours', meterHours),
    ...(isNumber(fuel) && isOneOf(FUEL_MEASURES, fuelIn) && { fuel: { amount: fuel, in: fuelIn } }),
    ...(fact.implements?.length && { implements: fact.implements }),
    ...given('slip', slip),
    ...given('note', note),
    ...(isNumber(workQuantity) &&
      isOneOf(WORK_UNITS, workPer) && { work: { quantity: workQuantity, per: workPer } }),
    ...given('priceCentavos', priceCentavos),
    ...given('readingReason', readingReason),
    ...(fact.condition?.length && { condition: fact.condition }),
    ...(fact.photos?.length && { photos: fact.photos }),
  }
}

function given<Field extends string, Value>(field: Field, value: Value | null | undefined | '') {
  return value === null || value === undefined || value === ''
    ? {}
    : ({ [field]: value } as { [F in Field]: Exclude<Value, null | undefined | ''> })
}

function isNumber(value: number | null | undefined): value is number {
  return typeof value === 'number'
}
