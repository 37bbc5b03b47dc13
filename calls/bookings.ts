import { oc } from '@orpc/contract'
import * as z from 'zod'
import { historyRow } from './history.ts'
import { PURPOSE_LENGTH, REASON_LENGTH, SEARCH_LENGTH } from './limits.ts'
import { memberRow } from './members.ts'
import * as shape from './shapes.ts'

const bookingRow = z.strictObject({
  id: shape.id,
  version: shape.version,
  status: shape.bookingStatus,
  machineId: shape.id,
  machineName: z.string(),
  memberId: shape.id,
  memberName: z.string(),
  memberNumber: z.string(),
  memberPhone: z.string(),
  period: shape.period,
  /** What the period covers, without buffers. */
  startMs: z.int(),
  endMs: z.int(),
  units: z.int(),
  purpose: z.string(),
  requestedBy: shape.person,
  requestedMs: z.int(),
  /** Why it was rejected, cancelled or last moved; empty where nobody said. */
  reason: z.string(),
  handedOverMs: z.int().nullable(),
  returnedMs: z.int().nullable(),
  /** Out with the member and past its end. */
  overdue: z.boolean(),
})
export type BookingRow = z.infer<typeof bookingRow>

export const alternative = z.strictObject({
  machineId: shape.id,
  machineName: z.string(),
  period: shape.period,
})
export type Alternative = z.infer<typeof alternative>

const free = z.strictObject({ free: z.literal(true) })
const notFree = z.strictObject({
  free: z.literal(false),
  refusal: shape.refusal,
  alternatives: z.array(alternative),
})

const bookingYes = z.strictObject({ ok: z.literal(true), booking: bookingRow })
/** `current`: the booking as it stands now; `alternatives`: free times instead, where there can be some. */
const bookingNo = z.strictObject({
  ok: z.literal(false),
  refusal: shape.refusal,
  current: bookingRow.optional(),
  alternatives: z.array(alternative).optional(),
})
const bookingOutcome = z.discriminatedUnion('ok', [bookingYes, bookingNo])

const slot = { machineId: shape.id, period: shape.period, units: shape.units.optional() }
const onBooking = { ...shape.command, bookingId: shape.id, ...shape.onVersion }
const why = shape.requiredLine(REASON_LENGTH)

export const bookings = {
  /** Never writes, never cached. `formId` leaves out that form's own hold. */
  check: oc
    .input(z.strictObject({ ...slot, exceptBookingId: shape.id.optional(), formId: shape.newId.optional() }))
    .output(z.discriminatedUnion('free', [free, notFree])),
  /**
   * Keeps the time for a form that is being filled, five minutes from its last change; one hold a form. A booking
   * that is being moved already blocks its own time, so its form holds only the part outside it. `expiresMs` is null
   * where nothing lies outside, or parts lie on both sides: nothing is held then, and Save decides.
   */
  hold: oc
    .input(z.strictObject({ formId: shape.newId, ...slot, exceptBookingId: shape.id.optional() }))
    .output(
      z.discriminatedUnion('ok', [
        z.strictObject({ ok: z.literal(true), expiresMs: z.int().nullable() }),
        shape.refused,
      ]),
    ),
  release: oc.input(z.strictObject({ formId: shape.newId })).output(z.strictObject({ ok: z.literal(true) })),
  request: oc
    .input(
      z.strictObject({
        ...shape.command,
        memberId: shape.id,
        ...slot,
        purpose: shape.line(PURPOSE_LENGTH).optional(),
        formId: shape.newId.optional(),
      }),
    )
    .output(bookingOutcome),
  approve: oc.input(z.strictObject(onBooking)).output(bookingOutcome),
  reject: oc.input(z.strictObject({ ...onBooking, reason: why })).output(bookingOutcome),
  cancel: oc.input(z.strictObject({ ...onBooking, reason: why })).output(bookingOutcome),
  move: oc
    .input(
      z.strictObject({
        ...onBooking,
        machineId: shape.id.optional(),
        period: shape.period,
        units: shape.units.optional(),
        reason: shape.line(REASON_LENGTH).optional(),
        formId: shape.newId.optional(),
      }),
    )
    .output(bookingOutcome),
  handOver: oc.input(z.strictObject({ ...onBooking, atMs: shape.instant })).output(bookingOutcome),
  return: oc.input(z.strictObject({ ...onBooking, atMs: shape.instant })).output(bookingOutcome),
  noShow: oc.input(z.strictObject(onBooking)).output(bookingOutcome),
  get: oc.input(z.strictObject({ bookingId: shape.id })).output(
    z.strictObject({
      booking: bookingRow.nullable(),
      history: z.array(historyRow),
      /** For whoever decides: the member and how earlier bookings ended, by status. */
      member: memberRow.nullable(),
      memberCounts: z.record(z.string(), z.int()),
      /** What stands on the machine just before and after: at most three on each side. */
      before: z.array(bookingRow),
      after: z.array(bookingRow),
    }),
  ),
  /** By start, newest first unless `order` says otherwise. `text` looks in the member's name and number and the machine's name. */
  list: oc
    .input(
      z.strictObject({
        /** One, or any of several. */
        status: z.union([shape.bookingStatus, z.array(shape.bookingStatus).max(8)]).optional(),
        machineId: shape.id.optional(),
        memberId: shape.id.optional(),
        text: z.string().max(SEARCH_LENGTH).optional(),
        /** Only what touches this stretch of time. */
        fromMs: shape.instant.optional(),
        toMs: shape.instant.optional(),
        order: z.enum(['newest', 'oldest']).optional(),
        cursor: shape.cursor.optional(),
        limit: shape.pageLimit.optional(),
      }),
    )
    .output(z.strictObject({ bookings: z.array(bookingRow), nextCursor: z.string().nullable() })),
}
