import { type Decision, refuse } from '../refusal.ts'
import { may, type Role } from './roles.ts'

/** `activeAdministrators`: how many users who are not disabled may keep users, this one included if they may. */
export type UserFacts = {
  readonly id: string
  readonly role: Role
  readonly disabled: boolean
  readonly activeAdministrators: number
}

/** Some user always stays who may keep users (H2): nobody else could let anybody in again. */
export function decideRole(role: Role, user: UserFacts): Decision {
  return may(role, 'keep-users') ? { ok: true } : unlessLastAdministrator(user)
}

/** Nobody disables their own account, or the last one that may keep users. */
export function decideDisabling(user: UserFacts, actorId: string): Decision {
  return user.id === actorId ? refuse({ reason: 'own-account' }) : unlessLastAdministrator(user)
}

function unlessLastAdministrator(user: UserFacts): Decision {
  const isLast = may(user.role, 'keep-users') && !user.disabled && user.activeAdministrators === 1
  return isLast ? refuse({ reason: 'last-administrator' }) : { ok: true }
}

/** Whoever organizes sessions does so for an organization with an address (D7). */
export function decideOrganization(
  role: Role,
  { organization, businessAddress }: { readonly organization: string; readonly businessAddress: string },
): Decision {
  const isSaid = organization.trim() !== '' && businessAddress.trim() !== ''
  return role !== 'organizer' || isSaid ? { ok: true } : refuse({ reason: 'organization-needed' })
}
