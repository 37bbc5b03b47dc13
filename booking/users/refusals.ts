import type { Permission } from './roles.ts'

/** The sign-in, the accounts, and who may do what. */
export type UserRefusal =
  | { reason: 'wrong-sign-in' }
  | { reason: 'locked-out'; forMs: number }
  | { reason: 'weak-password'; minLength: number }
  | { reason: 'last-administrator' }
  | { reason: 'own-account' }
  | { reason: 'rights-needed'; permission: Permission }
