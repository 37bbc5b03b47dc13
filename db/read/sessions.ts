import {
  type EnrolmentStatus,
  type OpenTo,
  SESSION_LIMITS,
  type SessionStatus,
} from '#booking/sessions/state'
import { preparedSql, type ReadDb } from '../file.ts'
import { readingById } from '../rows.ts'
import { type enrolments, enrolments as enrolmentTable, sessions } from '../tables/sessions.ts'

type SessionRow = typeof sessions.$inferSelect
export type StoredEnrolment = typeof enrolments.$inferSelect
/** A session with the machines that it takes, in the order of their ids. */
export type StoredSession = SessionRow & { machineIds: string[] }

const readRow = readingById(sessions)
export const readEnrolment = readingById(enrolmentTable)

const machinesOf = preparedSql<{ sessionId: string }, { machineId: string; status: string }>(`
  SELECT machine_id AS machineId, status FROM session_machines
  WHERE session_id = @sessionId AND status <> 'removed' ORDER BY machine_id`)

export function readSession(db: ReadDb, id: string): StoredSession | undefined {
  const row = readRow(db, id)
  return (
    row && {
      ...row,
      machineIds: machinesOf(db)
        .all({ sessionId: id })
        .map(one => one.machineId),
    }
  )
}

const everyMachine = preparedSql<{ sessionId: string }, { id: string; machineId: string; status: string }>(
  'SELECT id, machine_id AS machineId, status FROM session_machines WHERE session_id = @sessionId',
)
/** Every machine that a session ever took, with how it is now. */
export function readSessionMachines(db: ReadDb, sessionId: string) {
  return everyMachine(db).all({ sessionId })
}

/** A session as it is shown, with what its places come to. */
export type NamedSession = {
  id: string
  version: number
  title: string
  description: string
  place: string
  startMs: number
  endMs: number
  capacity: number
  openTo: OpenTo
  status: SessionStatus
  reason: string
  organizerId: string
  organizerName: string
  taken: number
  came: number
  waiting: number
  /** JSON: the machines by name, each with its id. */
  machines: string
}

// Places are counted from the index alone.
const SHOWN = `
  SELECT s.id, s.version, s.title, s.description, s.place, s.start_ms AS startMs, s.end_ms AS endMs, s.capacity,
    s.open_to AS openTo, s.status, s.reason, s.organizer_id AS organizerId, coalesce(u.name, '') AS organizerName,
    (SELECT count(*) FROM enrolments e WHERE e.session_id = s.id AND e.status = 'active') AS taken,
    (SELECT count(*) FROM enrolments e WHERE e.session_id = s.id AND e.status = 'active' AND e.came = 1) AS came,
    (SELECT count(*) FROM enrolments e WHERE e.session_id = s.id AND e.status = 'waiting') AS waiting,
    (SELECT json_group_array(json_object('id', c.id, 'name', c.name) ORDER BY c.name)
     FROM session_machines m JOIN machines c ON c.id = m.machine_id
     WHERE m.session_id = s.id AND m.status <> 'removed') AS machines
  FROM sessions s LEFT JOIN users u ON u.id = s.organizer_id`

const one = preparedSql<{ id: string }, NamedSession>(`${SHOWN} WHERE s.id = @id`)

export function readNamedSession(db: ReadDb, id: string): NamedSession | undefined {
  return one(db).get({ id })
}

type Page = { fromMs: number; toMs: number; organizerId: string; atMs: number; id: string; limit: number }
const within = `s.start_ms < @toMs AND s.end_ms > @fromMs AND (@organizerId = '' OR s.organizer_id = @organizerId)`
const earliestFirst = preparedSql<Page, NamedSession>(`
  ${SHOWN} WHERE ${within} AND (s.start_ms, s.id) > (@atMs, @id) ORDER BY s.start_ms, s.id LIMIT @limit`)
const newestFirst = preparedSql<Page, NamedSession>(`
  ${SHOWN} WHERE ${within} AND (s.start_ms, s.id) < (@atMs, @id) ORDER BY s.start_ms DESC, s.id DESC LIMIT @limit`)

export type SessionRange = {
  /** Sessions that overlap [fromMs, toMs). */
  fromMs: number
  toMs: number
  /** Only this user's; null: everybody's. */
  organizerId: string | null
  newestFirst: boolean
  after: { startMs: number; id: string } | undefined
  limit: number
}

/** A page of sessions, by when they begin. */
export function listSessions(db: ReadDb, range: SessionRange): NamedSession[] {
  const { organizerId, after, ...rest } = range
  const first = range.newestFirst
    ? { atMs: Number.MAX_SAFE_INTEGER, id: '' }
    : { atMs: Number.MIN_SAFE_INTEGER, id: '' }
  const from = after ? { atMs: after.startMs, id: after.id } : first
  const query = range.newestFirst ? newestFirst : earliestFirst
  return query(db).all({ ...rest, organizerId: organizerId ?? '', ...from })
}

export type NamedEnrolment = {
  id: string
  version: number
  sessionId: string
  memberId: string | null
  guest: string | null
  status: EnrolmentStatus
  came: number | null
  turn: number
  reason: string
  enrolledBy: string | null
  enrolledMs: number
  userName: string | null
  memberName: string | null
  memberNumber: string | null
  memberPhone: string | null
  memberBarangay: string | null
  verified: number | null
  suspended: number | null
  suspendedReason: string | null
  title: string
  startMs: number
  endMs: number
  organizerId: string
}

const ENROLLED = `
  SELECT e.id, e.version, e.session_id AS sessionId, e.member_id AS memberId, e.guest, e.status, e.came, e.turn, e.reason,
    e.enrolled_by AS enrolledBy, e.enrolled_ms AS enrolledMs, u.name AS userName, m.name AS memberName,
    m.number AS memberNumber, m.phone AS memberPhone, m.barangay AS memberBarangay, m.verified, m.suspended,
    m.suspended_reason AS suspendedReason, s.title, s.start_ms AS startMs, s.end_ms AS endMs,
    s.organizer_id AS organizerId
  FROM enrolments e JOIN sessions s ON s.id = e.session_id LEFT JOIN members m ON m.id = e.member_id
  LEFT JOIN users u ON u.id = e.enrolled_by`
const oneEnrolment = preparedSql<{ id: string }, NamedEnrolment>(`${ENROLLED} WHERE e.id = @id`)
const inSession = preparedSql<{ sessionId: string; status: string; limit: number }, NamedEnrolment>(`
  ${ENROLLED} WHERE e.session_id = @sessionId AND e.status = @status
  ORDER BY CASE @status WHEN 'waiting' THEN e.turn ELSE 0 END, coalesce(m.name, e.guest) COLLATE NOCASE, e.id LIMIT @limit`)
const ofMember = preparedSql<{ memberId: string; limit: number }, NamedEnrolment>(`
  ${ENROLLED} WHERE e.member_id = @memberId ORDER BY s.start_ms DESC, e.id DESC LIMIT @limit`)
const inOrOut = preparedSql<
  { sessionId: string },
  { id: string; status: EnrolmentStatus; memberId: string | null; guest: string | null }
>(`
  SELECT id, status, member_id AS memberId, guest FROM enrolments
  WHERE session_id = @sessionId AND status IN ('active', 'waiting')`)

export function readNamedEnrolment(db: ReadDb, id: string): NamedEnrolment | undefined {
  return oneEnrolment(db).get({ id })
}

/** Those of a session who are in one status: who waits in turn, everybody else by name. */
export function listEnrolments(db: ReadDb, sessionId: string, status: EnrolmentStatus, limit: number) {
  return inSession(db).all({ sessionId, status, limit })
}

/** A member's places and turns, the latest session first. */
export function enrolmentsOfMember(db: ReadDb, memberId: string, limit: number): NamedEnrolment[] {
  return ofMember(db).all({ memberId, limit })
}

/** Who has a place or waits for one. */
export function readWhoIsIn(db: ReadDb, sessionId: string) {
  return inOrOut(db).all({ sessionId })
}

const places = preparedSql<
  { sessionId: string },
  { taken: number; waiting: number; lastTurn: number | null }
>(`
  SELECT (SELECT count(*) FROM enrolments WHERE session_id = @sessionId AND status = 'active') AS taken,
    (SELECT count(*) FROM enrolments WHERE session_id = @sessionId AND status = 'waiting') AS waiting,
    (SELECT max(turn) FROM enrolments WHERE session_id = @sessionId) AS lastTurn`)

export function countPlaces(db: ReadDb, sessionId: string) {
  return places(db).get({ sessionId }) ?? { taken: 0, waiting: 0, lastTurn: null }
}

export type SessionUse = {
  sessions: number
  cancelled: number
  places: number
  taken: number
  waiting: number
  /** Of the sessions in which somebody was marked: their places taken, and who came. */
  marked: number
  came: number
}
const use = preparedSql<{ fromMs: number; toMs: number; organizerId: string }, SessionUse>(`
  SELECT count(*) FILTER (WHERE status = 'planned') AS sessions, count(*) FILTER (WHERE status = 'cancelled') AS cancelled,
    coalesce(sum(capacity) FILTER (WHERE status = 'planned'), 0) AS places,
    coalesce(sum(taken) FILTER (WHERE status = 'planned'), 0) AS taken,
    coalesce(sum(waiting) FILTER (WHERE status = 'planned'), 0) AS waiting,
    coalesce(sum(taken) FILTER (WHERE status = 'planned' AND said > 0), 0) AS marked,
    coalesce(sum(came) FILTER (WHERE status = 'planned'), 0) AS came
  FROM (
    SELECT s.status, min(s.capacity, ${SESSION_LIMITS.capacity.max}) AS capacity,
      (SELECT count(*) FROM enrolments e WHERE e.session_id = s.id AND e.status = 'active') AS taken,
      (SELECT count(*) FROM enrolments e WHERE e.session_id = s.id AND e.status = 'waiting') AS waiting,
      (SELECT count(*) FROM enrolments e WHERE e.session_id = s.id AND e.status = 'active' AND e.came = 1) AS came,
      (SELECT count(*) FROM enrolments e WHERE e.session_id = s.id AND e.status = 'active' AND e.came >= 0) AS said
    FROM sessions s WHERE ${within})`)

/** What the sessions of a time come to. */
export function readSessionUse(
  db: ReadDb,
  fromMs: number,
  toMs: number,
  organizerId: string | null,
): SessionUse {
  const none = { sessions: 0, cancelled: 0, places: 0, taken: 0, waiting: 0, marked: 0, came: 0 }
  return use(db).get({ fromMs, toMs, organizerId: organizerId ?? '' }) ?? none
}

const times = preparedSql<
  { fromMs: number; toMs: number },
  { machineId: string; startMs: number; endMs: number }
>(`
  SELECT m.machine_id AS machineId, s.start_ms AS startMs, s.end_ms AS endMs
  FROM sessions s CROSS JOIN session_machines m
  WHERE s.status = 'planned' AND s.start_ms < @toMs AND s.end_ms > @fromMs AND m.session_id = s.id AND m.status = 'taken'`)

/** When sessions take machines, in [fromMs, toMs). */
export function readSessionTimes(db: ReadDb, fromMs: number, toMs: number) {
  return times(db).all({ fromMs, toMs })
}
