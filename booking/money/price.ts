import type { OfficeCalendar } from '../time/calendar.ts'
import { HOUR_MS } from '../time/day.ts'
import { calendarDays, intervalOf, type Period } from '../time/period.ts'
import { timesFraction, timesQuantity } from './centavos.ts'

/** The unit of a rate (E1). Hectares and kilograms are known only after the work. */
export const RATE_UNITS = ['day', 'hour', 'hectare', 'sack', 'kg', 'flat'] as const
export type RateUnit = (typeof RATE_UNITS)[number]
/** What a rate includes besides the machine. */
export const RATE_WITH = ['nothing', 'fuel', 'operator', 'fuel-and-operator'] as const
export type RateWith = (typeof RATE_WITH)[number]
/** What one unit costs. */
export type Rate = {
  readonly centavos: number
  readonly per: RateUnit
  /** Left out if it includes nothing but the machine, or if that is not known. */
  readonly with?: Exclude<RateWith, 'nothing'> | undefined
  /** It is the rate for those who are not members, and differs from the members'. */
  readonly forOthers?: true | undefined
}

/** The units in which work is measured: those of a rate, but for the job as a whole. */
export const WORK_UNITS = ['day', 'hour', 'hectare', 'sack', 'kg'] as const satisfies readonly RateUnit[]
export type WorkUnit = (typeof WORK_UNITS)[number]
/** Work that was measured at the return. At most four decimals, as hectares have. */
export type Work = { readonly quantity: number; readonly per: WorkUnit }

export type Quote =
  | { kind: 'total'; centavos: number; quantity: number; rate: Rate }
  /** The work was measured, at the rate of the booking. */
  | { kind: 'measured'; centavos: number; quantity: number; rate: Rate }
  /** The amount depends on a measurement after the work. */
  | { kind: 'measured-later'; rate: Rate }

/** The price of a booking at a rate, in whole centavos. */
export function quote(rate: Rate, period: Period, units: number, calendar: OfficeCalendar): Quote {
  const counted = countedQuantity(rate.per, period, units, calendar)
  if (counted === undefined) return { kind: 'measured-later', rate }
  const { quantity, of } = counted
  return {
    kind: 'total',
    centavos: timesFraction(rate.centavos, quantity, of),
    quantity: quantity / of,
    rate,
  }
}

/** Its price if so much is done, where somebody can say how much: hectares, sacks, kilograms, hours or days. */
export function quoteFor(rate: Rate, quantity: number): Extract<Quote, { kind: 'total' }> {
  const counted = rate.per === 'flat' ? 1 : quantity
  return { kind: 'total', centavos: timesQuantity(rate.centavos, counted), quantity: counted, rate }
}

/**
 * The price of measured work, in whole centavos. Null if the machine's rate is by another unit, so that only the quote
 * applies.
 */
export function measuredPrice(rate: Rate, work: Work): Extract<Quote, { kind: 'measured' }> | null {
  if (rate.per !== work.per) return null
  return {
    kind: 'measured',
    centavos: timesQuantity(rate.centavos, work.quantity),
    quantity: work.quantity,
    rate,
  }
}

/** How often the rate is counted, as a fraction of whole numbers: hours are counted to the millisecond. */
function countedQuantity(per: RateUnit, period: Period, units: number, calendar: OfficeCalendar) {
  if (per === 'day') return { quantity: calendarDays(period, calendar) * units, of: 1 }
  if (per === 'hour') {
    const { startMs, endMs } = intervalOf(period, calendar)
    return { quantity: (endMs - startMs) * units, of: HOUR_MS }
  }
  if (per === 'sack') return { quantity: units, of: 1 }
  if (per === 'flat') return { quantity: 1, of: 1 }
  return undefined
}
