import { decideRestored } from '#booking/bookings/decide-restored'
import { readBooking } from '#db/read/bookings'
import { updateBooking } from '#db/write/bookings'
import { restoring } from '../law/restoring.ts'
import { tell } from '../notices/tell.ts'
import { approvalFacts } from './approval-facts.ts'
import { keepOpenBlocks } from './open-blocks.ts'
import { bookingRecord } from './record.ts'

/** A request that is undone is cancelled: bookings are never deleted. */
export const bookingRestoring = restoring({
  kind: bookingRecord,
  withdrawn: { status: 'cancelled' },
  mayBe: (undoing, stored, again) => decideRestored(stored, again, approvalFacts(undoing.db, undoing, again)),
  write(context, id, was) {
    updateBooking(context.tx, id, was)
    const { expectedBackMs } = was
    const stored = expectedBackMs === undefined ? undefined : readBooking(context.tx, id)
    if (stored) keepOpenBlocks(context, stored.machineId)
  },
  tell(context, id) {
    const { tx, nowMs, settings } = context
    const shown = bookingRecord.shown({ db: tx, nowMs, settings }, id)
    if (!shown) return
    tell(context, bookingRecord, id, { kind: 'undone', forUser: shown.requestedBy.id })
    tell(context, bookingRecord, id, { kind: 'undone', forThoseWhoMay: 'decide-bookings' })
  },
})
