import type { RecordEntity } from '../entities.ts'

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
  session: ['moved-up', 'nearly-full', 'session-cancelled', 'session-moved'],
  share: ['share-moved'],
  waiting: ['offer'],
} as const satisfies { readonly [E in RecordEntity]?: readonly string[] }

/** The kinds of records that notices are about. */
export type NoticeEntity = keyof typeof NOTICES_ABOUT
export type NoticeKind<E extends NoticeEntity = NoticeEntity> = (typeof NOTICES_ABOUT)[E][number]

export const NOTICE_KINDS: readonly NoticeKind[] = Object.values(NOTICES_ABOUT).flat()
export const NOTICE_ENTITIES = Object.keys(NOTICES_ABOUT) as NoticeEntity[]
