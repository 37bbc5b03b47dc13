import type { MemberInHistory } from '#calls/members'
import { readMember, type ShownMember, type StoredMember, shownMember } from '#db/read/members'
import { members } from '#db/tables/members'
import { type RecordKind, withoutIds } from '../law/record.ts'

export const memberRecord = {
  entity: 'member',
  key: 'member',
  table: members,
  stored: readMember,
  shown({ db }, id) {
    const stored = readMember(db, id)
    return stored && shownMember(stored)
  },
  title: member => member.name,
  said(member): MemberInHistory {
    const { unreadable: _, ...said } = withoutIds(member)
    return said
  },
} satisfies RecordKind<'member', StoredMember, ShownMember, MemberInHistory>
