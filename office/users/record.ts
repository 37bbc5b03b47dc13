import type { Role } from '#booking/users/roles'
import type { UserInHistory } from '#calls/users'
import { readUser, type StoredUser } from '#db/read/users'
import { users } from '#db/tables/users'
import type { RecordKind } from '../law/record.ts'

export type ShownUser = { id: string; version: number; name: string; role: Role; disabled: boolean }

export function shownUser({ id, version, name, role, disabled }: StoredUser): ShownUser {
  return { id, version, name, role, disabled }
}

/** Neither answers nor the history include the stored password. */
export const userRecord = {
  entity: 'user',
  key: 'user',
  table: users,
  stored: readUser,
  shown({ db }, id) {
    const stored = readUser(db, id)
    return stored && shownUser(stored)
  },
  title: user => user.name,
  said: ({ name, role, disabled }): UserInHistory => ({ name, role, disabled }),
} satisfies RecordKind<'user', StoredUser, ShownUser, UserInHistory>
