import { DAY_MS, HOUR_MS } from '../time/day.ts'

export const LATE_FEE_PER = ['day', 'hour'] as const
export type LateFeePer = (typeof LATE_FEE_PER)[number]
/** What a machine type asks for each day or hour that its machines come back late. */
export type LateFeeRule = { readonly centavos: number; readonly per: LateFeePer }
export type LateFee = {
  readonly quantity: number
  readonly per: LateFeePer
  readonly rateCentavos: number
  readonly centavos: number
}

/** The late fee of a booking by the rule: each day or hour that has begun counts. Null if it came back in time. */
export function lateFeeOf(rule: LateFeeRule, endMs: number, backMs: number): LateFee | null {
  const unitMs = rule.per === 'day' ? DAY_MS : HOUR_MS
  const quantity = Math.ceil((backMs - endMs) / unitMs)
  if (quantity < 1) return null
  return { quantity, per: rule.per, rateCentavos: rule.centavos, centavos: quantity * rule.centavos }
}
