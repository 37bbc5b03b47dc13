import { type Decision, refuse } from '../refusal.ts'
import { type MemberFacts, memberRefusal } from './decide-booking.ts'
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
