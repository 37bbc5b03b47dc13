import { preparedSql, type WriteTx } from '../file.ts'
import type { Cause } from '../read/settling.ts'

const insert = preparedSql<{ bookingId: string; kind: string; id: string; sinceMs: number }, never>(`
  INSERT OR IGNORE INTO settling (booking_id, by_kind, by_id, since_ms) VALUES (@bookingId, @kind, @id, @sinceMs)`)

/** Remembers since when a booking is hit or displaced, and by what. What is known already stays. */
export function insertSettling(tx: WriteTx, bookingId: string, by: Cause, sinceMs: number): void {
  insert(tx).run({ bookingId, ...by, sinceMs })
}
