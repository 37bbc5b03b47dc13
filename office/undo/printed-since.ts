import { intervalOf } from '#booking/time/period'
import { period } from '#calls/shapes'
import type { Step } from '#calls/undo'
import { objectIn } from '#db/odd-values'
import { periodOf } from '#db/period-columns'
import { readBooking } from '#db/read/bookings'
import { type Print, readPrintsOfBooking, readPrintsOfWaiting } from '#db/read/prints'
import type { StepLine } from '#db/read/steps'
import type { Undoing } from '../law/restoring.ts'
import { changesItsRecord, type OwnStep } from './steps.ts'

/** What was printed after a step and shows what it did: of each kind the newest. */
export function printedSince(undoing: Undoing, step: OwnStep): Step['printed'] {
  const newest = new Map<string, Print>()
  for (const line of step.lines.filter(changesItsRecord)) {
    for (const print of printsOf(undoing, line, step.atMs)) {
      const known = newest.get(print.kind)
      if (!known || print.atMs > known.atMs) newest.set(print.kind, print)
    }
  }
  return [...newest.values()]
}

function printsOf(
  { db, calendar }: Undoing,
  { entity, entityId, before }: StepLine,
  sinceMs: number,
): Print[] {
  if (entity === 'waiting') return readPrintsOfWaiting(db, sinceMs)
  const booking = entity === 'booking' ? readBooking(db, entityId) : undefined
  if (!booking) return []
  const was = period.safeParse(objectIn(before)?.['period'])
  // On the day sheets of the days that it has, and of those that it had.
  const spans = [periodOf(booking), ...(was.success ? [was.data] : [])].map(one => intervalOf(one, calendar))
  return spans.flatMap(({ startMs, endMs }) =>
    readPrintsOfBooking(db, {
      sinceMs,
      bookingId: entityId,
      fromDay: calendar.dayOf(startMs),
      toDay: calendar.dayOf(endMs - 1),
    }),
  )
}
