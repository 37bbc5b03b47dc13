/** Every status a booking can have (C2). `displaced` comes with the review of conflicts; nothing sets it yet. */
export const BOOKING_STATUSES = [
  'pending',
  'approved',
  'in-use',
  'completed',
  'rejected',
  'cancelled',
  'no-show',
  'displaced',
] as const
export type BookingStatus = (typeof BOOKING_STATUSES)[number]

/**
 * The changes of status that are allowed (C2). Nothing becomes completed because a date passed: only a return completes it.
 * `approved → pending` is a clerk's change to an approved booking, which wants a manager's eye again.
 * The storage keeps its own copy of this list in its guard; a test holds the two together.
 */
export const ALLOWED_CHANGES: { readonly [from in BookingStatus]: readonly BookingStatus[] } = {
  pending: ['approved', 'rejected', 'cancelled'],
  approved: ['in-use', 'pending', 'cancelled', 'no-show'],
  'in-use': ['completed'],
  completed: [],
  rejected: [],
  cancelled: [],
  'no-show': [],
  displaced: [],
}

export function mayBecome(from: BookingStatus, to: BookingStatus): boolean {
  return ALLOWED_CHANGES[from].includes(to)
}

/**
 * Whether a booking keeps its time shut (A1).
 * @param pendingBlocks what the machine's setting said when the booking was made
 */
export function blocks(status: BookingStatus, pendingBlocks: boolean): boolean {
  return status === 'approved' || status === 'in-use' || (status === 'pending' && pendingBlocks)
}
