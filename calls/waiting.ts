import * as z from 'zod'
import type { WithoutIds } from '#booking/entities'
import { WAITING_STATUSES } from '#booking/waiting/status'
import { bookingOutcome } from './booking-rows.ts'
import { command, question } from './call.ts'
import { length } from './free.ts'
import { REASON_LENGTH } from './limits.ts'
import * as shape from './shapes.ts'

/** What is offered to somebody who waits. */
export const offer = z.strictObject({
  id: shape.id,
  machineId: shape.id,
  machineName: z.string(),
  period: shape.period,
  madeMs: z.int(),
  /** When it is over, as far as the clock says now: only the time in which the office is open counts. */
  untilMs: z.int(),
})
const waitingRow = z.strictObject({
  id: shape.id,
  version: shape.version,
  status: z.enum(WAITING_STATUSES),
  memberId: shape.id,
  memberName: z.string(),
  memberNumber: z.string(),
  memberPhone: z.string(),
  memberBarangay: z.string(),
  /** One of the two; `what` is its name. */
  machineId: shape.id.nullable(),
  typeId: shape.id.nullable(),
  what: z.string(),
  fromDay: z.string(),
  toDay: z.string(),
  length,
  units: z.int(),
  requestedBy: shape.person,
  requestedMs: z.int(),
  /** Why it was moved up or withdrawn last. */
  reason: z.string(),
  offer: offer.nullable(),
  unreadable: shape.unreadable,
})
export type WaitingListRow = z.infer<typeof waitingRow>
/** What the history says of somebody who waits. */
export type WaitingInHistory = Omit<
  WithoutIds<WaitingListRow>,
  'memberNumber' | 'memberPhone' | 'memberBarangay' | 'requestedBy' | 'requestedMs' | 'offer' | 'unreadable'
> & {
  /** Before whom it was moved up. */
  movedBefore?: string
  offered?: string
  offerEnded?: string
}

const outcome = shape.outcomeOf('waiting', waitingRow)
const onWaiting = { ...shape.command, waitingId: shape.id, ...shape.onVersion }

export const waiting = {
  /** Those who wait, in turn. */
  list: question('see-office', 'waiting', 'machine', 'machine-type', 'member', 'user')
    .input(z.strictObject({ cursor: shape.cursor.optional(), limit: shape.pageLimit.optional() }))
    .output(z.strictObject({ waiting: z.array(waitingRow), nextCursor: z.string().nullable() })),
  /** Puts a member on the list for a machine or for any of a type. If something fits already, it is offered at once. */
  add: command('enter-bookings')
    .input(
      z
        .strictObject({
          ...shape.command,
          memberId: shape.id,
          /** One of the two. */
          typeId: shape.id.optional(),
          machineId: shape.id.optional(),
          fromDay: shape.localDay,
          toDay: shape.localDay,
          length,
          units: shape.units.optional(),
        })
        .refine(wanted => (wanted.typeId === undefined) !== (wanted.machineId === undefined), {
          path: ['typeId'],
          message: 'must be given, or machineId, but not both',
        }),
    )
    .output(outcome),
  withdraw: command('enter-bookings')
    .input(z.strictObject({ ...onWaiting, reason: shape.line(REASON_LENGTH).optional() }))
    .output(outcome),
  /** Puts somebody before one of those who come first, or before all others. The reason is kept. */
  moveUp: command('decide-bookings')
    .input(
      z.strictObject({
        ...onWaiting,
        beforeId: shape.id.optional(),
        reason: shape.requiredLine(REASON_LENGTH),
      }),
    )
    .output(outcome),
  /** The member takes what is offered: it becomes a booking, which waits for approval like any other. */
  accept: command('enter-bookings')
    .input(z.strictObject({ ...shape.command, offerId: shape.id }))
    .output(bookingOutcome),
  /** The member does not take it: it goes to the next, and the member waits for another time. */
  decline: command('enter-bookings')
    .input(z.strictObject({ ...shape.command, offerId: shape.id }))
    .output(outcome),
}
