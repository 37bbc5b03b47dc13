import { eq, sql } from 'drizzle-orm'
import { given, prepared, preparedSql, type WriteTx } from '../file.ts'
import type { StoredBooking } from '../read/bookings.ts'
import { nextHoldExpiry } from '../read/holds.ts'
import { bookings, holds } from '../schema.ts'

export type NewBooking = Omit<
  StoredBooking,
  'version' | 'cls' | 'reason' | 'handedOverMs' | 'returnedMs' | 'pendingBlocks'
> & {
  pendingBlocks: boolean
}

const insertBookingSql = preparedSql<Omit<NewBooking, 'pendingBlocks'> & { pendingBlocks: number }, never>(`
  INSERT INTO bookings (id, machine_id, member_id, status, start_ms, end_ms, from_day, to_day, from_offset, to_offset,
    units, pending_blocks, buffer_before_ms, buffer_after_ms, purpose, requested_by, requested_ms)
  VALUES (@id, @machineId, @memberId, @status, @startMs, @endMs, @fromDay, @toDay, @fromOffset, @toOffset,
    @units, @pendingBlocks, @bufferBeforeMs, @bufferAfterMs, @purpose, @requestedBy, @requestedMs)`)

/** @throws OVERBOOKED from the guard when the machine has no room, whatever the rules said */
export function insertBooking(tx: WriteTx, booking: NewBooking): void {
  insertBookingSql(tx).run({ ...booking, pendingBlocks: booking.pendingBlocks ? 1 : 0 })
}

export type BookingChange = Partial<Omit<StoredBooking, 'id' | 'version' | 'cls'>>

/** Changes a booking and counts its version up. @throws OVERBOOKED, STILL-OUT or MOVE-NOT-ALLOWED from the guard */
export function updateBooking(tx: WriteTx, id: string, change: BookingChange): void {
  tx.update(bookings)
    .set({ ...change, version: sql`${bookings.version} + 1` })
    .where(eq(bookings.id, id))
    .run()
}

export type NewHold = typeof holds.$inferInsert

const insertHoldSql = preparedSql<Required<NewHold>, never>(`
  INSERT INTO holds (form_id, machine_id, user_id, start_ms, end_ms, from_day, to_day, units,
    buffer_before_ms, buffer_after_ms, expires_ms)
  VALUES (@formId, @machineId, @userId, @startMs, @endMs, @fromDay, @toDay, @units,
    @bufferBeforeMs, @bufferAfterMs, @expiresMs)`)

/** @throws OVERBOOKED from the guard when the machine has no room */
export function insertHold(tx: WriteTx, hold: Required<NewHold>): void {
  insertHoldSql(tx).run(hold)
}

const deleteHoldSql = prepared((tx: WriteTx) =>
  tx
    .delete(holds)
    .where(eq(holds.formId, given('formId')))
    .prepare(),
)

export function deleteHold(tx: WriteTx, formId: string): void {
  deleteHoldSql(tx).run({ formId })
}

const lapsedSql = preparedSql<{ nowMs: number; latestMs: number }, { formId: string }>(
  'DELETE FROM holds WHERE expires_ms <= @nowMs OR expires_ms > @latestMs RETURNING form_id AS formId',
)

/**
 * Ends every hold whose time is over, and any that would last longer than a hold can: the PC's clock was set back.
 * @returns the forms that held them
 */
export function deleteLapsedHolds(tx: WriteTx, nowMs: number, holdMs: number): string[] {
  // Asked before every command, and almost always there is none.
  const nextMs = nextHoldExpiry(tx)
  const latestMs = nowMs + holdMs
  if (nextMs === undefined || (nextMs > nowMs && nextMs <= latestMs)) return []
  return lapsedSql(tx)
    .all({ nowMs, latestMs })
    .map(row => row.formId)
}

/** Ends all holds of a person, as when they sign out. @returns the forms that held them */
export function deleteHoldsOf(tx: WriteTx, userId: string): string[] {
  return tx
    .delete(holds)
    .where(eq(holds.userId, userId))
    .returning({ formId: holds.formId })
    .all()
    .map(row => row.formId)
}
