import { type Decision, refuse } from '#booking/refusal'
import { decideEnrolment, decideLeaving, type Person } from '#booking/sessions/decide-enrolment'
import {
  decideEnrolling,
  decideKeeping,
  decideSessionAgain,
  notBegun,
} from '#booking/sessions/decide-session'
import type { ReadDb } from '#db/file'
import { readMemberFacts } from '#db/read/members'
import { countPlaces, readSession, type StoredEnrolment, type StoredSession } from '#db/read/sessions'
import { updateEnrolment, updateSession } from '#db/write/sessions'
import { restoring, type Undoing } from '../law/restoring.ts'
import { machinesOf, releaseMachines, takeMachines } from './commands.ts'
import { howKnown } from './enrolling.ts'
import { moveUp } from './places.ts'
import { enrolmentRecord, sessionRecord, toldTo } from './record.ts'

/** A session whose adding is undone is cancelled, unless somebody has a place in it: it is never deleted. */
export const sessionRestoring = restoring({
  kind: sessionRecord,
  withdrawn: { status: 'cancelled' },
  mayBe(undoing, stored, again) {
    const decision = maySessionBe(undoing, stored, again)
    return decision.ok ? decision : toldTo(undoing.actor, decision)
  },
  write(context, id, was) {
    const { machineIds, ...columns } = was
    if (machineIds) releaseMachines(context, id, machineIds)
    updateSession(context.tx, id, columns)
    if (machineIds) takeMachines(context, id, machineIds)
  },
  tell: moveUp,
})

/** A place whose enrolment is undone is given back; one that was given back is taken again if it is still free. */
export const enrolmentRestoring = restoring({
  kind: enrolmentRecord,
  withdrawn: { status: 'cancelled', came: null },
  mayBe(undoing, stored, again) {
    const decision = mayEnrolmentBe(undoing, stored, again)
    return decision.ok ? decision : toldTo(undoing.actor, decision)
  },
  write: ({ tx }, id, was) => updateEnrolment(tx, id, was),
  tell(context, id) {
    const stored = enrolmentRecord.stored(context.tx, id)
    if (stored) moveUp(context, stored.sessionId)
  },
})

function maySessionBe(undoing: Undoing, stored: StoredSession, again: StoredSession): Decision {
  const theirs = decideKeeping(stored, undoing.actor)
  if (!theirs.ok) return theirs
  const { db, nowMs } = undoing
  const { taken, waiting } = countPlaces(db, stored.id)
  if (again.status === 'cancelled') {
    const begun = notBegun({ ...stored, status: 'planned' }, nowMs)
    if (!begun.ok || stored.status === 'cancelled') return begun
    const isUsed = taken + waiting > 0
    return isUsed ? refuse({ reason: 'places-taken', taken: taken + waiting, capacity: 0 }) : { ok: true }
  }
  const machines = machinesOf(db, again.machineIds, again, undoing)
  if (!machines.ok) return machines
  return decideSessionAgain(again, { ...undoing, machines: machines.machines, taken })
}

function mayEnrolmentBe(
  { db, nowMs, actor }: Undoing,
  stored: StoredEnrolment,
  again: StoredEnrolment,
): Decision {
  const session = readSession(db, stored.sessionId)
  if (!session) return refuse({ reason: 'not-found', what: 'session', id: stored.sessionId })
  const theirs = decideEnrolling(session, actor)
  if (!theirs.ok || again.status === stored.status) return theirs
  if (again.status === 'cancelled') return decideLeaving(stored, session, nowMs)
  const person = personOf(db, stored)
  if (!person) return refuse({ reason: 'not-found', what: 'member', id: stored.memberId ?? '' })
  const { taken, waiting } = countPlaces(db, session.id)
  const known = howKnown(db, session.id, person, stored.id)
  const decision = decideEnrolment({ nowMs, session, taken, waiting, person, known }, true)
  if (!decision.ok || decision.status === again.status || again.status === 'waiting') return decision
  return refuse({ reason: 'session-full', capacity: session.capacity, waiting })
}

function personOf(db: ReadDb, { memberId, guest }: StoredEnrolment): Person | undefined {
  if (memberId === null) return { kind: 'guest', name: guest ?? '' }
  const member = readMemberFacts(db, memberId)
  return member && { kind: 'member', ...member }
}
