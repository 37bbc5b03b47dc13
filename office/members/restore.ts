import { COMING_UP } from '#booking/bookings/status'
import { refuse } from '#booking/refusal'
import { countByStatus } from '#db/read/bookings'
import { updateMember } from '#db/write/members'
import { restoring } from '../law/restoring.ts'
import { numberTaken } from './commands.ts'
import { memberRecord } from './record.ts'

/** A member who has booked since being verified stays verified: those bookings depend on it. */
export const memberRestoring = restoring({
  kind: memberRecord,
  mayBe({ db }, stored, again) {
    const taken = numberTaken(db, again.number, again.id)
    if (taken) return taken
    if (again.verified || !stored.verified) return { ok: true }
    const counts = countByStatus(db, again.id)
    return COMING_UP.some(status => counts[status])
      ? refuse({ reason: 'cannot-undo', why: 'booked-since', title: again.name })
      : { ok: true }
  },
  write: ({ tx }, id, was) => updateMember(tx, id, was),
})
