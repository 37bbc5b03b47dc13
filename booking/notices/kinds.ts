import type { RecordEntity } from '../entities.ts'
import { may, type Permission, type Role } from '../users/roles.ts'

/** The kinds of notices (G1) about each kind of record. Each notice also names the record it is about. */
export const NOTICES_ABOUT = {
  batch: ['batch-cancelled', 'batch-moved', 'batch-merged'],
  booking: [
    'requested',
    'approved',
    'rejected',
    'cancelled',
    'moved',
    'corrected',
    'extension',
    'no-show',
    'came-back-broken',
    'hit',
    'displaced',
    'undone',
    'due-tomorrow',
    'overdue',
  ],
  machine: ['conflict', 'maintenance-due'],
  paper: ['paper-expiring', 'paper-expired'],
  session: ['moved-up', 'nearly-full', 'session-cancelled', 'session-moved'],
  share: ['share-moved'],
  waiting: ['offer'],
} as const satisfies { readonly [E in RecordEntity]?: readonly string[] }

/** The kinds of records that notices are about. */
export type NoticeEntity = keyof typeof NOTICES_ABOUT
export type NoticeKind<E extends NoticeEntity = NoticeEntity> = (typeof NOTICES_ABOUT)[E][number]

export const NOTICE_KINDS: readonly NoticeKind[] = Object.values(NOTICES_ABOUT).flat()
export const NOTICE_ENTITIES = Object.keys(NOTICES_ABOUT) as NoticeEntity[]

/**
 * Who can get notices of each kind: users with this permission. Some go to everybody who has it, others to whoever
 * entered the booking or holds the session, who has it.
 */
const GOT_WITH: { readonly [K in NoticeKind]: Permission } = {
  requested: 'decide-bookings',
  approved: 'enter-bookings',
  rejected: 'enter-bookings',
  cancelled: 'enter-bookings',
  moved: 'enter-bookings',
  corrected: 'enter-bookings',
  extension: 'enter-bookings',
  'no-show': 'decide-bookings',
  'came-back-broken': 'keep-maintenance',
  hit: 'enter-bookings',
  displaced: 'enter-bookings',
  undone: 'enter-bookings',
  'due-tomorrow': 'enter-bookings',
  overdue: 'enter-bookings',
  conflict: 'decide-bookings',
  'maintenance-due': 'keep-maintenance',
  'paper-expiring': 'keep-machines',
  'paper-expired': 'keep-machines',
  'moved-up': 'enrol',
  'nearly-full': 'hold-sessions',
  'session-cancelled': 'enrol',
  'session-moved': 'enrol',
  'batch-cancelled': 'enter-bookings',
  'batch-moved': 'enter-bookings',
  'batch-merged': 'enter-bookings',
  'share-moved': 'enter-bookings',
  offer: 'enter-bookings',
}

/** The kinds of notices that a user with this role can get, in the order in which they are listed. */
export function noticeKindsOf(role: Role): NoticeKind[] {
  return NOTICE_KINDS.filter(kind => may(role, GOT_WITH[kind]))
}
