import { type Findable, findable } from '#booking/members/find-member'
import type { ReadDb } from '#db/file'
import { memberKeys, type StateOfMembers, stateOfMembers } from '#db/read/members'

export type IndexedMember = Findable & { readonly id: string }
type Index = { readonly state: StateOfMembers; readonly members: readonly IndexedMember[] }

const indexes = new WeakMap<ReadDb, Index>()

/**
 * Every member, by name, prepared for the search: reading and preparing 5,000 of them takes longer than a key press may.
 * It is kept in memory, and made anew as soon as the file says that a member was added or changed by anybody.
 */
export function memberIndex(db: ReadDb): readonly IndexedMember[] {
  const state = stateOfMembers(db)
  const known = indexes.get(db)
  if (known && isSame(known.state, state)) return known.members
  const members = memberKeys(db).map(({ id, searchKey, number, phone }) => ({
    id,
    ...findable({ text: searchKey, number, phone }),
  }))
  indexes.set(db, { state, members })
  return members
}

function isSame(one: StateOfMembers, other: StateOfMembers): boolean {
  return one.count === other.count && one.versions === other.versions && one.foreign === other.foreign
}
