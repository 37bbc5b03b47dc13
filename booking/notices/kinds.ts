/** The kinds of notices (G1). Each notice also names the record it is about. */
export const NOTICE_KINDS = ['requested', 'approved', 'rejected', 'cancelled', 'moved', 'no-show'] as const
export type NoticeKind = (typeof NOTICE_KINDS)[number]
