import type { BookingStatus } from './bookings/status.ts'
import type { RecordEntity } from './entities.ts'
import type { LocalDay } from './time/day.ts'
import type { BookingMode, Period } from './time/period.ts'
import type { Permission, Role } from './users/roles.ts'

/** The booking that stands in the way, with whom to ask about it (A9). */
export type BookingInTheWay = {
  kind: 'booking'
  bookingId: string
  status: BookingStatus
  memberId: string
  memberName: string
  memberPhone: string
  period: Period
  startMs: number
  endMs: number
  units: number
  /** The person in the office who entered it. */
  enteredBy: string
}
export type HoldInTheWay = {
  kind: 'hold'
  /** Whose form it is. */
  userName: string
  period: Period
  startMs: number
  endMs: number
  expiresMs: number
}
export type MaintenanceInTheWay = {
  kind: 'maintenance'
  maintenanceId: string
  maintenanceKind: MaintenanceKind
  note: string
  period: Period
  startMs: number
  endMs: number
}
export type InTheWay = BookingInTheWay | HoldInTheWay | MaintenanceInTheWay

export const MAINTENANCE_KINDS = ['preventive', 'corrective', 'emergency'] as const
export type MaintenanceKind = (typeof MAINTENANCE_KINDS)[number]

/** What can be missing when an id names nothing. */
export type Thing = RecordName<RecordEntity> | 'form'

/** A kind of record as refusals name it: `machine-type` is a "machine type". */
export type RecordName<Kind extends string> = Kind extends `${infer One}-${infer Rest}`
  ? `${One} ${Rest}`
  : Kind

/** A line of a pasted list that cannot be taken, counted from 1. */
export type BadLine = { line: number; text: string; problem: BadLineProblem }
export type BadLineProblem =
  | 'no-number'
  | 'no-tabs'
  | 'no-name'
  | 'number-taken'
  | 'number-twice'
  | 'too-many-columns'
  | 'too-long'
  | 'control-characters'

/**
 * Every expected no, with what its sentence needs. Sentences live with the screens.
 * A refusal is an answer, never an exception.
 */
export type Refusal =
  // somebody or something has the time already
  | { reason: 'already-booked'; by: BookingInTheWay }
  | { reason: 'on-hold'; by: HoldInTheWay }
  | { reason: 'in-maintenance'; by: MaintenanceInTheWay }
  | { reason: 'over-capacity'; capacity: number; free: number; units: number; by: InTheWay[] }
  | { reason: 'overdue'; by: BookingInTheWay; expectedBackMs: number }
  // the request breaks a rule
  | { reason: 'in-the-past' }
  | { reason: 'in-the-future' }
  | { reason: 'too-soon'; minNoticeDays: number; earliestDay: LocalDay; walkInRoles: Role[] }
  | { reason: 'too-far-ahead'; horizonDays: number; latestDay: LocalDay }
  | { reason: 'too-long'; maxDays: number; days: number }
  | { reason: 'ends-before-it-starts' }
  | { reason: 'wrong-period'; bookingMode: BookingMode }
  | { reason: 'not-started'; startMs: number }
  | { reason: 'booking-over'; endMs: number }
  | { reason: 'before-request'; requestedMs: number }
  | { reason: 'before-hand-over'; handedOverMs: number }
  | { reason: 'member-not-verified'; memberId: string; memberName: string }
  | { reason: 'member-suspended'; memberId: string; memberName: string; why: string }
  | { reason: 'machine-out-of-service'; machineId: string; machineName: string }
  // the record is not what the window thought
  | { reason: 'changed-meanwhile'; byName: string | null; atMs: number }
  | { reason: 'move-not-allowed'; from: string; to: string }
  | { reason: 'not-found'; what: Thing; id: string }
  // the command or the sign-in
  | { reason: 'command-reused' }
  | { reason: 'busy'; retryAfterMs: number }
  | { reason: 'wrong-sign-in' }
  | { reason: 'locked-out'; forMs: number }
  /** The file's own guard said no although the rules said yes: a defect of the program, and no second promise. */
  | { reason: 'guard-refused' }
  // keeping the office's records
  | { reason: 'already-set-up' }
  | { reason: 'name-taken'; name: string }
  | { reason: 'number-taken'; number: string; memberName: string }
  | { reason: 'bad-lines'; lines: BadLine[]; good: number }
  | { reason: 'still-promised'; by: InTheWay[] }
  | { reason: 'capacity-in-use'; capacity: number; needed: number; by: InTheWay[] }
  | { reason: 'buffers-not-whole-days' }
  | { reason: 'last-administrator' }
  | { reason: 'own-account' }
  | { reason: 'weak-password'; minLength: number }
  | { reason: 'unknown-time-zone'; timeZone: string }
  | { reason: 'rights-needed'; permission: Permission }

export type Reason = Refusal['reason']
export type RefusalOf<R extends Reason> = Extract<Refusal, { reason: R }>

/** A yes with what it found, or a no with its reason. */
export type Decision<Yes = unknown> = ({ ok: true } & Yes) | { ok: false; refusal: Refusal }

export function refuse(refusal: Refusal): { ok: false; refusal: Refusal } {
  return { ok: false, refusal }
}
