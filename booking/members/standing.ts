/** How a member stands (B2). Suspended says more than the other two: it is what keeps a verified member from booking. */
export const MEMBER_STANDINGS = ['verified', 'not-verified', 'suspended'] as const
export type MemberStanding = (typeof MEMBER_STANDINGS)[number]

export function standingOf(member: { verified: boolean; suspended: boolean }): MemberStanding {
  if (member.suspended) return 'suspended'
  return member.verified ? 'verified' : 'not-verified'
}
