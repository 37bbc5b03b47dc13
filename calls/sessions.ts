import * as z from 'zod'
import type { WithoutIds } from '#booking/entities'
import { ENROLMENT_STATUSES, OPEN_TO, SESSION_LIMITS, SESSION_STATES } from '#booking/sessions/state'
import { command, question } from './call.ts'
import { MEMBER_LENGTHS, REASON_LENGTH, SESSION_LENGTHS } from './limits.ts'
import * as shape from './shapes.ts'

export const sessionRow = z.strictObject({
  id: shape.id,
  version: shape.version,
  title: z.string(),
  description: z.string(),
  place: z.string(),
  startMs: z.int(),
  endMs: z.int(),
  capacity: z.int(),
  placesLeft: z.int(),
  /** The places that are taken, how many of those who have one came, and how many wait for one. */
  taken: z.int(),
  came: z.int(),
  waiting: z.int(),
  /** Computed from the places and the time, never stored. */
  state: z.enum(SESSION_STATES),
  open: z.enum(OPEN_TO),
  /** Why it was cancelled. */
  reason: z.string(),
  organizer: shape.person,
  /** The machines that it takes whole. */
  machineIds: z.array(shape.id),
  machineNames: z.array(z.string()),
  unreadable: shape.unreadable,
})
export type SessionRow = z.infer<typeof sessionRow>
/** What the history says of a session: what people decided, not what its places come to. */
export type SessionInHistory = Omit<
  WithoutIds<SessionRow>,
  'placesLeft' | 'taken' | 'came' | 'waiting' | 'state' | 'organizer' | 'machineIds' | 'unreadable'
> & { organizerName: string; status: 'planned' | 'cancelled' }

export const enrolmentRow = z.strictObject({
  id: shape.id,
  version: shape.version,
  sessionId: shape.id,
  sessionTitle: z.string(),
  startMs: z.int(),
  endMs: z.int(),
  /** Null for a guest. */
  memberId: shape.id.nullable(),
  memberNumber: z.string(),
  /** Empty for a user who does not see the members. */
  memberPhone: z.string(),
  memberBarangay: z.string(),
  /** The member's name, or the guest's. */
  name: z.string(),
  isGuest: z.boolean(),
  status: z.enum(ENROLMENT_STATUSES),
  /** Null while nobody said whether the person came. */
  came: z.boolean().nullable(),
  enrolledBy: shape.person,
  enrolledMs: z.int(),
  reason: z.string(),
  unreadable: shape.unreadable,
})
export type EnrolmentRow = z.infer<typeof enrolmentRow>
/** What the history says of a place. */
export type EnrolmentInHistory = Pick<
  EnrolmentRow,
  'sessionTitle' | 'name' | 'isGuest' | 'status' | 'came' | 'reason'
>

const sessionFields = {
  title: shape.requiredLine(SESSION_LENGTHS.title),
  description: shape.paragraph(SESSION_LENGTHS.description).optional(),
  /** The user who holds it: left out, whoever adds it. */
  organizerId: shape.id.optional(),
  place: shape.line(SESSION_LENGTHS.place).optional(),
  startMs: shape.instant,
  endMs: shape.instant,
  capacity: z
    .int('must be a whole number')
    .min(SESSION_LIMITS.capacity.min, `must be at least ${SESSION_LIMITS.capacity.min}`)
    .max(SESSION_LIMITS.capacity.max),
  machineIds: z.array(shape.id).max(SESSION_LIMITS.machines).optional(),
  open: z.enum(OPEN_TO),
}
const outcome = shape.outcomeOf('session', sessionRow)
const enrolmentOutcome = shape.outcomeOf('enrolment', enrolmentRow)
const onSession = { ...shape.command, sessionId: shape.id, ...shape.onVersion }
const onEnrolment = { ...shape.command, enrolmentId: shape.id, ...shape.onVersion }
const range = { fromMs: shape.instant.optional(), toMs: shape.instant.optional() }

const use = z.strictObject({
  /** Sessions that were not cancelled, and those that were. */
  sessions: z.int(),
  cancelled: z.int(),
  /** Places in all, those that are taken, and how many wait for one. */
  places: z.int(),
  taken: z.int(),
  waiting: z.int(),
  /** Of the sessions in which it was marked who came: the places taken, and how many came. */
  marked: z.int(),
  came: z.int(),
})
export type SessionUse = z.infer<typeof use>

/** Sessions with places (D3, B5): training and milling days. Organizers see their own, everybody else all. */
export const sessions = {
  add: command('hold-sessions')
    .input(z.strictObject({ ...shape.command, ...sessionFields }))
    .output(outcome),
  /** What is left out stays as it is. */
  change: command('hold-sessions')
    .input(z.strictObject({ ...onSession, ...z.object(sessionFields).partial().shape }))
    .output(outcome),
  cancel: command('hold-sessions')
    .input(z.strictObject({ ...onSession, reason: shape.line(REASON_LENGTH).optional() }))
    .output(outcome),
  /** One session, who has a place in it by name, who waits in turn, and the last who gave their place back. */
  get: question('enrol', 'session', 'enrolment', 'member', 'machine', 'user')
    .input(z.strictObject({ sessionId: shape.id }))
    .output(
      z
        .strictObject({
          session: sessionRow,
          places: z.array(enrolmentRow),
          waiting: z.array(enrolmentRow),
          cancelled: z.array(enrolmentRow),
          /** Whether the user may change and cancel it. */
          mayKeep: z.boolean(),
        })
        .nullable(),
    ),
  /** Sessions that overlap [fromMs, toMs), the earliest first, or the newest. */
  list: question('enrol', 'session', 'enrolment', 'machine', 'user')
    .input(
      z.strictObject({
        ...range,
        state: z.enum(SESSION_STATES).optional(),
        newestFirst: z.boolean().optional(),
        cursor: shape.cursor.optional(),
        limit: shape.pageLimit.optional(),
      }),
    )
    .output(z.strictObject({ sessions: z.array(sessionRow), nextCursor: z.string().nullable() })),
  /** How much of their capacity is used, over the sessions that overlap [fromMs, toMs). */
  use: question('enrol', 'session', 'enrolment').input(z.strictObject(range)).output(use),
  /** A member's places and turns, the latest session first; at most 50. */
  ofMember: question('see-office', 'session', 'enrolment', 'member', 'user')
    .input(z.strictObject({ memberId: shape.id }))
    .output(z.array(enrolmentRow)),
  /** The users who can be named as organizers. */
  organizers: question('hold-sessions', 'user').input(z.strictObject({})).output(z.array(shape.person)),
  /** The machines in service that a session can take, by name. */
  machines: question('hold-sessions', 'machine', 'machine-type')
    .input(z.strictObject({}))
    .output(z.array(z.strictObject({ id: shape.id, name: z.string(), type: z.string() }))),
  /**
   * A place for a member, by their id or their exact number, or for a guest by name. In a full session, `wait` puts the
   * person on its waiting list.
   */
  enrol: command('enrol')
    .input(
      z
        .strictObject({
          ...shape.command,
          sessionId: shape.id,
          memberId: shape.id.optional(),
          memberNumber: shape.requiredLine(MEMBER_LENGTHS.number).optional(),
          guest: shape.requiredLine(SESSION_LENGTHS.guest).optional(),
          wait: z.boolean().optional(),
        })
        .refine(
          ({ memberId, memberNumber, guest }) =>
            [memberId, memberNumber, guest].filter(one => one !== undefined).length === 1,
          { path: ['memberId'], message: 'must be given, or memberNumber or guest, but only one of them' },
        ),
    )
    .output(enrolmentOutcome),
  /** Gives a place or a turn back, before the session begins. */
  cancelEnrolment: command('enrol')
    .input(z.strictObject({ ...onEnrolment, reason: shape.line(REASON_LENGTH).optional() }))
    .output(enrolmentOutcome),
  /** Whether somebody with a place came; null: that was a slip. */
  attended: command('enrol')
    .input(z.strictObject({ ...onEnrolment, came: z.boolean().nullable() }))
    .output(enrolmentOutcome),
}
