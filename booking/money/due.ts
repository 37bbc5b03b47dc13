import type { BookingStatus } from '../bookings/status.ts'

/** How far a booking is, as far as money goes: promised, done, or nothing is due for it. */
export type Stage = 'promised' | 'done' | 'off'

export function stageOf(status: BookingStatus): Stage {
  if (status === 'approved' || status === 'in-use') return 'promised'
  return status === 'completed' ? 'done' : 'off'
}

type Costs = {
  readonly stage: Stage
  /** The deposit that its type asked for when it was promised; null if it asked for none. */
  readonly depositCentavos: number | null
  /** What the booking costs in all; null while that is not known. */
  readonly priceCentavos: number | null
}

/**
 * What is due for a booking, without late fees, in centavos (E2): the deposit from the approval on, and everything from
 * the return on. For what was rejected, cancelled or not fetched nothing is due; what was paid for it can be refunded.
 */
export function dueOf({ stage, depositCentavos, priceCentavos }: Costs): number {
  if (stage === 'off') return 0
  if (stage === 'done') return priceCentavos ?? 0
  const deposit = depositCentavos ?? 0
  return priceCentavos === null ? deposit : Math.min(deposit, priceCentavos)
}
