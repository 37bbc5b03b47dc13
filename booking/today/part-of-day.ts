import { isOverdue } from '../availability/block.ts'
import type { BookingStatus } from '../bookings/status.ts'
import { covers, type Interval } from '../time/interval.ts'

/**
 * The parts of a day's list. `overdue`: out past its end. `notFetched`: approved, and its time is over without a
 * hand-over. `goingOut`: leaves on that day. `dueBack`: comes back on that day.
 */
export const DAY_PARTS = ['overdue', 'notFetched', 'goingOut', 'dueBack'] as const
export type DayPart = (typeof DAY_PARTS)[number]

/** A booking, as far as the list of a day depends on it. */
export type OnDay = Interval & { readonly status: BookingStatus }

/** What was on a day that is over, also if it is over now. */
const WAS_THERE: ReadonlySet<BookingStatus> = new Set(['approved', 'in-use', 'completed', 'no-show'])

/**
 * The part of a day's list in which a booking stands; null if in none (F5). On today's list is what is still to be done;
 * on another day's, what is or was planned for it.
 * @param day the whole local day
 */
export function partOfDay(booking: OnDay, day: Interval, nowMs: number): DayPart | null {
  if (covers(day, nowMs)) return partOfToday(booking, day, nowMs)
  if (day.startMs > nowMs) return partOfComingDay(booking, day)
  if (!WAS_THERE.has(booking.status)) return null
  if (covers(day, booking.startMs)) return 'goingOut'
  return endsOn(booking, day) ? 'dueBack' : null
}

function partOfToday(booking: OnDay, today: Interval, nowMs: number): DayPart | null {
  if (booking.status === 'in-use') {
    if (isOverdue(booking, nowMs)) return 'overdue'
    return endsOn(booking, today) ? 'dueBack' : null
  }
  if (booking.status !== 'approved') return null
  if (booking.endMs <= nowMs) return 'notFetched'
  return booking.startMs < today.endMs ? 'goingOut' : null
}

/** A machine that went out before its time is only due back; one that goes and comes on one day is going out. */
function partOfComingDay(booking: OnDay, day: Interval): DayPart | null {
  if (booking.status === 'in-use') return endsOn(booking, day) ? 'dueBack' : null
  if (booking.status !== 'approved') return null
  if (covers(day, booking.startMs)) return 'goingOut'
  return endsOn(booking, day) ? 'dueBack' : null
}

/** A booking by days ends at the midnight after its last day, which is part of that day. */
function endsOn(booking: OnDay, day: Interval): boolean {
  return day.startMs < booking.endMs && booking.endMs <= day.endMs
}
