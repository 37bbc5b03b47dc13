import { preparedSql, type WriteTx } from '../file.ts'
import type { Cause } from '../read/settling.ts'

const insert = preparedSql<{ bookingId: string; kind: string; id: string; sinceMs: number }, never>(`
  INSERT OR IGNORE INTO settling (booking_id, by_kind, by_id, since_ms) VALUES (@bookingId, @kind, @id, @sinceMs)`)

/** Remembers since when a booking is hit or displaced, and by what. What is known already stays. */
export function insertSettling(tx: WriteTx, bookingId: string, by: Cause, sinceMs: number): void {
  insert(tx).run({ bookingId, ...by, sinceMs })
}

const setTold = preparedSql<{ bookingId: string; atMs: number; userId: string | null; note: string }, never>(`
  UPDATE settling SET told_ms = @atMs, told_by = @userId, told_note = @note WHERE booking_id = @bookingId`)

/** Notes, for everything that a booking waits for now, what its member was told. */
export function noteTold(
  tx: WriteTx,
  bookingId: string,
  told: { atMs: number; userId: string | null; note: string },
): void {
  setTold(tx).run({ bookingId, ...told })
}
