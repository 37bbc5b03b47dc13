import { may, type Role } from '../users/roles.ts'
import type { BookingStatus } from './status.ts'

/**
 * The status of a booking after a move (C3) or a change of its member. An approval is for the time and the member that
 * were approved, so the booking needs a new one, unless the user who changes it may approve bookings.
 */
export function statusAfterMove(status: BookingStatus, role: Role): BookingStatus {
  const decides = may(role, 'decide-bookings')
  // A displaced booking is promised anew, or asked for anew.
  if (status === 'displaced') return decides ? 'approved' : 'pending'
  return status === 'approved' && !decides ? 'pending' : status
}

/** The status after another member was entered: a displaced booking stays so until it has a time again. */
export function statusAfterCorrection(status: BookingStatus, role: Role): BookingStatus {
  return status === 'displaced' ? status : statusAfterMove(status, role)
}
