/**
 * Whether somebody on the list of members is one of the cooperative's, or somebody else who rents its machines (E7). Both
 * are counted on every job, and they may pay different rates.
 */
export const MEMBER_KINDS = ['member', 'other'] as const
export type MemberKind = (typeof MEMBER_KINDS)[number]
