import {
  decideApproval,
  decideExpectation,
  decideNoShow,
  decideStatusChange,
} from '#booking/bookings/decide-life'
import type { StoredBooking } from '#db/read/bookings'
import { type BookingChange, updateBooking } from '#db/write/bookings'
import { changeRecord } from '../law/change-record.ts'
import { type CommandContext, commandOn } from '../law/command.ts'
import { tell } from '../notices/tell.ts'
import { freesTime } from '../waiting/frees-time.ts'
import { approvalFacts } from './approval-facts.ts'
import { keepOpenBlocks } from './open-blocks.ts'
import { promisedAt } from './price.ts'
import { bookingRecord } from './record.ts'

// The life of a booking after the request (C1, C2), but for the hand-over and the return (`out-and-back.ts`). Each command
// lets the rules decide, then writes.

export const approve = commandOn('bookings.approve', bookingRecord, (context, stored) => {
  const decision = decideApproval(stored, approvalFacts(context.tx, context, stored))
  if (!decision.ok) return decision
  const at = promisedAt(context.tx, context.calendar, stored)
  const approved = change(context, stored, { status: 'approved', reason: '', ...at })
  tell(context, bookingRecord, stored.id, { kind: 'approved', forUser: approved.booking.requestedBy.id })
  return approved
})

export const reject = freesTime(
  commandOn('bookings.reject', bookingRecord, (context, stored, { reason }) => {
    const decision = decideStatusChange(stored, 'rejected')
    if (!decision.ok) return decision
    const rejected = change(context, stored, { status: 'rejected', reason })
    tell(context, bookingRecord, stored.id, {
      kind: 'rejected',
      forUser: rejected.booking.requestedBy.id,
      reason,
    })
    return rejected
  }),
)

export const cancel = freesTime(
  commandOn('bookings.cancel', bookingRecord, (context, stored, { reason }) => {
    const decision = decideStatusChange(stored, 'cancelled')
    if (!decision.ok) return decision
    const cancelled = change(context, stored, { status: 'cancelled', reason })
    const { requestedBy } = cancelled.booking
    tell(context, bookingRecord, stored.id, { kind: 'cancelled', forUser: requestedBy.id, reason })
    tell(context, bookingRecord, stored.id, { kind: 'cancelled', forThoseWhoMay: 'decide-bookings', reason })
    return cancelled
  }),
)

/** The file keeps the machine's time shut until then; whoever was promised it is hit. */
export const expect = freesTime(
  commandOn('bookings.expect', bookingRecord, (context, stored, { backMs }) => {
    const { nowMs, calendar } = context
    const decision = decideExpectation(stored, { nowMs, backMs, calendar })
    if (!decision.ok) return decision
    const expected = change(context, stored, { expectedBackMs: backMs })
    keepOpenBlocks(context, stored.machineId)
    return expected
  }),
)

export const noShow = freesTime(
  commandOn('bookings.noShow', bookingRecord, (context, stored) => {
    const decision = decideNoShow(stored, context.nowMs)
    if (!decision.ok) return decision
    const noted = change(context, stored, { status: 'no-show' })
    tell(context, bookingRecord, stored.id, { kind: 'no-show', forThoseWhoMay: 'decide-bookings' })
    return noted
  }),
)

/** Changes nothing but the version: the note is in the history. */
export const note = commandOn('bookings.note', bookingRecord, (context, { id }, { text }) =>
  changeRecord(context, bookingRecord, id, () => updateBooking(context.tx, id, {}), { note: text }),
)

function change(context: CommandContext, stored: StoredBooking, to: BookingChange) {
  return changeRecord(context, bookingRecord, stored.id, () => updateBooking(context.tx, stored.id, to))
}
