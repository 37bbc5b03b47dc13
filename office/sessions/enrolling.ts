import { folded } from '#booking/finding/text'
import { type Decision, refuse } from '#booking/refusal'
import {
  decideAttended,
  decideEnrolment,
  decideLeaving,
  type Person,
} from '#booking/sessions/decide-enrolment'
import { decideEnrolling } from '#booking/sessions/decide-session'
import type { ReadDb } from '#db/file'
import { memberNumbered, readMemberFacts } from '#db/read/members'
import {
  countPlaces,
  readNamedEnrolment,
  readSession,
  readWhoIsIn,
  type StoredEnrolment,
} from '#db/read/sessions'
import { insertEnrolment, updateEnrolment } from '#db/write/sessions'
import { addRecord, changeRecord } from '../law/change-record.ts'
import { type CommandContext, command, commandOn } from '../law/command.ts'
import { moveUp, tellNearlyFull } from './places.ts'
import { asSeenBy, enrolmentRecord, toldTo } from './record.ts'

/** A place, or a turn on the waiting list of a full session. The command's id becomes the enrolment's. */
export const enrol = command('sessions.enrol', (context, args) => {
  const { tx, actor, nowMs, commandId: id } = context
  const session = readSession(tx, args.sessionId)
  if (!session) return refuse({ reason: 'not-found', what: 'session', id: args.sessionId })
  const theirs = decideEnrolling(session, actor)
  if (!theirs.ok) return theirs
  const found = personIn(tx, args)
  if (!found.ok) return found
  const { person } = found
  const { taken, waiting, lastTurn } = countPlaces(tx, session.id)
  const known = howKnown(tx, session.id, person)
  const decision = decideEnrolment({ nowMs, session, taken, waiting, person, known }, args.wait ?? false)
  if (!decision.ok) return toldTo(actor, decision)
  const added = addRecord(context, enrolmentRecord, id, () =>
    insertEnrolment(tx, {
      id,
      sessionId: session.id,
      memberId: person.kind === 'member' ? person.id : null,
      guest: person.kind === 'guest' ? person.name : null,
      status: decision.status,
      // After everybody who was there before, also if the clock was set back meanwhile.
      turn: (lastTurn ?? 0) + 1,
      enrolledBy: actor.id || null,
      enrolledMs: nowMs,
    }),
  )
  tellNearlyFull(context, session, taken)
  return { ...added, enrolment: asSeenBy(added.enrolment, actor) }
})

export const cancelEnrolment = commandOn(
  'sessions.cancelEnrolment',
  enrolmentRecord,
  (context, stored, { reason = '' }) => {
    const allowed = whereOf(context, stored)
    if (!allowed.ok) return allowed
    const { session } = allowed
    const decision = decideLeaving(stored, session, context.nowMs)
    if (!decision.ok) return decision
    const left = changeRecord(context, enrolmentRecord, stored.id, () =>
      updateEnrolment(context.tx, stored.id, { status: 'cancelled', reason, came: null }),
    )
    moveUp(context, session.id)
    return { ...left, enrolment: asSeenBy(left.enrolment, context.actor) }
  },
)

export const attended = commandOn('sessions.attended', enrolmentRecord, (context, stored, { came }) => {
  const allowed = whereOf(context, stored)
  if (!allowed.ok) return allowed
  const name = readNamedEnrolment(context.tx, stored.id)?.memberName ?? stored.guest ?? ''
  const decision = decideAttended({ ...stored, name }, allowed.session, context)
  if (!decision.ok) return decision
  const marked = changeRecord(context, enrolmentRecord, stored.id, () =>
    updateEnrolment(context.tx, stored.id, { came: came === null ? null : came ? 1 : 0 }),
  )
  return { ...marked, enrolment: asSeenBy(marked.enrolment, context.actor) }
})

/** The session of a place, if the person may enrol in it. */
function whereOf({ tx, actor }: CommandContext, { sessionId }: StoredEnrolment) {
  const session = readSession(tx, sessionId)
  if (!session) return refuse({ reason: 'not-found', what: 'session', id: sessionId })
  const theirs = decideEnrolling(session, actor)
  return theirs.ok ? { ok: true as const, session } : theirs
}

type Named = {
  readonly memberId?: string | undefined
  readonly memberNumber?: string | undefined
  readonly guest?: string | undefined
}

function personIn(db: ReadDb, { memberId, memberNumber, guest }: Named): Decision<{ person: Person }> {
  if (guest !== undefined) return { ok: true, person: { kind: 'guest', name: guest.replaceAll(/\s+/g, ' ') } }
  const id = memberId ?? (memberNumber === undefined ? '' : (memberNumbered(db, memberNumber)?.id ?? ''))
  const member = readMemberFacts(db, id)
  if (!member) return refuse({ reason: 'not-found', what: 'member', id: memberId ?? memberNumber ?? '' })
  return { ok: true, person: { kind: 'member', ...member } }
}

/** How a person is in a session already: a guest by the name, however it is written. */
export function howKnown(db: ReadDb, sessionId: string, person: Person, exceptId?: string) {
  const isThem = (one: { memberId: string | null; guest: string | null }) =>
    person.kind === 'member'
      ? one.memberId === person.id
      : one.guest !== null && folded(one.guest) === folded(person.name)
  const one = readWhoIsIn(db, sessionId).find(row => row.id !== exceptId && isThem(row))
  return one && one.status !== 'cancelled' ? one.status : null
}
