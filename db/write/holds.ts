import { eq } from 'drizzle-orm'
import { given, prepared, preparedSql, type WriteTx } from '../file.ts'
import { nextHoldExpiry } from '../read/holds.ts'
import { holds } from '../tables/bookings.ts'

export type NewHold = typeof holds.$inferInsert

const insertHoldSql = preparedSql<Required<NewHold>, never>(`
  INSERT INTO holds (form_id, machine_id, user_id, start_ms, end_ms, from_day, to_day, units,
    buffer_before_ms, buffer_after_ms, expires_ms)
  VALUES (@formId, @machineId, @userId, @startMs, @endMs, @fromDay, @toDay, @units,
    @bufferBeforeMs, @bufferAfterMs, @expiresMs)`)

/**
 * @throws OVERBOOKED from the guard if the machine has no room
 */
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
 * Ends every expired hold, and every hold that would last longer than a hold can, because the PC's clock was set
 * back.
 * @returns the forms that had them
 */
export function deleteLapsedHolds(tx: WriteTx, nowMs: number, holdMs: number): string[] {
  // Checked first, because this runs before every command and there is almost never one.
  const nextMs = nextHoldExpiry(tx)
  const latestMs = nowMs + holdMs
  if (nextMs === undefined || (nextMs > nowMs && nextMs <= latestMs)) return []
  return lapsedSql(tx)
    .all({ nowMs, latestMs })
    .map(row => row.formId)
}

/**
 * Ends all holds of a user, for example at sign-out.
 * @returns the forms that had them
 */
export function deleteHoldsOf(tx: WriteTx, userId: string): string[] {
  return tx
    .delete(holds)
    .where(eq(holds.userId, userId))
    .returning({ formId: holds.formId })
    .all()
    .map(row => row.formId)
}
