import { decideEnrolling, decideKeeping } from '#booking/sessions/decide-session'
import { ALL_TIME } from '#booking/time/interval'
import { may, rolesThatMay } from '#booking/users/roles'
import type { CallArgs } from '#calls/contract'
import { MOST_ENROLMENTS } from '#calls/limits'
import { listMachines } from '#db/read/machines'
import {
  enrolmentsOfMember,
  listEnrolments,
  listSessions,
  readNamedSession,
  readSessionUse,
} from '#db/read/sessions'
import { listUsers } from '#db/read/users'
import { reading } from '#db/transaction'
import type { Actor } from '../law/command.ts'
import { PAGE_SIZE, pageOf, readCursor } from '../law/list-page.ts'
import { dayIn } from '../law/time-zone.ts'
import { type Office, settingsNow } from '../office.ts'
import { asSeenBy, shownEnrolment, shownSession } from './record.ts'

/** The user whose sessions alone are shown; null: everybody's. */
function shownOnly({ id, role }: Actor): string | null {
  return may(role, 'see-office') ? null : id
}

const ROWS_AT_A_TIME = 200

/** A page of sessions. Their state is computed, so a list of one state goes on until enough are found. */
export function sessionPage(office: Office, user: Actor, args: CallArgs['sessions']['list']) {
  const {
    fromMs = ALL_TIME.startMs,
    toMs = ALL_TIME.endMs,
    state,
    newestFirst = false,
    limit = PAGE_SIZE,
  } = args
  const [startMs, id] = readCursor(args.cursor) ?? []
  let after = startMs === undefined ? undefined : { startMs: Number(startMs), id: String(id) }
  return reading(office.file.db, () => {
    const nowMs = office.clock.nowMs()
    const rows = []
    const atATime = state === undefined ? limit + 1 : ROWS_AT_A_TIME
    for (;;) {
      const some = listSessions(office.file.db, {
        fromMs,
        toMs,
        organizerId: shownOnly(user),
        newestFirst,
        after,
        limit: atATime,
      })
      const shown = some.map(row => shownSession(row, nowMs))
      rows.push(...(state === undefined ? shown : shown.filter(row => row.state === state)))
      const last = some.at(-1)
      if (!last || some.length < atATime || rows.length > limit) break
      after = { startMs: last.startMs, id: last.id }
    }
    const { page, nextCursor } = pageOf(rows, limit, last => ({ startMs: last.startMs, id: last.id }))
    return { sessions: page, nextCursor }
  })
}

const MOST_IN_A_SESSION = 1000

/** One session with everybody in it; null if there is none, or none that the user may see. */
export function oneSession(office: Office, user: Actor, sessionId: string) {
  const { db } = office.file
  return reading(db, () => {
    const named = readNamedSession(db, sessionId)
    if (!named || !decideEnrolling(named, user).ok) return null
    const list = (status: 'active' | 'waiting' | 'cancelled', limit: number) =>
      listEnrolments(db, sessionId, status, limit).map(row => asSeenBy(shownEnrolment(row), user))
    return {
      session: shownSession(named, office.clock.nowMs()),
      places: list('active', MOST_IN_A_SESSION),
      waiting: list('waiting', MOST_IN_A_SESSION),
      cancelled: list('cancelled', MOST_ENROLMENTS),
      mayKeep: may(user.role, 'hold-sessions') && decideKeeping(named, user).ok,
    }
  })
}

export function sessionUse(office: Office, user: Actor, range: CallArgs['sessions']['use']) {
  const { fromMs = ALL_TIME.startMs, toMs = ALL_TIME.endMs } = range
  return readSessionUse(office.file.db, fromMs, toMs, shownOnly(user))
}

export function sessionsOfMember(office: Office, memberId: string) {
  return enrolmentsOfMember(office.file.db, memberId, MOST_ENROLMENTS).map(shownEnrolment)
}

/** Who can hold a session: every user who may add one, and is not disabled. */
export function organizers(office: Office, user: Actor) {
  const roles = rolesThatMay('hold-sessions')
  const all = may(user.role, 'keep-all-sessions')
  return listUsers(office.file.db)
    .filter(one => !one.disabled && roles.includes(one.role) && (all || one.id === user.id))
    .map(({ id, name }) => ({ id, name }))
}

/** Machines in service, without what only those who see the office see of them. */
export function machinesToTake(office: Office) {
  const { db } = office.file
  const settings = settingsNow(db)
  const nowMs = office.clock.nowMs()
  return listMachines(db, settings, nowMs, dayIn(settings, nowMs))
    .filter(machine => machine.status !== 'out-of-service')
    .map(({ id, name, type }) => ({ id, name, type }))
}
