/** The roles of users. Their order means nothing; what each may do is listed below. */
export const ROLES = ['clerk', 'manager', 'admin', 'organizer'] as const
export type Role = (typeof ROLES)[number]

/** What a user may do (H2). Calls, screens and buttons each require one of these. */
export const PERMISSIONS = [
  /** Sign out, change your own password, read your own notices. */
  'own-account',
  /** See the calendar, the lists and the history. */
  'see-office',
  /** Request, move and cancel bookings; hand over and take back machines. */
  'enter-bookings',
  /** Approve and reject. A booking moved by a user with this permission stays approved. */
  'decide-bookings',
  'keep-members',
  'keep-machines',
  'keep-maintenance',
  /** Set the limits on bookings. */
  'set-rules',
  /** Set the office's own name, address and time zone, and remove the sample. */
  'set-office',
  'keep-users',
  /** See sessions, enrol people in them, and mark who came: in those that the role sees. */
  'enrol',
  /** Add sessions, and change and cancel one's own. */
  'hold-sessions',
  /** Change and cancel everybody's sessions. */
  'keep-all-sessions',
] as const
export type Permission = (typeof PERMISSIONS)[number]

const CLERK: readonly Permission[] = ['own-account', 'see-office', 'enter-bookings', 'keep-members', 'enrol']
const MANAGER: readonly Permission[] = [
  ...CLERK,
  'decide-bookings',
  'keep-machines',
  'keep-maintenance',
  'set-rules',
  'hold-sessions',
  'keep-all-sessions',
]

const PERMISSIONS_OF: { readonly [R in Role]: ReadonlySet<Permission> } = {
  clerk: new Set(CLERK),
  manager: new Set(MANAGER),
  admin: new Set<Permission>([...MANAGER, 'set-office', 'keep-users']),
  // Sees their own sessions and nothing else of the office.
  organizer: new Set<Permission>(['own-account', 'enrol', 'hold-sessions']),
}

/** An unknown role has no permissions. */
export function may(role: Role, permission: Permission): boolean {
  return Object.hasOwn(PERMISSIONS_OF, role) && PERMISSIONS_OF[role].has(permission)
}

/** The roles that have a permission, for saying whom to ask. There is always at least one. */
export function rolesThatMay(permission: Permission): Role[] {
  return ROLES.filter(role => may(role, permission))
}

/** The permissions of a role, in the order of `PERMISSIONS`. */
export function permissionsOf(role: Role): Permission[] {
  return PERMISSIONS.filter(permission => may(role, permission))
}
