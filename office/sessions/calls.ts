import { call, commandCall, userOf } from '../law/answering.ts'
import { add, cancel, change } from './commands.ts'
import { attended, cancelEnrolment, enrol } from './enrolling.ts'
import {
  machinesToTake,
  oneSession,
  organizers,
  sessionPage,
  sessionsOfMember,
  sessionUse,
} from './questions.ts'

export const sessionCalls = [
  commandCall(add),
  commandCall(change),
  commandCall(cancel),
  call('sessions.get', (asking, { sessionId }) => oneSession(asking.office, userOf(asking), sessionId)),
  call('sessions.list', (asking, input) => sessionPage(asking.office, userOf(asking), input)),
  call('sessions.use', (asking, input) => sessionUse(asking.office, userOf(asking), input)),
  call('sessions.ofMember', ({ office }, { memberId }) => sessionsOfMember(office, memberId)),
  call('sessions.organizers', asking => organizers(asking.office, userOf(asking))),
  call('sessions.machines', ({ office }) => machinesToTake(office)),
  commandCall(enrol),
  commandCall(cancelEnrolment),
  commandCall(attended),
] as const
