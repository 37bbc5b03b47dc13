import type { MemberKind } from '#booking/members/kind'
import type { MemberStanding } from '#booking/members/standing'
import type { Standings } from '#booking/refusal'
import type { Language } from '../language.ts'
import { wordsFor } from '../words.ts'

export const standingWords = wordsFor<MemberStanding>('member-standings', {
  en: { verified: 'Verified', 'not-verified': 'Not verified', suspended: 'Suspended' },
  fil: { verified: 'Beripikado', 'not-verified': 'Hindi pa beripikado', suspended: 'Suspendido' },
})

/** Whether somebody is a member of the cooperative, or somebody else who rents its machines. */
export const memberKindWords = wordsFor<MemberKind>('member-kinds', {
  en: { member: 'Member', other: 'Not a member' },
  fil: { member: 'Kasapi', other: 'Hindi kasapi' },
})

/** Inside a sentence: "It is already suspended". */
export const memberIs: { readonly [L in Language]: { readonly [S in Standings['member']]: string } } = {
  en: { verified: 'verified', suspended: 'suspended', 'in good standing': 'in good standing' },
  fil: { verified: 'beripikado', suspended: 'suspendido', 'in good standing': 'walang suspensyon' },
}
