import { decideRestored } from '#booking/bookings/decide-restored'
import { withBuffers } from '#booking/time/interval'
import { readBlocks } from '#db/read/availability'
import { updateBooking } from '#db/write/bookings'
import { restoring } from '../law/restoring.ts'
import { tell } from '../notices/tell.ts'
import { partiesOf } from './approval-facts.ts'
import { bookingRecord } from './record.ts'

/** A request that is undone is cancelled: bookings are never deleted. */
export const bookingRestoring = restoring({
  kind: bookingRecord,
  withdrawn: { status: 'cancelled' },
  mayBe({ db, settings }, stored, again) {
    const { machine } = partiesOf(db, settings, again)
    const blocks = readBlocks(db, again.machineId, withBuffers(again, again), { bookingId: again.id })
    return decideRestored(stored, again, { machine: machine.facts, blocks })
  },
  write: ({ tx }, id, was) => updateBooking(tx, id, was),
  tell(context, id) {
    const { tx, nowMs, settings } = context
    const shown = bookingRecord.shown({ db: tx, nowMs, settings }, id)
    if (!shown) return
    tell(context, bookingRecord, id, { kind: 'undone', forUser: shown.requestedBy.id })
    tell(context, bookingRecord, id, { kind: 'undone', forThoseWhoMay: 'decide-bookings' })
  },
})
