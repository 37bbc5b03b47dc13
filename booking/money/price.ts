import type { OfficeCalendar } from '../time/calendar.ts'
import { calendarDays, hoursOf, type Period } from '../time/period.ts'

/** The unit of a rate (E1). Hectares and kilograms are known only after the work. */
export const RATE_UNITS = ['day', 'hour', 'hectare', 'sack', 'kg', 'flat'] as const
export type RateUnit = (typeof RATE_UNITS)[number]
export type Rate = { readonly centavos: number; readonly per: RateUnit }

/** The units in which work is measured: those of a rate, but for the job as a whole. */
export const WORK_UNITS = ['day', 'hour', 'hectare', 'sack', 'kg'] as const satisfies readonly RateUnit[]
export type WorkUnit = (typeof WORK_UNITS)[number]
/** Work that was measured at the return. At most four decimals, as hectares have. */
export type Work = { readonly quantity: number; readonly per: WorkUnit }

export type Quote =
  | { kind: 'total'; centavos: number; quantity: number; rate: Rate }
  /** The work was measured, at the rate of that day. */
  | { kind: 'measured'; centavos: number; quantity: number; rate: Rate }
  /** The amount depends on a measurement after the work. */
  | { kind: 'measured-later'; rate: Rate }

/** The price of a booking at the machine's rate, in whole centavos. */
export function quote(rate: Rate, period: Period, units: number, calendar: OfficeCalendar): Quote {
  const quantity = countedQuantity(rate.per, period, units, calendar)
  if (quantity === undefined) return { kind: 'measured-later', rate }
  return { kind: 'total', centavos: Math.round(rate.centavos * quantity), quantity, rate }
}

const DECIMALS = 10_000

/**
 * The price of measured work, in whole centavos: rounded once, half up, without the errors of binary fractions. Null if
 * the machine's rate is by another unit, so that only the quote applies.
 */
export function measuredPrice(rate: Rate, work: Work): Extract<Quote, { kind: 'measured' }> | null {
  if (rate.per !== work.per) return null
  const tenThousandths = BigInt(Math.round(work.quantity * DECIMALS))
  const centavos = Number((BigInt(rate.centavos) * tenThousandths + BigInt(DECIMALS / 2)) / BigInt(DECIMALS))
  return { kind: 'measured', centavos, quantity: work.quantity, rate }
}

function countedQuantity(per: RateUnit, period: Period, units: number, calendar: OfficeCalendar) {
  if (per === 'day') return calendarDays(period, calendar) * units
  if (per === 'hour') return hoursOf(period, calendar) * units
  if (per === 'sack') return units
  if (per === 'flat') return 1
  return undefined
}
