import {
  decideHandOver,
  decideReturn,
  decideStatusChange,
  type Happened,
} from '#booking/bookings/decide-life'
import { brokenOf } from '#booking/machines/condition'
import type { BookingInHistory } from '#calls/booking-rows'
import type { StoredBooking } from '#db/read/bookings'
import { insertFact, type NewFact } from '#db/write/booking-facts'
import { type BookingChange, updateBooking } from '#db/write/bookings'
import { changeRecord } from '../law/change-record.ts'
import { type CommandContext, commandOn } from '../law/command.ts'
import { tell } from '../notices/tell.ts'
import { freesTime } from '../waiting/frees-time.ts'
import { factInHistory } from './fact-in-history.ts'
import { handOverFacts } from './hand-over-facts.ts'
import { keepOpenBlocks } from './open-blocks.ts'
import { decidePhotos } from './photos.ts'
import { decideRead } from './readings.ts'
import { bookingRecord } from './record.ts'
import { decideSwap } from './swap.ts'
import { pricedWork } from './work.ts'

// What happens at the counter (C4): a machine goes out, and comes back. Each is a fact of its own, and moves its booking
// along.

export const handOver = freesTime(
  commandOn('bookings.handOver', bookingRecord, (context, promised, args) => {
    const { tx } = context
    const { atMs } = args
    const change = decideStatusChange(promised, 'in-use')
    if (!change.ok) return change
    const swap = decideSwap(context, promised, args)
    if (!swap.ok) return swap
    const stored = swap.as
    const decision = decideHandOver(stored, handOverFacts(tx, context, stored, atMs))
    if (!decision.ok) return decision
    const read = decideRead(context, stored.machineId, { ...args, readAt: 'hand-over' })
    if (!read.ok) return read
    const pictured = decidePhotos(tx, args.photos ?? [])
    if (!pictured.ok) return pictured
    const { note = '', slip = '', implements: along = [], condition = [], photos = [] } = args
    const said = { ...read.columns, implements: along, slip, note, condition, photos }
    const handedOver = record(context, stored, decision, { kind: 'hand-over', atMs, ...said }, swap.change)
    const isOthers = stored.memberId !== promised.memberId
    if (isOthers)
      tell(context, bookingRecord, stored.id, { kind: 'corrected', forThoseWhoMay: 'decide-bookings' })
    // Recorded late, it may be past its end already.
    keepOpenBlocks(context, stored.machineId)
    return handedOver
  }),
)

export const takeBack = freesTime(
  commandOn('bookings.return', bookingRecord, (context, stored, args) => {
    const { atMs, note = '', work, condition = [], photos = [] } = args
    const decision = decideReturn(stored, { nowMs: context.nowMs, atMs })
    if (!decision.ok) return decision
    const read = decideRead(context, stored.machineId, { ...args, readAt: 'return' })
    if (!read.ok) return read
    const pictured = decidePhotos(context.tx, photos)
    if (!pictured.ok) return pictured
    const worked = pricedWork(context, stored, work)
    const back = record(context, stored, decision, {
      kind: 'return',
      atMs,
      ...read.columns,
      ...worked,
      note,
      condition,
      photos,
    })
    if (brokenOf(condition).length > 0)
      tell(context, bookingRecord, stored.id, {
        kind: 'came-back-broken',
        forThoseWhoMay: 'keep-maintenance',
      })
    return back
  }),
)

/**
 * Adds the fact, which moves the booking along. The command's id becomes the fact's.
 * @param swap what changes in the booking first
 */
function record(
  context: CommandContext,
  { id: bookingId, machineId }: StoredBooking,
  happened: Happened,
  said: Omit<NewFact, 'id' | 'bookingId' | 'machineId'>,
  swap: BookingChange | null = null,
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
  function write(): void {
    if (swap) updateBooking(context.tx, bookingId, swap)
    insertFact(context.tx, fact)
  }
  return changeRecord(context, bookingRecord, bookingId, write, also)
}

/** Says in the history, once, that the time recorded before was odd. */
function clockShowed({ oddMs }: Happened): Pick<BookingInHistory, 'clockShowedMs'> {
  return oddMs === null ? {} : { clockShowedMs: oddMs }
}
