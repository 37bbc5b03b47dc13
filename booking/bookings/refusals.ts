import type { LocalDay } from '../time/day.ts'
import type { BookingMode } from '../time/period.ts'
import type { Role } from '../users/roles.ts'
import type { FactKind } from './facts.ts'
import type { BookingStatus } from './status.ts'

/** Refusals because a request breaks a rule for bookings, or because what is reported cannot have happened. */
export type BookingRefusal =
  | { reason: 'in-the-past' }
  | { reason: 'in-the-future' }
  | { reason: 'too-soon'; minNoticeDays: number; earliestDay: LocalDay; walkInRoles: Role[] }
  | { reason: 'too-far-ahead'; horizonDays: number; latestDay: LocalDay }
  | { reason: 'too-long'; maxDays: number; days: number }
  | { reason: 'ends-before-it-starts' }
  | { reason: 'wrong-period'; bookingMode: BookingMode }
  /** A person's open forms hold as many times as one person may. */
  | { reason: 'too-many-holds'; most: number }
  /** An extension changes the end alone. `day`: the first day of a booking by days. */
  | { reason: 'keeps-its-start'; startMs: number; day: LocalDay | null }
  /** An extension ends later than what it extends. `day`: the last day of a booking by days. */
  | { reason: 'ends-no-later'; endMs: number; day: LocalDay | null }
  | { reason: 'not-started'; startMs: number }
  | { reason: 'booking-over'; endMs: number }
  | { reason: 'before-request'; requestedMs: number }
  | { reason: 'before-hand-over'; handedOverMs: number }
  | { reason: 'after-return'; returnedMs: number }
  /** What should be corrected was never recorded. */
  | { reason: 'not-recorded'; what: FactKind }
  /** What was sent as a photo is no JPEG, PNG or WebP picture. */
  | { reason: 'not-a-picture' }
  /** A photo that a command names was never kept, or ended because nothing showed it for two days. */
  | { reason: 'photo-gone' }
  /** In bytes. */
  | { reason: 'photo-too-large'; most: number }
  /** A user has kept as many photos as one user may that no hand-over or return shows yet. */
  | { reason: 'too-many-photos'; most: number }
  | { reason: 'member-is-known'; status: BookingStatus }
  /** Only a machine that is out can be expected back. */
  | { reason: 'not-out'; status: BookingStatus }
  /** Neither hit nor displaced: there is nothing to tell its member. */
  | { reason: 'nothing-to-settle' }
