import type { Permission } from './roles.ts'

/** Refusals about sign-in, users and permissions. */
export type UserRefusal =
  | { reason: 'wrong-sign-in' }
  | { reason: 'locked-out'; forMs: number }
  | { reason: 'weak-password'; minLength: number }
  | { reason: 'last-administrator' }
  | { reason: 'own-account' }
  /** An organizer is of an organization, and has its address. */
  | { reason: 'organization-needed' }
  | { reason: 'rights-needed'; permission: Permission }
