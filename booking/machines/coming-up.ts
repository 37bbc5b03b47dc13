import { endOfDay, type OfficeCalendar } from '../time/calendar.ts'
import type { Interval } from '../time/interval.ts'

/** A booking that is not over and has not been handed over: promised, or waiting for a decision. */
export type ComingBooking = {
  readonly bookingId: string
  readonly memberName: string
  readonly startMs: number
  readonly status: 'approved' | 'pending'
}

export type ComingUp = {
  /** Who takes the machine next: the approved booking that begins, or should have begun, first. */
  readonly next: ComingBooking | null
  /** How many more approved bookings begin until the end of that one's day. */
  readonly more: number
  /** Who has asked for it meanwhile: the first pending booking, unless it begins on a later day than `next`. */
  readonly asked: ComingBooking | null
  readonly askedMore: number
  /** The maintenance that it is in, or that begins before `next`. */
  readonly maintenance: Interval | null
}

/**
 * What happens to a machine next, beside what it is out with now. Promises come first, because they are kept; a request
 * is said only if it may become what happens next.
 * @param bookings in order of their start
 */
export function comingUp(
  bookings: readonly ComingBooking[],
  repairs: readonly Interval[],
  { nowMs, calendar }: { readonly nowMs: number; readonly calendar: OfficeCalendar },
): ComingUp {
  const endOfItsDay = (startMs: number) => endOfDay(calendar, calendar.dayOf(Math.max(startMs, nowMs)))
  function firstOf(status: ComingBooking['status']) {
    const all = bookings.filter(booking => booking.status === status)
    const [first] = all
    if (!first) return { first: null, more: 0 }
    const until = endOfItsDay(first.startMs)
    return { first, more: all.filter(booking => booking.startMs < until).length - 1 }
  }
  const { first: next, more } = firstOf('approved')
  const asked = firstOf('pending')
  const [repair] = repairs.filter(one => one.endMs > nowMs).sort((a, b) => a.startMs - b.startMs)
  const isFirst = repair && (repair.startMs <= nowMs || !next || repair.startMs < next.startMs)
  const mayBeNext = asked.first && (!next || asked.first.startMs < endOfItsDay(next.startMs))
  return {
    next,
    more,
    asked: mayBeNext ? asked.first : null,
    askedMore: mayBeNext ? asked.more : 0,
    maintenance: isFirst ? { startMs: repair.startMs, endMs: repair.endMs } : null,
  }
}
