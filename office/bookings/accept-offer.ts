import { decideBooking } from '#booking/bookings/decide-booking'
import { refuse } from '#booking/refusal'
import { periodColumns, periodOf } from '#db/period-columns'
import { readMachine } from '#db/read/machines'
import { readMemberFacts } from '#db/read/members'
import { readWaiting } from '#db/read/waiting'
import { insertBooking } from '#db/write/bookings'
import { updateWaiting } from '#db/write/waiting'
import { blocksAround } from '../availability/slots.ts'
import { addRecord, changeRecord } from '../law/change-record.ts'
import { command } from '../law/command.ts'
import { tell } from '../notices/tell.ts'
import { runningOffer } from '../waiting/commands.ts'
import { end } from '../waiting/offering.ts'
import { waitingRecord } from '../waiting/record.ts'
import { decideMoreFor } from './may-have-more.ts'
import { bookingRecord } from './record.ts'

/**
 * The member takes what is offered (C8): it becomes a booking, with the room that the offer held. Its notice counts from
 * when the member was put on the list.
 */
export const accept = command('waiting.accept', (context, { offerId }) => {
  const { tx, actor, calendar, settings, nowMs, commandId } = context
  const found = runningOffer(context, offerId)
  if (!found.ok) return found
  const { offer } = found
  const entry = readWaiting(tx, offer.waitingId)
  const machine = readMachine(tx, offer.machineId, settings)
  const member = entry && readMemberFacts(tx, entry.memberId)
  if (!entry || !machine || !member)
    return refuse({ reason: 'not-found', what: 'waiting', id: offer.waitingId })
  const { bufferBeforeMs, bufferAfterMs, units } = offer
  const rules = { ...machine.facts.rules, minNoticeDays: 0 }
  const facts = { ...machine.facts, rules, bufferBeforeMs, bufferAfterMs }
  const asked = { nowMs, calendar, role: actor.role }
  const period = periodOf(offer)
  const slot = { machine: facts, period, units, except: { formId: offer.id } }
  const decision = decideBooking(
    { period, units },
    { ...asked, machine: facts, member, blocks: blocksAround(tx, slot, asked) },
  )
  if (!decision.ok) return decision
  const more = decideMoreFor(tx, context, {
    ...{
      memberId: member.id,
      memberName: member.name,
      typeId: machine.stored.typeId,
      period,
      squareMetres: 0,
    },
  })
  if (!more.ok) return more
  end(context, offer, 'taken')
  const booked = addRecord(context, bookingRecord, commandId, () =>
    insertBooking(tx, {
      id: commandId,
      machineId: offer.machineId,
      memberId: entry.memberId,
      status: 'pending',
      ...periodColumns(period, decision.interval),
      units,
      // What was held for the member stays theirs until a manager decides, also where requests block nothing.
      pendingBlocks: true,
      bufferBeforeMs,
      bufferAfterMs,
      requestedBy: actor.id,
      requestedMs: nowMs,
    }),
  )
  changeRecord(context, waitingRecord, entry.id, () =>
    updateWaiting(tx, entry.id, { status: 'booked', bookingId: commandId }),
  )
  tell(context, bookingRecord, commandId, { kind: 'requested', forThoseWhoMay: 'decide-bookings' })
  return booked
})
