import { type Decision, refuse } from '../refusal.ts'
import { DAY_MS } from '../time/day.ts'
import { type MemberFacts, memberRefusal } from './decide-booking.ts'
import { isStillToCome } from './decide-life.ts'
import type { FactKind } from './facts.ts'
import { type BookingStatus, mayMove } from './status.ts'

/**
 * Whether a booking may be given another member: one who may book (B2), and only until the machine goes out. After that
 * it is known who had it.
 */
export function decideOtherMember(status: BookingStatus, member: MemberFacts): Decision {
  if (!mayMove(status)) return refuse({ reason: 'member-is-known', status })
  const refusal = memberRefusal(member)
  return refusal ? refuse(refusal) : { ok: true }
}

/** The times of a booking's use as they are on record. */
type TimesOfUse = {
  readonly requestedMs: number
  readonly handedOverMs: number | null
  readonly returnedMs: number | null
}

/**
 * Whether a hand-over or a return can have been at another time (C4): not in the future, and the hand-over not after the
 * return. A time on record that is still to come refuses nothing (decision 20).
 */
export function decideOtherTime(
  kind: FactKind,
  times: TimesOfUse,
  at: { nowMs: number; atMs: number },
): Decision {
  const { nowMs, atMs } = at
  const { requestedMs, handedOverMs, returnedMs } = times
  const isKnown = (ms: number | null): ms is number => ms !== null && !isStillToCome(ms, nowMs)
  if (isStillToCome(atMs, nowMs)) return refuse({ reason: 'in-the-future' })
  if (kind === 'return') {
    return isKnown(handedOverMs) && atMs < handedOverMs
      ? refuse({ reason: 'before-hand-over', handedOverMs })
      : { ok: true }
  }
  if (isKnown(returnedMs) && atMs > returnedMs) return refuse({ reason: 'after-return', returnedMs })
  return isKnown(requestedMs) && atMs < requestedMs - DAY_MS
    ? refuse({ reason: 'before-request', requestedMs })
    : { ok: true }
}
