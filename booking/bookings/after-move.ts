import { may, type Role } from '../users/roles.ts'
import type { BookingStatus } from './status.ts'

/**
 * The status of a booking after a move (C3) or a change of its member. An approval is for the time and the member that
 * were approved, so the booking needs a new one, unless the user who changes it may approve bookings.
 */
export function statusAfterMove(status: BookingStatus, role: Role): BookingStatus {
  return status === 'approved' && !may(role, 'decide-bookings') ? 'pending' : status
}
