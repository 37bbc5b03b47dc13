import { statusAfterMove } from '#booking/bookings/after-move'
import { decideOtherMember } from '#booking/bookings/decide-correction'
import { refuse } from '#booking/refusal'
import { readMemberFacts } from '#db/read/members'
import { updateBooking } from '#db/write/bookings'
import { readFieldOf } from '../fields/fields.ts'
import { changeRecord } from '../law/change-record.ts'
import { commandOn } from '../law/command.ts'
import { tell } from '../notices/tell.ts'
import { bookingRecord } from './record.ts'

/** Corrects the member, the field or the purpose. The history keeps what stood before. */
export const correct = commandOn('bookings.correct', bookingRecord, (context, stored, args) => {
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
  const status = isOther ? statusAfterMove(stored.status, actor.role) : stored.status
  const corrected = changeRecord(context, bookingRecord, stored.id, () =>
    updateBooking(tx, stored.id, { memberId, fieldId, purpose, status }),
  )
  tell(context, bookingRecord, stored.id, { kind: 'corrected', forUser: corrected.booking.requestedBy.id })
  if (status !== stored.status) {
    tell(context, bookingRecord, stored.id, { kind: 'requested', forThoseWhoMay: 'decide-bookings' })
  }
  return corrected
})
