/**
 * Every status of a booking (C2). `displaced`: a repair took its time; it blocks nothing, and must be settled.
 */
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
/** Waiting, promised or out: what is not over. */
export const COMING_UP = ['pending', 'approved', 'in-use'] as const satisfies readonly BookingStatus[]

/**
 * The allowed changes of status (C2). A booking is completed only by a return, never because a date passed.
 * `approved → pending` happens when a clerk moves an approved booking or changes its member: it must then be approved again. The guard
 * in the file has its own copy of this list; a test compares the two.
 */
export const ALLOWED_CHANGES: { readonly [from in BookingStatus]: readonly BookingStatus[] } = {
  pending: ['approved', 'rejected', 'cancelled', 'displaced'],
  approved: ['in-use', 'pending', 'cancelled', 'no-show', 'displaced'],
  'in-use': ['completed'],
  completed: [],
  rejected: [],
  cancelled: [],
  'no-show': [],
  displaced: ['pending', 'approved', 'cancelled'],
}

/**
 * The changes that only an undo makes (C11), besides the allowed ones: what a step did to a booking is taken back. The guard
 * has its own copy of this list too, and asks for the step.
 */
export const MOVES_BACK: { readonly [from in BookingStatus]: readonly BookingStatus[] } = {
  pending: [],
  approved: [],
  'in-use': [],
  completed: [],
  rejected: ['pending'],
  cancelled: ['pending', 'approved', 'displaced'],
  'no-show': ['approved'],
  displaced: [],
}

export function mayBecome(from: BookingStatus, to: BookingStatus): boolean {
  return ALLOWED_CHANGES[from].includes(to)
}

/** Whether a booking can be given another time, machine or member (B2, C3): until the machine goes out. */
export function mayMove(status: BookingStatus): boolean {
  return status === 'pending' || status === 'approved' || status === 'displaced'
}

/** Whether a booking can be given a later end (C6): while it is promised, or out. */
export function mayExtend(status: BookingStatus): boolean {
  return status === 'approved' || status === 'in-use'
}

/**
 * Whether a booking blocks its time (A1).
 * @param pendingBlocks the machine's setting when the booking was requested
 */
export function blocks(status: BookingStatus, pendingBlocks: boolean): boolean {
  return status === 'approved' || status === 'in-use' || (status === 'pending' && pendingBlocks)
}
