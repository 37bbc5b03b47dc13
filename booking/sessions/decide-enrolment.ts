import { type Decision, refuse } from '../refusal.ts'
import type { OfficeCalendar } from '../time/calendar.ts'
import { notBegun } from './decide-session.ts'
import { type EnrolmentStatus, type OpenTo, placesLeft, SESSION_LIMITS, type Timed } from './state.ts'

/** Who is to have a place. */
export type Person =
  | {
      readonly kind: 'member'
      readonly id: string
      readonly name: string
      readonly verified: boolean
      readonly suspended: boolean
      readonly suspendedReason: string
    }
  | { readonly kind: 'guest'; readonly name: string }

export type EnrolmentFacts = {
  readonly nowMs: number
  readonly session: Timed & { readonly title: string; readonly openTo: OpenTo }
  /** The places that are taken, and how many wait for one. */
  readonly taken: number
  readonly waiting: number
  readonly person: Person
  /** How the person is in the session already, if so. A cancelled place counts for nothing: one can come back. */
  readonly known: Exclude<EnrolmentStatus, 'cancelled'> | null
}

/**
 * Whether a person may have a place (D3, B5): before the session begins, once a person, and while places are left.
 * @param wait in a full session, the person waits for a place instead of being refused
 */
export function decideEnrolment(
  facts: EnrolmentFacts,
  wait: boolean,
): Decision<{ status: 'active' | 'waiting' }> {
  const { session, person, nowMs, known, taken, waiting } = facts
  const begun = notBegun(session, nowMs, session.title)
  if (!begun.ok) return begun
  if (known) return refuse({ reason: 'enrolled-already', name: person.name, waits: known === 'waiting' })
  const allowed = decidePerson(session.openTo, person)
  if (!allowed.ok) return allowed
  // Whoever waits moved up as soon as a place was free, so a place that is left is nobody's.
  if (placesLeft(session, taken) > 0) return { ok: true, status: 'active' }
  if (wait && waiting < SESSION_LIMITS.waiting) return { ok: true, status: 'waiting' }
  return refuse({ reason: 'session-full', capacity: session.capacity, waiting })
}

/** Whether the session is open to the person. A suspended member may come only to what anybody may come to. */
export function decidePerson(openTo: OpenTo, person: Person): Decision {
  if (openTo === 'anybody') return { ok: true }
  if (person.kind === 'guest') return refuse({ reason: 'members-only', name: person.name })
  const { id: memberId, name: memberName } = person
  if (person.suspended) {
    return refuse({ reason: 'member-suspended', memberId, memberName, why: person.suspendedReason })
  }
  const isEnough = openTo === 'members' || person.verified
  return isEnough ? { ok: true } : refuse({ reason: 'member-not-verified', memberId, memberName })
}

/** A place, or a turn, is given back only before the session begins, and once (B5). */
export function decideLeaving(
  enrolment: { readonly status: EnrolmentStatus },
  session: Timed & { readonly title: string },
  nowMs: number,
): Decision {
  if (enrolment.status === 'cancelled') {
    return refuse({ reason: 'move-not-allowed', what: 'enrolment', from: 'cancelled', to: 'cancelled' })
  }
  return notBegun(session, nowMs, session.title)
}

/** Who came is marked for those with a place, from the first moment of the session's day on. */
export function decideAttended(
  enrolment: { readonly status: EnrolmentStatus; readonly name: string },
  session: Timed & { readonly title: string },
  { nowMs, calendar }: { readonly nowMs: number; readonly calendar: OfficeCalendar },
): Decision {
  if (session.status === 'cancelled') return refuse({ reason: 'session-cancelled', title: session.title })
  const fromMs = calendar.startOfDay(calendar.dayOf(session.startMs))
  if (nowMs < fromMs) return refuse({ reason: 'session-not-yet', fromMs })
  return enrolment.status === 'active' ? { ok: true } : refuse({ reason: 'no-place', name: enrolment.name })
}

/**
 * Who of those who wait gets the places that are free: the first in turn whom the session is open to. Nobody does once
 * it began.
 * @param waiting in turn
 */
export function movedUp<One extends { readonly person: Person }>(
  facts: Pick<EnrolmentFacts, 'nowMs' | 'session' | 'taken'>,
  waiting: readonly One[],
): One[] {
  const { session, nowMs, taken } = facts
  if (!notBegun(session, nowMs).ok) return []
  const allowed = waiting.filter(one => decidePerson(session.openTo, one.person).ok)
  return allowed.slice(0, placesLeft(session, taken))
}
