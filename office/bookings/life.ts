import { type Block, blocksOfMachineOut } from '#booking/availability/block'
import {
  decideApproval,
  decideExpectation,
  decideHandOver,
  decideNoShow,
  decideReturn,
  decideStatusChange,
  type Happened,
} from '#booking/bookings/decide-life'
import type { BookingInHistory } from '#calls/bookings'
import { readMachineOut } from '#db/read/availability'
import type { StoredBooking } from '#db/read/bookings'
import { type BookingChange, updateBooking } from '#db/write/bookings'
import { allBlocks } from '../availability/slots.ts'
import { changeRecord } from '../law/change-record.ts'
import { type CommandContext, commandOn } from '../law/command.ts'
import { tell } from '../notices/tell.ts'
import { freesTime } from '../waiting/frees-time.ts'
import { approvalFacts, partiesOf } from './approval-facts.ts'
import { keepOpenBlocks } from './open-blocks.ts'
import { bookingRecord } from './record.ts'

// The life of a booking after the request (C1, C2, C4). Each command lets the rules decide, then writes.

export const approve = commandOn('bookings.approve', bookingRecord, (context, stored) => {
  const decision = decideApproval(stored, approvalFacts(context.tx, context, stored))
  if (!decision.ok) return decision
  const approved = change(context, stored, { status: 'approved', reason: '' })
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

export const handOver = commandOn('bookings.handOver', bookingRecord, (context, stored, { atMs }) => {
  const { tx, nowMs, calendar } = context
  const { machine } = partiesOf(context.tx, context.settings, stored)
  const thatMoment = { startMs: atMs, endMs: atMs + 1 }
  const decision = decideHandOver(stored, {
    nowMs,
    atMs,
    calendar,
    capacity: machine.facts.capacity,
    out: outNow(context, stored.machineId),
    blocks: allBlocks(tx, stored.machineId, thatMoment, { bookingId: stored.id }, context),
  })
  if (!decision.ok) return decision
  const handedOver = change(context, stored, { status: 'in-use', handedOverMs: atMs }, clockShowed(decision))
  // Recorded late, it may be past its end already.
  keepOpenBlocks(context, stored.machineId)
  return handedOver
})

export const takeBack = freesTime(
  commandOn('bookings.return', bookingRecord, (context, stored, { atMs }) => {
    const decision = decideReturn(stored, { nowMs: context.nowMs, atMs })
    if (!decision.ok) return decision
    return change(context, stored, { status: 'completed', returnedMs: atMs }, clockShowed(decision))
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

function change(
  context: CommandContext,
  stored: StoredBooking,
  to: BookingChange,
  also: Partial<BookingInHistory> = {},
) {
  return changeRecord(context, bookingRecord, stored.id, () => updateBooking(context.tx, stored.id, to), also)
}

/** Says in the history, once, that the time recorded before was odd. */
function clockShowed({ oddMs }: Happened): Pick<BookingInHistory, 'clockShowedMs'> {
  return oddMs === null ? {} : { clockShowedMs: oddMs }
}

/** The bookings with which the machine is out now; overdue ones are marked. */
function outNow(context: CommandContext, machineId: string): Block[] {
  const { nowMs, calendar } = context
  return readMachineOut(context.tx, machineId).map(one => {
    const overdue = blocksOfMachineOut(one, nowMs, calendar).find(block => block.overdue)?.overdue
    const { startMs, endMs, units } = one.booking
    return { startMs, endMs, units, whole: false, what: one.booking, ...(overdue && { overdue }) }
  })
}
