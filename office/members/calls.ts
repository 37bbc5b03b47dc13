import { call, commandCall } from '../law/answering.ts'
import { add, addMany, change, reinstate, suspend, verify } from './commands.ts'
import { readPastedMembers } from './pasted-members.ts'
import { membersPage, memberWithCounts, searchMembers, suggestionsFor } from './questions.ts'

export const memberCalls = [
  call('members.search', ({ office }, { text, limit = 20 }) => searchMembers(office.file.db, text, limit)),
  call('members.list', ({ office }, input) => membersPage(office.file.db, input)),
  call('members.get', ({ office }, { memberId }) => memberWithCounts(office.file.db, memberId)),
  call('members.suggestions', ({ office }) => suggestionsFor(office.file.db)),
  commandCall(add),
  commandCall(change),
  commandCall(verify),
  commandCall(suspend),
  commandCall(reinstate),
  call('members.checkMany', ({ office }, { text }) => readPastedMembers(office.file.db, text)),
  commandCall(addMany),
] as const
