import type { LocalDay } from '#booking/time/day'
import type { Printed } from '#booking/undo/printed'
import { preparedSql, type ReadDb } from '../file.ts'

export type Print = { kind: Printed; atMs: number; byName: string }
type OfBooking = { sinceMs: number; bookingId: string; fromDay: LocalDay; toDay: LocalDay }

const ofBooking = preparedSql<OfBooking, Print>(`
  SELECT kind, max(at_ms) AS atMs, by_name AS byName FROM prints
  WHERE at_ms >= @sinceMs AND ((kind = 'slip' AND about = @bookingId)
    OR (kind = 'day-sheet' AND about BETWEEN @fromDay AND @toDay))
  GROUP BY kind ORDER BY kind DESC`)

/** What shows a booking on these days and was printed since an instant: of each kind the newest. */
export function readPrintsOfBooking(db: ReadDb, of: OfBooking): Print[] {
  return ofBooking(db).all(of)
}

const ofWaiting = preparedSql<{ sinceMs: number }, Print>(`
  SELECT kind, at_ms AS atMs, by_name AS byName FROM prints
  WHERE kind = 'waiting-list' AND about = '' AND at_ms >= @sinceMs`)

/** The phone list of those who wait, if it was printed since an instant. */
export function readPrintsOfWaiting(db: ReadDb, sinceMs: number): Print[] {
  return ofWaiting(db).all({ sinceMs })
}
