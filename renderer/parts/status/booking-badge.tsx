import type { BookingStatus } from '#booking/bookings/status'
import { bookingStatusWords } from '../../words/bookings/statuses.ts'
import { useWords } from '../../words/words.ts'
import type { Look } from './looks.ts'
import { StatusBadge } from './status-badge.tsx'

/** Bookings that ended without a hand-over share one look. A displaced one has not ended: it waits for a time. */
export const BOOKING_LOOKS: { readonly [S in BookingStatus | 'overdue']: Look } = {
  pending: 'pending',
  approved: 'approved',
  'in-use': 'in-use',
  overdue: 'overdue',
  completed: 'completed',
  rejected: 'ended',
  cancelled: 'ended',
  'no-show': 'ended',
  displaced: 'pending',
}

export function BookingBadge({ status, overdue = false }: { status: BookingStatus; overdue?: boolean }) {
  const say = useWords(bookingStatusWords)
  const shown = overdue ? 'overdue' : status
  return <StatusBadge look={BOOKING_LOOKS[shown]}>{say(shown)}</StatusBadge>
}
