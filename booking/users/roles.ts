/** From least to most rights; each may do all that the ones before it may. */
export const ROLES = ['clerk', 'manager', 'admin'] as const
export type Role = (typeof ROLES)[number]

export function hasRights(role: Role, needed: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(needed)
}
