import { refuse } from '#booking/refusal'
import { updateWaiting } from '#db/write/waiting'
import { restoring } from '../law/restoring.ts'
import { notWaiting, waitingRecord } from './record.ts'

/** Somebody whose adding is undone is taken off the list. Nobody comes back to a place that others may have moved on to. */
export const waitingRestoring = restoring({
  kind: waitingRecord,
  withdrawn: { status: 'withdrawn' },
  mayBe(_, stored, again) {
    if (again.status !== 'withdrawn') return refuse({ reason: 'cannot-undo', why: 'left-list' })
    return notWaiting(stored.status, 'withdrawn') ?? { ok: true }
  },
  write: ({ tx }, id, was) => updateWaiting(tx, id, was),
})
