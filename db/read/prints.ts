import type { LocalDay } from '#booking/time/day'
import type { Paper } from '#booking/undo/papers'
import { preparedSql, type ReadDb } from '../file.ts'

export type Print = { paper: Paper; atMs: number; byName: string }
type OfBooking = { sinceMs: number; bookingId: string; fromDay: LocalDay; toDay: LocalDay }

const ofBooking = preparedSql<OfBooking, Print>(`
  SELECT paper, max(at_ms) AS atMs, by_name AS byName FROM prints
  WHERE at_ms >= @sinceMs AND ((paper = 'slip' AND about = @bookingId)
    OR (paper = 'day-sheet' AND about BETWEEN @fromDay AND @toDay))
  GROUP BY paper ORDER BY paper DESC`)

/** The papers that show a booking on these days and were printed since an instant: of each kind the newest. */
export function readPrintsOfBooking(db: ReadDb, of: OfBooking): Print[] {
  return ofBooking(db).all(of)
}

const ofWaiting = preparedSql<{ sinceMs: number }, Print>(`
  SELECT paper, at_ms AS atMs, by_name AS byName FROM prints
  WHERE paper = 'waiting-list' AND about = '' AND at_ms >= @sinceMs`)

/** The phone list of those who wait, if it was printed since an instant. */
export function readPrintsOfWaiting(db: ReadDb, sinceMs: number): Print[] {
  return ofWaiting(db).all({ sinceMs })
}
