import { may, type Role } from '../users/roles.ts'
import type { BookingStatus } from './status.ts'

/**
 * The status of a booking after a move (C3). An approval is for the time that was approved, so a moved booking needs a new
 * one, unless the user who moves it may approve bookings.
 */
export function statusAfterMove(status: BookingStatus, role: Role): BookingStatus {
  return status === 'approved' && !may(role, 'decide-bookings') ? 'pending' : status
}
