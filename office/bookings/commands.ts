import { statusAfterCorrection, statusAfterMove } from '#booking/bookings/after-move'
import { decideBooking, type MemberFacts } from '#booking/bookings/decide-booking'
import { decideOtherMember } from '#booking/bookings/decide-correction'
import { type BookingStatus, mayMove } from '#booking/bookings/status'
import { type Decision, refuse } from '#booking/refusal'
import { may } from '#booking/users/roles'
import type { WriteTx } from '#db/file'
import { periodColumns, periodOf } from '#db/period-columns'
import type { StoredBooking } from '#db/read/bookings'
import { readMachine } from '#db/read/machines'
import { readMemberFacts } from '#db/read/members'
import { insertBooking, updateBooking } from '#db/write/bookings'
import { insertChange } from '#db/write/history'
import { deleteHold } from '#db/write/holds'
import { blocksAround, decideSlot, keptBy, ownForm } from '../availability/slots.ts'
import { readFieldOf } from '../fields/fields.ts'
import { addRecord, changeRecord } from '../law/change-record.ts'
import { type CommandContext, command, commandOn } from '../law/command.ts'
import { tell } from '../notices/tell.ts'
import { freesTime } from '../waiting/frees-time.ts'
import { decideMoreFor, decideStillFor } from './may-have-more.ts'
import { promisedAt, promisedBefore } from './price.ts'
import { bookingRecord } from './record.ts'

/** A member requests a machine (C1). The command's id becomes the booking's. */
export const request = command('bookings.request', (context, args) => {
  const { tx, actor, calendar, settings, nowMs } = context
  const machine = readMachine(tx, args.machineId, settings)
  if (!machine) return refuse({ reason: 'not-found', what: 'machine', id: args.machineId })
  const member = readMemberFacts(tx, args.memberId)
  if (!member) return refuse({ reason: 'not-found', what: 'member', id: args.memberId })
  const fieldId = args.fieldId ?? null
  const field = fieldId === null ? undefined : readFieldOf(tx, member.id, fieldId)
  if (fieldId !== null && !field) return refuse({ reason: 'not-found', what: 'field', id: fieldId })
  const units = args.units ?? 1
  const formId = ownForm(tx, args.formId, actor.id)
  const asked = { nowMs, calendar, role: actor.role }
  const slot = { machine: machine.facts, period: args.period, units, except: { formId } }
  const facts = { ...asked, machine: machine.facts, member, blocks: blocksAround(tx, slot, asked) }
  const decision = decideBooking({ period: args.period, units }, facts)
  if (!decision.ok) return decision
  const { overrideReason = '' } = args
  if (overrideReason && !may(actor.role, 'decide-bookings'))
    return refuse({ reason: 'rights-needed', permission: 'decide-bookings' })
  const more = decideMoreFor(tx, context, {
    ...{ memberId: member.id, memberName: member.name, typeId: machine.stored.typeId },
    ...{ period: args.period, squareMetres: field?.squareMetres ?? 0 },
  })
  // What was passed over is kept only where something was.
  if (!more.ok && !overrideReason) return more

  endHold(tx, formId)
  const { pendingBlocks, bufferBeforeMs, bufferAfterMs } = machine.stored
  const requested = addRecord(context, bookingRecord, context.commandId, () =>
    insertBooking(tx, {
      id: context.commandId,
      machineId: args.machineId,
      memberId: args.memberId,
      status: 'pending',
      ...periodColumns(args.period, decision.interval),
      units,
      pendingBlocks,
      bufferBeforeMs,
      bufferAfterMs,
      purpose: args.purpose ?? '',
      overrideReason: more.ok ? '' : overrideReason,
      fieldId,
      requestedBy: actor.id,
      requestedMs: nowMs,
    }),
  )
  tell(context, bookingRecord, requested.booking.id, { kind: 'requested', forThoseWhoMay: 'decide-bookings' })
  return requested
})

/**
 * Changes the time, the machine or the number of units (C3). The booking must be approved again, unless the person
 * who moves it may approve bookings.
 */
export const move = freesTime(
  commandOn('bookings.move', bookingRecord, (context, stored, args) => {
    const { tx, actor, calendar, settings, nowMs } = context
    if (!mayMove(stored.status)) {
      return refuse({ reason: 'move-not-allowed', what: 'booking', from: stored.status, to: 'moved' })
    }
    const machineId = args.machineId ?? stored.machineId
    const machine = readMachine(tx, machineId, settings)
    if (!machine) return refuse({ reason: 'not-found', what: 'machine', id: machineId })
    const units = args.units ?? stored.units
    const formId = ownForm(tx, args.formId, actor.id)
    // On the same machine a booking keeps the buffers it was promised with; on another machine it gets that machine's.
    const snapshot = machineId === stored.machineId ? stored : machine.stored
    const { pendingBlocks, bufferBeforeMs, bufferAfterMs } = snapshot
    const slot = {
      machine: { ...machine.facts, bufferBeforeMs, bufferAfterMs },
      period: args.period,
      units,
      except: { bookingId: stored.id, formId },
      keptStartMs: stored.startMs,
      kept: keptBy(stored, machineId),
    }
    const decision = decideSlot(tx, slot, { nowMs, calendar, role: actor.role })
    if (!decision.ok) return decision
    const { overrideReason = '' } = args
    if (overrideReason && !may(actor.role, 'decide-bookings'))
      return refuse({ reason: 'rights-needed', permission: 'decide-bookings' })
    const more = decideStillFor(tx, context, stored, { typeId: machine.stored.typeId, period: args.period })
    if (!more.ok && !overrideReason) return more

    endHold(tx, formId)
    const status = statusAfterMove(stored.status, actor.role)
    const becomes = { machineId, memberId: stored.memberId, period: args.period }
    const moved = changeRecord(context, bookingRecord, stored.id, () =>
      updateBooking(tx, stored.id, {
        machineId,
        status,
        ...periodColumns(args.period, decision.interval),
        units,
        pendingBlocks,
        bufferBeforeMs,
        bufferAfterMs,
        ...rateAfter(context, stored, status, becomes),
        ...(args.reason && { reason: args.reason }),
        ...(!more.ok && { overrideReason }),
      }),
    )
    const { reason } = args
    const { requestedBy } = moved.booking
    tell(context, bookingRecord, stored.id, { kind: 'moved', forUser: requestedBy.id, reason })
    if (status === 'pending' && stored.status !== 'pending') {
      tell(context, bookingRecord, stored.id, {
        kind: 'requested',
        forThoseWhoMay: 'decide-bookings',
        reason,
      })
    }
    return moved
  }),
)

/** Corrects the member, the field or the purpose. The history keeps what stood before. */
export const correct = freesTime(
  commandOn('bookings.correct', bookingRecord, (context, stored, args) => {
    const { tx, actor } = context
    const { memberId = stored.memberId, purpose } = args
    const member = readMemberFacts(tx, memberId)
    if (!member) return refuse({ reason: 'not-found', what: 'member', id: memberId })
    const isOther = memberId !== stored.memberId
    const decision = isOther ? decideOtherMember(stored.status, member) : { ok: true as const }
    if (!decision.ok) return decision
    const fieldId = args.fieldId ?? (isOther || args.fieldId === null ? null : stored.fieldId)
    if (fieldId !== null && !readFieldOf(tx, memberId, fieldId)) {
      return refuse({ reason: 'not-found', what: 'field', id: fieldId })
    }
    // The other member takes it up; whose it was gives it back.
    const more = isOther ? moreForOther(context, stored, member, fieldId) : decision
    if (!more.ok) return more
    const status = isOther ? statusAfterCorrection(stored.status, actor.role) : stored.status
    const becomes = { machineId: stored.machineId, memberId, period: periodOf(stored) }
    const at = rateAfter(context, stored, status, becomes)
    const corrected = changeRecord(context, bookingRecord, stored.id, () =>
      updateBooking(tx, stored.id, { memberId, fieldId, purpose, status, ...at }),
    )
    tell(context, bookingRecord, stored.id, { kind: 'corrected', forUser: corrected.booking.requestedBy.id })
    if (status !== stored.status) {
      tell(context, bookingRecord, stored.id, { kind: 'requested', forThoseWhoMay: 'decide-bookings' })
    }
    return corrected
  }),
)

function moreForOther(
  context: CommandContext,
  stored: StoredBooking,
  { id: memberId, name: memberName }: MemberFacts,
  fieldId: string | null,
): Decision {
  const { tx } = context
  const typeId = readMachine(tx, stored.machineId, context.settings)?.stored.typeId ?? ''
  const field = fieldId === null ? undefined : readFieldOf(tx, memberId, fieldId)
  return decideMoreFor(tx, context, {
    ...{ memberId, memberName, typeId, period: periodOf(stored) },
    ...{ squareMetres: field?.squareMetres ?? 0, exceptId: stored.id },
  })
}

/** What a booking is promised at once it changes; nothing is while it waits to be approved. */
function rateAfter(
  { tx, calendar }: CommandContext,
  was: StoredBooking,
  status: BookingStatus,
  becomes: Parameters<typeof promisedAt>[3] & object,
) {
  return IS_PROMISED.has(status) ? promisedAt(tx, calendar, was, becomes) : promisedBefore(was, becomes)
}
const IS_PROMISED: ReadonlySet<BookingStatus> = new Set(['approved', 'in-use', 'completed'])

/** The form's hold is deleted in the booking's savepoint, so that a refusal restores it. */
function endHold(tx: WriteTx, formId: string | undefined): void {
  if (formId === undefined) return
  deleteHold(tx, formId)
  insertChange(tx, 'hold', formId, 1)
}
