import { preparedSql, type ReadDb } from '../file.ts'

/** What hits or displaced a booking: the booking with which its machine is out, maintenance, or a batch. */
export type Cause = { readonly kind: 'booking' | 'maintenance' | 'batch'; readonly id: string }

/** What is known of a booking that is hit or displaced. */
export type Settling = {
  readonly bookingId: string
  readonly byKind: Cause['kind']
  readonly byId: string
  readonly sinceMs: number
  readonly toldMs: number | null
  /** The name of whoever told the member. */
  readonly toldBy: string | null
  readonly toldNote: string | null
}

const COLUMNS = `
  SELECT s.booking_id AS bookingId, s.by_kind AS byKind, s.by_id AS byId, s.since_ms AS sinceMs, s.told_ms AS toldMs,
    u.name AS toldBy, s.told_note AS toldNote
  FROM settling s LEFT JOIN users u ON u.id = s.told_by`
const ofBooking = preparedSql<{ bookingId: string }, Settling>(
  `${COLUMNS} WHERE s.booking_id = @bookingId ORDER BY s.since_ms`,
)

/** What is known of one booking, the oldest cause first. */
export function readSettling(db: ReadDb, bookingId: string): Settling[] {
  return ofBooking(db).all({ bookingId })
}
