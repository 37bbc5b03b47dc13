import { call, commandCall, longQuestion, lookOf } from '../law/answering.ts'
import { add, addMany, change, reinstate, suspend, verify } from './commands.ts'
import { lookAtPasted } from './pasted-members.ts'
import { membersPage, oneMember, searchMembers, suggestionsFor } from './questions.ts'

export const memberCalls = [
  call('members.search', ({ office }, { text, limit = 20 }) => searchMembers(office.file.db, text, limit)),
  call('members.list', ({ office }, input) => membersPage(office.file.db, input)),
  call('members.get', ({ office }, { memberId }) => oneMember(lookOf(office), memberId)),
  call('members.suggestions', ({ office }) => suggestionsFor(office.file.db)),
  commandCall(add),
  commandCall(change),
  commandCall(verify),
  commandCall(suspend),
  commandCall(reinstate),
  longQuestion('members.checkMany', ({ office }, { text }) => lookAtPasted(office.file.db, text)),
  commandCall(addMany),
] as const
