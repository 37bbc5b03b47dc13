import * as z from 'zod'
import type { Entity, WithoutIds } from '#booking/entities'
import type { MaintenanceKind } from '#booking/maintenance/kinds'
import { MEMBER_KINDS } from '#booking/members/kind'
import type { BookingFact, SeenRow } from './booking-facts.ts'
import { quoted } from './money.ts'
import * as shape from './shapes.ts'

export const bookingRow = z.strictObject({
  id: shape.id,
  version: shape.version,
  /** Short, for people to say and to search by. No two bookings of an office have the same. */
  number: z.int(),
  status: shape.bookingStatus,
  machineId: shape.id,
  machineName: z.string(),
  memberId: shape.id,
  memberName: z.string(),
  memberNumber: z.string(),
  memberPhone: z.string(),
  memberBarangay: z.string(),
  period: shape.period,
  /** What the period covers, without buffers. */
  startMs: z.int(),
  endMs: z.int(),
  units: z.int(),
  purpose: z.string(),
  /** The member's field where the work is done. */
  fieldId: shape.id.nullable(),
  fieldName: z.string().nullable(),
  requestedBy: shape.person,
  requestedMs: z.int(),
  /** Why it was rejected, cancelled or last moved; empty where no reason was given. */
  reason: z.string(),
  handedOverMs: z.int().nullable(),
  returnedMs: z.int().nullable(),
  /** When somebody expects the machine back; null if nobody said. */
  expectedBackMs: z.int().nullable(),
  /** Whether it was promised to a member or to somebody else; null before the promise. */
  memberKind: z.enum(MEMBER_KINDS).nullable(),
  /** Why a manager booked it although a quota was reached or an earlier job was open; empty if nothing was passed over. */
  overrideReason: z.string(),
  /** The machine is still out with the member after the booking's end. */
  overdue: z.boolean(),
  /** What was recorded of its use was corrected later. */
  corrected: z.literal(true).optional(),
  unreadable: shape.unreadable,
})
export type BookingRow = z.infer<typeof bookingRow>
/** The kinds of records that a booking's row shows: a question that answers with bookings names them all. */
export const BOOKING_SHOWS = ['booking', 'machine', 'member', 'field', 'user'] as const satisfies Entity[]
/** What the history says of a booking. */
export type BookingInHistory = Omit<
  WithoutIds<BookingRow>,
  | 'number'
  | 'memberNumber'
  | 'memberPhone'
  | 'memberBarangay'
  | 'startMs'
  | 'endMs'
  | 'requestedBy'
  | 'requestedMs'
  | 'memberKind'
  | 'overdue'
  | 'corrected'
  | 'unreadable'
> & {
  /** What somebody noted: kept in the history only, so that each note stays with its date and its author. */
  note?: string
  /** What was recorded at a hand-over or a return. */
  meterHours?: number
  fuel?: BookingFact['fuel']
  readingReason?: string
  implements?: string[]
  slip?: string
  work?: BookingFact['work']
  /** Of the measured work. */
  priceCentavos?: number
  lateFeeCentavos?: number
  waivedCentavos?: number
  waivedBecause?: string
  condition?: SeenRow[]
  /** The hashes of its photos; how many there are, in lines of an older version. */
  photos?: string[] | number
  /** What the PC's clock showed when the booking was requested or handed over, if it was ahead (decision 20). */
  clockShowedMs?: number
  /** Until when the machine's time is kept shut, as it was at the end of the booking and not back. */
  shutUntilMs?: number
  /** What makes it impossible to keep this promise for now: a machine that is not back, or a repair. */
  hitBy?: HitBy
  /** What its member was told about that. */
  told?: string
}
/** The member who still has the machine, or the kind of repair that it is under. */
export type HitBy = { memberName: string } | { maintenanceKind: MaintenanceKind } | { batchSacks: number }

export const alternative = z.strictObject({
  machineId: shape.id,
  machineName: z.string(),
  period: shape.period,
})
export type Alternative = z.infer<typeof alternative>

/** Whether a move of the booking that the check leaves out would take its approval away. */
const approvalAgain = z.literal(true).optional()
const free = z.strictObject({ free: z.literal(true), approvalAgain })
const notFree = z.strictObject({
  free: z.literal(false),
  approvalAgain,
  refusal: shape.refusal,
  alternatives: z.array(alternative),
})

/** The answer to the question whether a time is free. */
export const availability = z.discriminatedUnion('free', [free, notFree])

/** Why a promise cannot be kept for now. */
export const settling = z.strictObject({
  /**
   * Hit: something without a known end reaches it. Displaced: it lost its time to a repair. Overlap: somebody else was
   * promised the machine too, as the conflict scan found.
   */
  why: z.enum(['hit', 'displaced', 'overlap']),
  /**
   * The booking with which the machine is still out or that keeps the time, or the repair. Null if another program
   * displaced it, and if the machine may not be promised to anybody.
   */
  by: shape.inTheWay.nullable(),
  /** When that is expected to end; null if it has ended. */
  expectedEndMs: z.int().nullable(),
  sinceMs: z.int(),
  /** What the member was told, by whom and when; null if nobody noted it. */
  told: z.strictObject({ note: z.string(), byName: z.string(), atMs: z.int() }).nullable(),
})
export type Settling = z.infer<typeof settling>

/** A booking that waits, with what a decision about it needs. */
export const waitingRow = z.strictObject({
  booking: bookingRow,
  /** At the machine's rate; null if it has none. */
  price: quoted.nullable(),
  /** How full a shared machine is at its fullest once this is approved; null if it is rented as a whole. */
  ifApproved: z.strictObject({ units: z.int(), capacity: z.int(), unitName: z.string() }).nullable(),
  /** What approving would be told now; null if it would be done. */
  refusal: shape.refusal.nullable(),
  /** How many other waiting bookings cannot be approved beside it. */
  rivals: z.int(),
})
export type WaitingRow = z.infer<typeof waitingRow>

export const bookingYes = z.strictObject({ ok: z.literal(true), booking: bookingRow })
/** `current`: the booking as it stands now; `alternatives`: free times instead, where there can be some. */
export const bookingNo = z.strictObject({
  ok: z.literal(false),
  refusal: shape.refusal,
  current: bookingRow.optional(),
  alternatives: z.array(alternative).optional(),
})
export const bookingOutcome = z.discriminatedUnion('ok', [bookingYes, bookingNo])
