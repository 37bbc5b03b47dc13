import type { MemberKind } from '../members/kind.ts'
import { type Decision, refuse } from '../refusal.ts'
import type { LocalDay } from '../time/day.ts'
import type { Rate, RateUnit, RateWith } from './price.ts'

/** The day from which the rate is valid that a machine was added with. */
export const FROM_THE_BEGINNING: LocalDay = '0001-01-01'

/** A rate of one machine, or of every machine of a type, from a day on. */
export type DatedRate = {
  readonly machineId: string | null
  readonly typeId: string | null
  readonly validFrom: LocalDay
  /** Null, like the amounts: from that day on there is no rate of its own. */
  readonly per: RateUnit | null
  readonly centavos: number | null
  /** For those who are not members; null if they pay the same. */
  readonly forOthersCentavos: number | null
  readonly with: RateWith
}

/**
 * The rate of a machine on a day (E1): its own wins over its type's. Of one's rates the one with the latest day holds, and
 * of those from the same day the one added last.
 * @param rates of the machine and of its type, in the order in which each's were added
 */
export function rateOn<R extends DatedRate>(day: LocalDay, rates: readonly R[]): R | null {
  const own = rates.filter(rate => rate.machineId !== null)
  const ofType = rates.filter(rate => rate.machineId === null)
  return lastValid(day, own) ?? lastValid(day, ofType)
}

/** The one of these that holds on a day; null if there is none, or if it says that there is no rate any more. */
function lastValid<R extends DatedRate>(day: LocalDay, rates: readonly R[]): R | null {
  let last: R | null = null
  for (const rate of rates) {
    if (rate.validFrom <= day && (last === null || rate.validFrom >= last.validFrom)) last = rate
  }
  return last?.per == null ? null : last
}

/** What one unit costs somebody of this kind (E7); null if the row says that there is no rate. */
export function rateFor(rate: DatedRate, kind: MemberKind): Rate | null {
  const { per, centavos, forOthersCentavos } = rate
  if (per === null || centavos === null) return null
  const others = kind === 'other' && forOthersCentavos !== null && forOthersCentavos !== centavos
  return {
    centavos: others ? forOthersCentavos : centavos,
    per,
    ...(rate.with !== 'nothing' && { with: rate.with }),
    ...(others && { forOthers: true }),
  }
}

/**
 * Whether a rate may be added: it begins today or later, so that nothing changes what was valid. The first rate of a
 * machine or a type may begin earlier.
 */
export function decideRate(rate: { validFrom: LocalDay; today: LocalDay; isFirst: boolean }): Decision {
  const { validFrom, today, isFirst } = rate
  if (isFirst || validFrom >= today) return { ok: true }
  return refuse({ reason: 'rate-in-the-past', earliestDay: today })
}

/** As much of a booking as its rate depends on. */
type Priced = {
  readonly machineId: string
  readonly memberId: string
  readonly memberKind: MemberKind | null
}

/**
 * Whether a booking keeps the rate that it was promised at: as long as its machine and its member stay. A later change of
 * rates then touches nothing of it, and neither does another time.
 */
export function keepsItsRate(was: Priced, becomes: Omit<Priced, 'memberKind'>): boolean {
  return was.memberKind !== null && was.machineId === becomes.machineId && was.memberId === becomes.memberId
}

/** How a rate stands on a day: it holds, will hold from its day on, or holds no more, as another one does instead. */
export const RATE_STANDINGS = ['now', 'later', 'before'] as const
export type RateStanding = (typeof RATE_STANDINGS)[number]

/** @param own all rates of the same machine or the same type, in the order in which they were added */
export function standingOfRate<R extends DatedRate>(
  rate: R,
  own: readonly R[],
  today: LocalDay,
): RateStanding {
  const sameDay = own.filter(one => one.validFrom === rate.validFrom)
  if (sameDay.at(-1) !== rate) return 'before'
  if (rate.validFrom > today) return 'later'
  return own.some(one => one.validFrom > rate.validFrom && one.validFrom <= today) ? 'before' : 'now'
}
