import { ROLES, type Role } from '#booking/users/roles'
import type { UserInHistory } from '#calls/users'
import { careful, isOneOf } from '#db/odd-values'
import { readUser, type StoredUser } from '#db/read/users'
import { users } from '#db/tables/users'
import type { RecordKind } from '../law/record.ts'

export type ShownUser = {
  id: string
  version: number
  name: string
  role: Role
  disabled: boolean
  organization: string
  businessAddress: string
  unreadable?: string[]
}

export function shownUser(stored: StoredUser): ShownUser {
  const { id, version, name, role, disabled, organization, businessAddress } = stored
  const { take, marked } = careful()
  const known = take('role', isOneOf(ROLES, role), role, 'organizer')
  return { id, version, name, role: known, disabled, organization, businessAddress, ...marked() }
}

/** Neither answers nor the history include the stored password. */
export const userRecord = {
  entity: 'user',
  key: 'user',
  table: users,
  secret: ['password'],
  stored: readUser,
  shown({ db }, id) {
    const stored = readUser(db, id)
    return stored && shownUser(stored)
  },
  title: user => user.name,
  said: ({ name, role, disabled, organization, businessAddress }): UserInHistory => ({
    name,
    role,
    disabled,
    organization,
    businessAddress,
  }),
} satisfies RecordKind<'user', StoredUser, ShownUser, UserInHistory>
