import { type Decision, refuse } from '../refusal.ts'

type Standing = { readonly verified: boolean; readonly suspended: boolean }

/** A member is verified once (B2). */
export function decideVerification(member: Standing): Decision {
  if (!member.verified) return { ok: true }
  return refuse({ reason: 'move-not-allowed', what: 'member', from: 'verified', to: 'verified' })
}

/** A member who is suspended is not suspended again: the first reason stays. */
export function decideSuspension(member: Standing): Decision {
  if (!member.suspended) return { ok: true }
  return refuse({ reason: 'move-not-allowed', what: 'member', from: 'suspended', to: 'suspended' })
}

/** Only a member who is suspended is reinstated. */
export function decideReinstatement(member: Standing): Decision {
  if (member.suspended) return { ok: true }
  const standing = 'in good standing'
  return refuse({ reason: 'move-not-allowed', what: 'member', from: standing, to: standing })
}
