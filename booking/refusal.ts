import type { AvailabilityRefusal } from './availability/refusals.ts'
import type { BatchRefusal } from './batches/refusals.ts'
import type { BatchStatus, ShareStatus } from './batches/state.ts'
import type { BookingRefusal } from './bookings/refusals.ts'
import type { BookingStatus } from './bookings/status.ts'
import type { RecordEntity } from './entities.ts'
import type { HoursRefusal } from './hours/refusals.ts'
import type { MachineRefusal } from './machines/refusals.ts'
import type { MaintenanceStatus } from './maintenance/kinds.ts'
import type { MaintenanceRefusal } from './maintenance/refusals.ts'
import type { MemberRefusal } from './members/refusals.ts'
import type { PaymentRefusal } from './money/payment-refusals.ts'
import type { RateRefusal } from './money/rate-refusals.ts'
import type { PaperRefusal } from './papers/refusals.ts'
import type { QuotaRefusal } from './quotas/refusals.ts'
import type { SessionRefusal } from './sessions/refusals.ts'
import type { EnrolmentStatus, SessionStatus } from './sessions/state.ts'
import type { SettingsRefusal } from './settings/refusals.ts'
import type { UndoRefusal } from './undo/refusals.ts'
import type { UserRefusal } from './users/refusals.ts'
import type { WaitingRefusal } from './waiting/refusals.ts'
import type { WaitingStatus } from './waiting/status.ts'

/** What can be missing when an id names nothing. */
export type Thing = RecordEntity | 'form'

/** How a record can stand, by what it is; a booking can also not be moved or extended any more. */
export type Standings = {
  booking: BookingStatus | 'moved' | 'extended'
  maintenance: MaintenanceStatus | 'started' | 'closed'
  waiting: WaitingStatus
  session: SessionStatus
  enrolment: EnrolmentStatus
  batch: BatchStatus
  share: ShareStatus
  member: 'verified' | 'suspended' | 'in good standing'
}
/** A record cannot become what somebody wanted, because of what it is now. */
export type MoveNotAllowed = {
  [What in keyof Standings]: {
    reason: 'move-not-allowed'
    what: What
    from: Standings[What]
    to: Standings[What]
  }
}[keyof Standings]

/** What any command on any record can be told. */
export type CommonRefusal =
  // the record is not what the window thought
  | { reason: 'changed-meanwhile'; byName: string | null; atMs: number }
  | MoveNotAllowed
  | { reason: 'not-found'; what: Thing; id: string }
  /** `what` has the name. It is missing in refusals that were kept before they said so. */
  | { reason: 'name-taken'; name: string; what?: Thing }
  // the command
  | { reason: 'command-reused' }
  | { reason: 'busy'; retryAfterMs: number }
  /** The file's own guard said no although the rules said yes: a defect of the program, and no second promise. */
  | { reason: 'guard-refused' }
  /** A kept refusal that another program wrote, or that is too long to be read. No command is answered with it. */
  | { reason: 'unreadable' }

/** What any command but an undo can be told. */
type PlainRefusal =
  | CommonRefusal
  | AvailabilityRefusal
  | BatchRefusal
  | BookingRefusal
  | HoursRefusal
  | MachineRefusal
  | MaintenanceRefusal
  | MemberRefusal
  | PaperRefusal
  | PaymentRefusal
  | RateRefusal
  | QuotaRefusal
  | SessionRefusal
  | SettingsRefusal
  | UserRefusal
  | WaitingRefusal

/**
 * Every expected no, with what its sentence needs. Sentences live with the screens, by the same trades.
 * A refusal is an answer, never an exception.
 */
export type Refusal = PlainRefusal | UndoRefusal<PlainRefusal>

export type Reason = Refusal['reason']

/** A yes with what it found, or a no with its reason. */
export type Decision<Yes = unknown> = ({ ok: true } & Yes) | { ok: false; refusal: Refusal }

export function refuse(refusal: Refusal): { ok: false; refusal: Refusal } {
  return { ok: false, refusal }
}
