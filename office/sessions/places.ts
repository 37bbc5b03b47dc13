import type { NoticeKind } from '#booking/notices/kinds'
import { movedUp, type Person } from '#booking/sessions/decide-enrolment'
import { becameNearlyFull } from '#booking/sessions/state'
import { may } from '#booking/users/roles'
import {
  countPlaces,
  listEnrolments,
  type NamedEnrolment,
  readSession,
  type StoredSession,
} from '#db/read/sessions'
import { readActiveRole } from '#db/read/users'
import { updateEnrolment } from '#db/write/sessions'
import { changeRecord } from '../law/change-record.ts'
import type { CommandContext } from '../law/command.ts'
import { tell } from '../notices/tell.ts'
import { enrolmentRecord, sessionRecord } from './record.ts'

const MOST_LOOKED_AT = 1000

/**
 * Gives the places that are free to those who wait, in turn, as `system` (D3). Whoever may enrol is told, so that
 * somebody calls them. Doing it twice does no more than doing it once.
 */
export function moveUp(context: CommandContext, sessionId: string): void {
  const { tx, nowMs } = context
  const session = readSession(tx, sessionId)
  const waiting = session ? listEnrolments(tx, sessionId, 'waiting', MOST_LOOKED_AT) : []
  if (!session || waiting.length === 0) return
  const before = countPlaces(tx, sessionId).taken
  const asked = waiting.map(row => ({ id: row.id, person: personOf(row) }))
  const up = movedUp({ nowMs, session, taken: before }, asked)
  const system = context.asSystem('sessions.moveUp')
  for (const { id } of up) {
    changeRecord(system, enrolmentRecord, id, () => updateEnrolment(tx, id, { status: 'active' }))
  }
  if (up.length === 0) return
  const reason = up
    .map(one => one.person.name)
    .join(', ')
    .slice(0, 500)
  tellBoth(system, session, 'moved-up', reason)
}

/** Tells those who enrol members, and the organizer, once each. */
export function tellBoth(
  context: CommandContext,
  { id, organizerId }: StoredSession,
  kind: NoticeKind<'session'>,
  reason: string,
): void {
  tell(context, sessionRecord, id, { kind, forThoseWhoMay: TOLD, reason })
  const role = readActiveRole(context.tx, organizerId)
  if (role && !may(role, TOLD)) tell(context, sessionRecord, id, { kind, forUser: organizerId, reason })
}
/** Whoever may do this is told of sessions in which members have places. */
const TOLD = 'enter-bookings'

/** Tells the organizer of a session that has just become nearly full, from the setting's percentage on. */
export function tellNearlyFull(context: CommandContext, session: StoredSession, before: number): void {
  const after = countPlaces(context.tx, session.id).taken
  if (!becameNearlyFull(session.capacity, { before, after }, context.settings.sessions.nearlyFullPercent))
    return
  tell(context, sessionRecord, session.id, {
    kind: 'nearly-full',
    forUser: session.organizerId,
    reason: `${after} / ${session.capacity}`,
  })
}

function personOf(row: NamedEnrolment): Person {
  if (row.memberId === null) return { kind: 'guest', name: row.guest ?? '' }
  return {
    kind: 'member',
    id: row.memberId,
    name: row.memberName ?? '',
    verified: row.verified === 1,
    suspended: row.suspended === 1,
    suspendedReason: row.suspendedReason ?? '',
  }
}
