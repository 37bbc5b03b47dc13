import type { OfficeCalendar } from '../time/calendar.ts'
import { calendarDays, hoursOf, type Period } from '../time/period.ts'

/** The unit of a rate (E1). Hectares and kilograms are known only after the work. */
export const RATE_UNITS = ['day', 'hour', 'hectare', 'sack', 'kg', 'flat'] as const
export type RateUnit = (typeof RATE_UNITS)[number]
export type Rate = { readonly centavos: number; readonly per: RateUnit }

export type Quote =
  | { kind: 'total'; centavos: number; quantity: number; rate: Rate }
  /** The amount depends on a measurement after the work. */
  | { kind: 'measured-later'; rate: Rate }

/** The price of a booking at the machine's rate, in whole centavos. */
export function quote(rate: Rate, period: Period, units: number, calendar: OfficeCalendar): Quote {
  const quantity = countedQuantity(rate.per, period, units, calendar)
  if (quantity === undefined) return { kind: 'measured-later', rate }
  return { kind: 'total', centavos: Math.round(rate.centavos * quantity), quantity, rate }
}

function countedQuantity(per: RateUnit, period: Period, units: number, calendar: OfficeCalendar) {
  if (per === 'day') return calendarDays(period, calendar) * units
  if (per === 'hour') return hoursOf(period, calendar) * units
  if (per === 'sack') return units
  if (per === 'flat') return 1
  return undefined
}
