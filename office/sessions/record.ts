import { refuse } from '#booking/refusal'
import { decideEnrolling } from '#booking/sessions/decide-session'
import { OPEN_TO, placesLeft, SESSION_LIMITS, sessionState } from '#booking/sessions/state'
import { may } from '#booking/users/roles'
import type { EnrolmentInHistory, EnrolmentRow, SessionInHistory, SessionRow } from '#calls/sessions'
import { careful, idOrNull, isInstant, isOneOf, LAST_MS } from '#db/odd-values'
import { NOBODY } from '#db/read/bookings'
import {
  type NamedEnrolment,
  type NamedSession,
  readEnrolment,
  readNamedEnrolment,
  readNamedSession,
  readSession,
  type StoredEnrolment,
  type StoredSession,
} from '#db/read/sessions'
import { enrolments, sessions } from '#db/tables/sessions'
import type { Actor, No } from '../law/command.ts'
import type { RecordKind } from '../law/record.ts'

/** A session as answers show it. Its state and its places are computed here, and nowhere kept. */
export function shownSession(named: NamedSession, nowMs: number): SessionRow {
  const { machines: machinesJson, organizerId, organizerName, openTo, status: _, ...row } = named
  const read = careful()
  const isCapacity =
    Number.isInteger(row.capacity) && row.capacity >= 1 && row.capacity <= SESSION_LIMITS.capacity.max
  const capacity = read.take('capacity', isCapacity, row.capacity, SESSION_LIMITS.capacity.min)
  const counted = { ...named, capacity }
  const machines = JSON.parse(machinesJson) as { id: string; name: string }[]
  return {
    ...row,
    startMs: read.take('startMs', isInstant(row.startMs), row.startMs, 0),
    endMs: read.take('endMs', isInstant(row.endMs), row.endMs, LAST_MS),
    capacity,
    open: read.take('open', isOneOf(OPEN_TO, openTo), openTo, 'verified' as const),
    placesLeft: placesLeft(counted, named.taken),
    state: sessionState(counted, named.taken, nowMs),
    organizer: { id: organizerId, name: organizerName },
    machineIds: machines.map(one => one.id),
    machineNames: machines.map(one => one.name),
    ...read.marked(),
  }
}

export const sessionRecord = {
  entity: 'session',
  key: 'session',
  table: sessions,
  stored: readSession,
  shown({ db, nowMs }, id) {
    const named = readNamedSession(db, id)
    return named && shownSession(named, nowMs)
  },
  seenBy: (_look, shown, user) =>
    decideEnrolling({ organizerId: shown.organizer.id }, user).ok ? shown : undefined,
  title: session => session.title,
  said(shown): SessionInHistory {
    const { title, description, place, startMs, endMs, capacity, open, reason, machineNames } = shown
    const status = shown.state === 'cancelled' ? 'cancelled' : 'planned'
    const organizerName = shown.organizer.name
    return {
      title,
      description,
      place,
      startMs,
      endMs,
      capacity,
      open,
      machineNames,
      organizerName,
      status,
      reason,
    }
  },
} satisfies RecordKind<'session', StoredSession, SessionRow, SessionInHistory>

/** A place as answers show it. */
export function shownEnrolment(named: NamedEnrolment): EnrolmentRow {
  const { id, version, sessionId, title, startMs, endMs, memberId, guest, status, reason } = named
  const read = careful()
  return {
    id,
    version,
    sessionId,
    sessionTitle: title,
    startMs,
    endMs,
    memberId,
    memberNumber: named.memberNumber ?? '',
    memberPhone: named.memberPhone ?? '',
    memberBarangay: named.memberBarangay ?? '',
    name: named.memberName ?? guest ?? '',
    isGuest: memberId === null,
    status,
    came: named.came === null ? null : named.came === 1,
    enrolledBy: { id: idOrNull(named.enrolledBy) ?? NOBODY, name: named.userName ?? 'system' },
    enrolledMs: read.take('enrolledMs', isInstant(named.enrolledMs), named.enrolledMs, 0),
    reason,
    ...read.marked(),
  }
}

/** What a user sees of a place: an organizer, who does not see the members, no phone and no barangay. */
export function asSeenBy(row: EnrolmentRow, { role }: Pick<Actor, 'role'>): EnrolmentRow {
  return may(role, 'see-office') ? row : { ...row, memberPhone: '', memberBarangay: '' }
}

/** A refusal as a user may hear it: an organizer hears of no other members, and of nobody's suspension more than that. */
export function toldTo({ role }: Pick<Actor, 'role'>, { refusal }: No): No {
  if (may(role, 'see-office')) return { ok: false, refusal }
  if (refusal.reason === 'session-machine-taken') return refuse({ ...refusal, by: [] })
  return refuse(refusal.reason === 'member-suspended' ? { ...refusal, why: '' } : refusal)
}

export const enrolmentRecord = {
  entity: 'enrolment',
  key: 'enrolment',
  table: enrolments,
  stored: readEnrolment,
  shown({ db }, id) {
    const named = readNamedEnrolment(db, id)
    return named && shownEnrolment(named)
  },
  seenBy({ db }, shown, user) {
    const session = readSession(db, shown.sessionId)
    return session && decideEnrolling(session, user).ok ? asSeenBy(shown, user) : undefined
  },
  title: ({ sessionTitle, name }) => `${sessionTitle} · ${name}`,
  said({ sessionTitle, name, isGuest, status, came, reason }): EnrolmentInHistory {
    return { sessionTitle, name, isGuest, status, came, reason }
  },
} satisfies RecordKind<'enrolment', StoredEnrolment, EnrolmentRow, EnrolmentInHistory>
