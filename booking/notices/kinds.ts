/** What a notice can tell (G1). What it is about is said beside it. */
export const NOTICE_KINDS = ['requested', 'approved', 'rejected', 'cancelled', 'moved', 'no-show'] as const
export type NoticeKind = (typeof NOTICE_KINDS)[number]
