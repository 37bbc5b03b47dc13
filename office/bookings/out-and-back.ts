import { decideHandOver, decideReturn, type Happened } from '#booking/bookings/decide-life'
import type { BookingInHistory } from '#calls/bookings'
import type { StoredBooking } from '#db/read/bookings'
import { insertFact, type NewFact } from '#db/write/booking-facts'
import { changeRecord } from '../law/change-record.ts'
import { type CommandContext, commandOn } from '../law/command.ts'
import { factInHistory } from './fact-in-history.ts'
import { handOverFacts } from './hand-over-facts.ts'
import { keepOpenBlocks } from './open-blocks.ts'
import { decidePhotos } from './photos.ts'
import { decideRead } from './readings.ts'
import { bookingRecord } from './record.ts'
import { pricedWork } from './work.ts'

// What happens at the counter (C4): a machine goes out, and comes back. Each is a fact of its own, and moves its booking
// along.

export const handOver = commandOn('bookings.handOver', bookingRecord, (context, stored, args) => {
  const { tx } = context
  const { atMs } = args
  const decision = decideHandOver(stored, handOverFacts(tx, context, stored, atMs))
  if (!decision.ok) return decision
  const read = decideRead(context, stored.machineId, { ...args, readAt: 'hand-over' })
  if (!read.ok) return read
  const pictured = decidePhotos(tx, args.photos ?? [])
  if (!pictured.ok) return pictured
  const { note = '', slip = '', implements: along = [], condition = [], photos = [] } = args
  const handedOver = record(context, stored, decision, {
    kind: 'hand-over',
    atMs,
    ...read.columns,
    implements: along,
    slip,
    note,
    condition,
    photos,
  })
  // Recorded late, it may be past its end already.
  keepOpenBlocks(context, stored.machineId)
  return handedOver
})

export const takeBack = commandOn('bookings.return', bookingRecord, (context, stored, args) => {
  const { atMs, note = '', work, condition = [], photos = [] } = args
  const decision = decideReturn(stored, { nowMs: context.nowMs, atMs })
  if (!decision.ok) return decision
  const read = decideRead(context, stored.machineId, { ...args, readAt: 'return' })
  if (!read.ok) return read
  const pictured = decidePhotos(context.tx, photos)
  if (!pictured.ok) return pictured
  const worked = pricedWork(context.tx, stored.machineId, work)
  return record(context, stored, decision, {
    kind: 'return',
    atMs,
    ...read.columns,
    ...worked,
    note,
    condition,
    photos,
  })
})

/** Adds the fact, which moves the booking along. The command's id becomes the fact's. */
function record(
  context: CommandContext,
  { id: bookingId, machineId }: StoredBooking,
  happened: Happened,
  said: Omit<NewFact, 'id' | 'bookingId' | 'machineId'>,
) {
  const fact = {
    ...said,
    id: context.commandId,
    bookingId,
    machineId,
    enteredBy: context.actor.id,
    enteredMs: context.nowMs,
  }
  const also = { ...factInHistory(fact), ...clockShowed(happened) }
  return changeRecord(context, bookingRecord, bookingId, () => insertFact(context.tx, fact), also)
}

/** Says in the history, once, that the time recorded before was odd. */
function clockShowed({ oddMs }: Happened): Pick<BookingInHistory, 'clockShowedMs'> {
  return oddMs === null ? {} : { clockShowedMs: oddMs }
}
