/** Who may have a place of a session: any member, only verified ones, or anybody by name. */
export const OPEN_TO = ['members', 'verified', 'anybody'] as const
export type OpenTo = (typeof OPEN_TO)[number]

/** What the file keeps of a session. Everything else about its state is computed. */
export const SESSION_STATUSES = ['planned', 'cancelled'] as const
export type SessionStatus = (typeof SESSION_STATUSES)[number]

/** How a session stands, as it is shown. `under-way` and `past` say more than that it is full. */
export const SESSION_STATES = ['open', 'full', 'under-way', 'past', 'cancelled'] as const
export type SessionState = (typeof SESSION_STATES)[number]

/** An active enrolment is a place. `waiting`: for a place, in turn. */
export const ENROLMENT_STATUSES = ['active', 'waiting', 'cancelled'] as const
export type EnrolmentStatus = (typeof ENROLMENT_STATUSES)[number]

/** The limits of a session. Its length is that of the longest block of a machine without the days at its edges. */
export const SESSION_LIMITS = {
  capacity: { min: 1, max: 1000 },
  days: 390,
  /** How far ahead it may begin: five years. A later date is a typing error. */
  horizonDays: 1826,
  /** How many machines one session may take. */
  machines: 20,
  /** How many may wait for a place. */
  waiting: 1000,
} as const

/** A session is nearly full at so many percent of its places, unless the settings say otherwise (D3). */
export const NEARLY_FULL_PERCENT = 80

/** A session as far as its state depends on it. Instants in UTC epoch milliseconds, half-open. */
export type Timed = {
  readonly status: SessionStatus
  readonly startMs: number
  readonly endMs: number
  readonly capacity: number
}

/** How many places are left: never fewer than none, whatever another program wrote. */
export function placesLeft({ capacity }: Pick<Timed, 'capacity'>, taken: number): number {
  return Math.max(0, capacity - taken)
}

/** The state of a session at an instant, by its times and the places that are taken. */
export function sessionState(session: Timed, taken: number, nowMs: number): SessionState {
  if (session.status === 'cancelled') return 'cancelled'
  if (nowMs >= session.endMs) return 'past'
  if (nowMs >= session.startMs) return 'under-way'
  return placesLeft(session, taken) === 0 ? 'full' : 'open'
}

/**
 * Whether a session just became nearly full: from now on, at least so many percent of its places are taken, and before
 * that they were not. Its organizer is told once each time that it gets there.
 */
export function becameNearlyFull(
  capacity: number,
  places: { readonly before: number; readonly after: number },
  percent: number,
): boolean {
  const isNearly = (taken: number) => taken * 100 >= capacity * percent
  return isNearly(places.after) && !isNearly(places.before)
}
